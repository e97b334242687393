import { MEETING_LIMITS } from '@samenoud/domain';
import { DayField, IdField, InstantField, IntegerField, ListField, TextField } from '../platform/http/fields.ts';

const MOST = 2_147_483_647;
const NOTE = { max: MEETING_LIMITS.medicalNote, nullable: true, example: 'eGFR 38: metformine halveren, controle in mei.' } as const; // prettier-ignore

export const MEDICAL_NOTE_RIGHTS = ['READ', 'WRITE'] as const;
export type MedicalNoteRight = (typeof MEDICAL_NOTE_RIGHTS)[number];

export class SaveMedicalNote {
  @TextField({
    ...NOTE,
    description: 'null: there is nothing to note any more; what was written stays in the history.',
  })
  text: string | null;
}

/** What physicians note of one client while the meeting runs; for themselves, and for the nurse to whom the client allows it. */
export class MedicalNoteView {
  @IdField() itemId: string;
  @IdField() clientId: string;
  @IntegerField({ min: 0, max: MOST, description: '0 while nothing was written.' }) version: number;
  @TextField(NOTE) text: string | null;
  @IdField({ nullable: true }) changedBy: string | null;
  @InstantField({ nullable: true }) changedAt: string | null;
}

export class MedicalAnnexItem {
  @IntegerField({ min: 1, max: MOST, description: 'As in the minutes.' }) place: number;
  @IdField() itemId: string;
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @DayField() birthDate: string;
  @TextField({ max: MEETING_LIMITS.medicalNote }) text: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
}

/** The medical annex of one edition of the minutes: the clients of whom the asker may read it, and no word of any other. */
export class MedicalAnnexView {
  @IdField() meetingId: string;
  @InstantField() startsAt: string;
  @IntegerField({ min: 1, max: 9999 }) edition: number;
  @InstantField() madeAt: string;
  @ListField(() => MedicalAnnexItem, { max: 2000 }) items: MedicalAnnexItem[];
}
