import { APPROVAL_STATES, APPROVAL_TEXT_LIMITS, APPROVAL_VERDICTS, type ApprovalState } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MapField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

export class GiveVerdict {
  @CodeField(APPROVAL_VERDICTS) verdict: 'APPROVE' | 'REFUSE';
  @TextField({ ...APPROVAL_TEXT_LIMITS, optional: true }) note?: string;
}

export class ApprovalPerson {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
}

export class ApprovalClient {
  @IdField() id: string;
  @TextField({ max: 600 }) name: string;
  @DayField() birthDate: string;
}

export class ApprovalView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @TextField({ max: 50, example: 'MERGE', description: 'What kind of act it is.' }) kind: string;
  @MapField({ description: 'Ids and codes of the act.' }) subject: Record<string, unknown>;
  @CodeField(APPROVAL_STATES) state: ApprovalState;
  @ObjectField(() => ApprovalPerson) askedBy: ApprovalPerson;
  @InstantField() askedAt: string;
  @TextField({ max: 200, nullable: true, description: 'Name of the person it is about.' }) about: string | null;
  @InstantField() expiresAt: string;
  @TextField({ max: 1000, nullable: true }) reason: string | null;
  @ObjectField(() => ApprovalPerson, { nullable: true }) decidedBy: ApprovalPerson | null;
  @InstantField({ nullable: true }) decidedAt: string | null;
  @TextField({ max: 1000, nullable: true }) note: string | null;
  @BooleanField({ description: 'The reader may decide it now.' }) mayDecide: boolean;
  @BooleanField({ description: 'The reader asked it, and may still take it back.' }) mayWithdraw: boolean;
  @IntegerField({ min: 0, max: 2_147_483_647 }) clientCount: number;
  @ListField(() => ApprovalClient, { max: 20, description: 'Those the reader may see.' }) clients: ApprovalClient[];
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class ApprovalList extends PageView {
  @ListField(() => ApprovalView, { max: 200 }) items: ApprovalView[];
  @IntegerField({ min: 0, max: 2_147_483_647, description: 'How many wait for the reader.' }) toDecide: number;
}
