import { HANDOVER_LIMITS, HANDOVER_STATES } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../platform/http/fields.ts';

const optional = { optional: true, nullable: true } as const;

class ClientSummary {
  @IdField() clientId: string;
  @TextField({ max: HANDOVER_LIMITS.summary }) summary: string;
}

class CareSummary {
  @IdField() clientId: string;
  @TextField({ max: HANDOVER_LIMITS.summary }) text: string;
}

export class CaseloadToHandOver {
  @IdField({ ...optional, description: 'Only this client; left out: the whole caseload.' }) clientId?: string | null;
  @IdField({ ...optional, description: 'Whose caseload; left out: one’s own.' }) fromUserId?: string | null;
}

class DraftedSummary {
  @IdField() clientId: string;
  @TextField({ max: 600 }) clientName: string;
  @TextField({ max: 20_000 }) text: string;
}

export class CareSummaries {
  @ListField(() => DraftedSummary, { max: 200 }) items: DraftedSummary[];
}

export class ProposeHandovers {
  @IdField({ ...optional, description: 'Only this client; left out: the whole caseload of the giver.' }) clientId?:
    string | null;
  @IdField({ ...optional, description: 'Whose caseload; left out: one’s own.' }) fromUserId?: string | null;
  @IdField() toUserId: string;
  @DayField({ description: 'Today or later.' }) fromOn: string;
  @DayField({ ...optional, description: 'Through this day; left out: for good.' }) untilOn?: string | null;
  @TextField({ max: HANDOVER_LIMITS.reason }) reason: string;
  @ListField(() => ClientSummary, { max: 200, optional: true, description: 'Default: what is known of each client.' })
  summaries?: ClientSummary[];
  @ListField(() => CareSummary, { max: 200, optional: true, description: 'What is due for each client, category 4.' })
  careSummaries?: CareSummary[];
}

export class DeclineHandover {
  @TextField({ max: HANDOVER_LIMITS.reason }) reason: string;
}

export class HandoverView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @CodeField(HANDOVER_STATES) state: string;
  @IdField() clientId: string;
  @TextField({ max: 600, nullable: true, description: 'null where the reader has no relation to the client.' })
  clientName: string | null;
  @IdField() fromUserId: string;
  @IdField() toUserId: string;
  @IdField() proposedBy: string;
  @InstantField() proposedAt: string;
  @DayField() fromOn: string;
  @DayField({ nullable: true }) untilOn: string | null;
  @TextField({ max: HANDOVER_LIMITS.reason }) reason: string;
  @TextField({ max: HANDOVER_LIMITS.summary }) summary: string;
  @TextField({
    max: HANDOVER_LIMITS.summary,
    nullable: true,
    description: 'null where there is none, or it is not shared.',
  })
  careSummary: string | null;
  @TextField({ max: HANDOVER_LIMITS.reason, nullable: true }) answerReason: string | null;
  @InstantField({ nullable: true }) endedAt: string | null;
  @BooleanField({ description: 'It ended while the giver works here no more: the receiver stayed.' })
  giverGone: boolean;
}

export class HandoverList {
  @ListField(() => HandoverView, { max: 1000 }) items: HandoverView[];
}
