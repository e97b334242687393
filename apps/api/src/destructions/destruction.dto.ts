import {
  DESTRUCTION_PARTS,
  type DestructionPart,
  DESTRUCTION_REFUSALS,
  DESTRUCTION_REQUESTERS,
  DESTRUCTION_STATES,
  DESTRUCTION_TEXT_LIMITS,
} from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  CodesField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../platform/http/fields.ts';

export class RegisterDestruction {
  @CodeField(DESTRUCTION_REQUESTERS) requestedBy: 'CLIENT' | 'REPRESENTATIVE';
  @DayField({ description: 'The day it was asked, today or before.' }) requestedOn: string;
  @TextField({ ...DESTRUCTION_TEXT_LIMITS, optional: true }) note?: string;
}

export class DecideDestruction {
  @CodeField(['DESTROY', 'PARTLY', 'REFUSE']) verdict: 'DESTROY' | 'PARTLY' | 'REFUSE';
  @CodesField(DESTRUCTION_PARTS, { optional: true, description: 'What goes; with PARTLY.' }) parts?: DestructionPart[];
  @CodeField(DESTRUCTION_REFUSALS, { optional: true, description: 'Why something stays; with PARTLY and REFUSE.' })
  reasonCode?: string;
  @TextField({ ...DESTRUCTION_TEXT_LIMITS, optional: true, description: 'In words; with PARTLY and REFUSE.' })
  note?: string;
}

export class DestructionRequest {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @IdField() clientId: string;
  @TextField({ max: 600, nullable: true, description: 'Where the reader may see it.' }) clientName: string | null;
  @CodeField(DESTRUCTION_STATES) state: string;
  @CodeField(DESTRUCTION_REQUESTERS) requestedBy: string;
  @DayField() requestedOn: string;
  @DayField({ description: 'Decided by this day: three months on.' }) dueOn: string;
  @BooleanField() overdue: boolean;
  @TextField({ max: 1000, nullable: true }) note: string | null;
  @CodesField(DESTRUCTION_PARTS, { nullable: true, description: 'What went, of one that was granted in part.' })
  parts: DestructionPart[] | null;
  @CodeField(DESTRUCTION_REFUSALS, { nullable: true }) reasonCode: string | null;
  @TextField({ max: 1000, nullable: true }) decisionNote: string | null;
  @InstantField({ nullable: true }) decidedAt: string | null;
}

export class DestructionLetter {
  @TextField({ max: 200, description: 'Where the PDF can be fetched, for 24 hours.' }) href: string;
}

export class DestructionEntry {
  @IdField() id: string;
  @IdField({ description: 'Of the client who was.' }) clientId: string;
  @CodeField(['REQUEST', 'RETENTION']) rule: string;
  @DayField() decidedOn: string;
}

export class DestructionList {
  @ListField(() => DestructionRequest, { max: 500 }) items: DestructionRequest[];
  @ListField(() => DestructionEntry, { max: 500, description: 'The ledger, newest first.' }) ledger: DestructionEntry[];
}
