import { Injectable } from '@nestjs/common';
import { mayEver, STAFF_ROLES, takesDecisions } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { type KeptItem, keptItem } from './kept-item.ts';
import type { MedicalNoteView, SaveMedicalNote } from './medical-note.dto.ts';
import { refuseUnread } from './medical-note-rights.ts';
import { findMedicalNote, insertMedicalNote, medicalNoteOwner, type MedicalNoteRow, updateMedicalNote } from './medical-note-rows.ts'; // prettier-ignore
import { MeetingAccess } from './meeting-access.service.ts';

const READERS = STAFF_ROLES.filter((role) => mayEver(role, 'MEDICAL_ANNEX', 'READ'));

/** What physicians note about a client on the agenda, kept apart from decisions and minutes. Source: domain.md 10, minutes. */
@Injectable()
export class MedicalNotes {
  constructor(
    private readonly meetings: MeetingAccess,
    private readonly clients: ClientAccess,
    private readonly events: LiveEvents,
  ) {}

  /** Throws NO_BASIS for who may not read what there could be. */
  async get(itemId: string): Promise<MedicalNoteView> {
    const item = await keptItem(itemId);
    await this.meetings.open(item.meetingId, 'READ');
    const client = await this.clients.look(item.clientId);
    refuseUnread(client, await medicalNoteOwner(itemId));
    const note = await findMedicalNote(itemId);
    const row = note ?? ({ ownerOrgId: client.practiceOrgId, category: 5 } as const);
    await this.clients.open(item.clientId, 'MEDICAL_ANNEX', 'READ', { type: 'MEDICAL_ANNEX', id: itemId }, row);
    return viewOf(itemId, item, note);
  }

  /** Writes the first or the next version. Throws WRONG_STATE while the meeting takes no decisions, STALE with what stands. */
  async put(itemId: string, ifMatch: string | undefined, { text }: SaveMedicalNote): Promise<MedicalNoteView> {
    const version = expectedVersion(ifMatch);
    const item = await keptItem(itemId);
    const { state, edition } = await this.meetings.open(item.meetingId, 'READ', 'WRITE');
    refuseUnread(await this.clients.look(item.clientId), await medicalNoteOwner(itemId));
    const note = await findMedicalNote(itemId);
    const act = note ? 'UPDATE' : 'CREATE';
    const row = note ?? ({ ownerOrgId: requestContext().user.organisationId, category: 5 } as const);
    await this.clients.open(item.clientId, 'MEDICAL_ANNEX', act, { type: 'MEDICAL_ANNEX', id: itemId }, row);
    if (!takesDecisions(state) || item.state !== 'ON') throw new DomainError('WRONG_STATE');
    const words = text?.trim() ?? null;
    const isSame = (note?.version ?? 0) === version;
    const write = () => (note ? updateMedicalNote(note, edition + 1, words) : insertMedicalNote(itemId, item, edition + 1, words)); // prettier-ignore
    if (isSame && note?.text === words) return viewOf(itemId, item, note); // nobody wrote anything, and no version says so
    const written = isSame ? await write() : 0;
    const now = viewOf(itemId, item, await findMedicalNote(itemId));
    if (written === 0) throw new DomainError('STALE', { extra: { current: now } });
    await this.tellReaders(itemId, item);
    return now;
  }

  /** That something of the line changed, in words that tell nothing of a note, to who takes part and has a role that may read one. */
  private async tellReaders(itemId: string, { meetingId }: KeptItem): Promise<void> {
    const readers = await query<{ id: string }>(
      `SELECT s.id FROM care.meeting_attendee a JOIN care.membership s ON s.practice_id = a.practice_id AND s.id = a.user_id
       WHERE a.practice_id = ctx.practice_id() AND a.meeting_id = $1 AND a.removed_at IS NULL AND s.role = ANY ($2)
         AND s.id <> ctx.user_id()`,
      [meetingId, READERS],
    );
    await this.events.tell(readers.map(({ id }) => id), 'AGENDA_ITEM', itemId); // prettier-ignore
  }
}

const viewOf = (itemId: string, { clientId }: KeptItem, note: MedicalNoteRow | undefined): MedicalNoteView => ({
  itemId,
  clientId,
  version: note?.version ?? 0,
  text: note?.text ?? null,
  changedBy: note?.changedBy ?? null,
  changedAt: note?.changedAt ?? null,
});
