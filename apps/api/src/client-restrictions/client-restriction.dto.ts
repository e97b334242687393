import { RESTRICTION_STATES, WISH_GIVEN_BY } from '@samenoud/domain';
import { CodeField, DayField, IdField, InstantField, ListField, TextField } from '../platform/http/fields.ts';
import { PageView } from '../platform/http/page.ts';

const REASON = { max: 500 } as const;
const DECISIONS = ['RESTRICT', 'REFUSE'] as const;

export class AskRestriction {
  @TextField({ ...REASON, description: 'What the client wants, and why.' }) reason: string;
  @CodeField(WISH_GIVEN_BY) askedBy: string;
  @DayField() askedOn: string;
}

export class DecideRestriction {
  @CodeField(DECISIONS) decision: (typeof DECISIONS)[number];
  @TextField(REASON) reason: string;
}

export class LiftRestriction {
  @TextField(REASON) reason: string;
}

/** A wish that nobody but the GP sees the record: registered, decided on, and lifted again. */
export class ClientRestrictionView {
  @IdField() id: string;
  @IdField() clientId: string;
  @CodeField(RESTRICTION_STATES) state: string;
  @TextField(REASON) reason: string;
  @CodeField(WISH_GIVEN_BY) askedBy: string;
  @DayField() askedOn: string;
  @IdField() registeredBy: string;
  @InstantField() registeredAt: string;
  @IdField({ nullable: true }) decidedBy: string | null;
  @InstantField({ nullable: true }) decidedAt: string | null;
  @TextField({ ...REASON, nullable: true }) decisionReason: string | null;
  @IdField({ nullable: true }) liftedBy: string | null;
  @InstantField({ nullable: true }) liftedAt: string | null;
  @TextField({ ...REASON, nullable: true }) liftReason: string | null;
}

export class ClientRestrictionList extends PageView {
  @ListField(() => ClientRestrictionView, { max: 200 }) items: ClientRestrictionView[];
}
