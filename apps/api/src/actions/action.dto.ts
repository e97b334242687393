import { ACTION_KINDS, ACTION_LIMITS, ACTION_OWNER_KINDS, ACTION_STATES, type ActionKind, type ActionOwnerKind, type ActionState } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';

const TEXT = { max: ACTION_LIMITS.text } as const;
const NAME = { max: ACTION_LIMITS.ownerName } as const;
const REASON = { max: ACTION_LIMITS.reason } as const;
const MOST = 100_000;

/** Who does it. */
export class GivenOwner {
  @CodeField(ACTION_OWNER_KINDS) kind: ActionOwnerKind;
  @IdField({ optional: true, nullable: true, description: 'For USER, and only then: a colleague.' })
  userId?: string | null;
  @TextField({ ...NAME, optional: true, nullable: true, description: 'Needed for OTHER; may be given for INFORMAL_CARER.' }) // prettier-ignore
  name?: string | null;
}

export class AddTask {
  @TextField(TEXT) text: string;
  @ObjectField(() => GivenOwner) owner: GivenOwner;
  @DayField() dueOn: string;
  @IdField({ optional: true, nullable: true, description: 'The signal it follows from; then it is shared as that is.' })
  signalId?: string | null;
}

export class UpdateAction {
  @TextField({ ...TEXT, optional: true }) text?: string;
  @ObjectField(() => GivenOwner, { optional: true }) owner?: GivenOwner;
  @DayField({ optional: true, description: 'A later day is counted as a postponement.' }) dueOn?: string;
  @CodeField(ACTION_STATES, { optional: true }) state?: ActionState;
  @DayField({ optional: true, description: 'With state DONE; default today.' }) doneOn?: string;
  @TextField({ ...REASON, optional: true, description: 'Needed with state CANCELLED.' }) reason?: string;
}

export class ActionsQuery extends PageQuery {
  @TextField({ max: 36, optional: true, description: '`me`, the default, or the id of a colleague.', example: 'me' })
  owner?: string;
  @CodeField(ACTION_STATES, { optional: true, description: 'Default OPEN.' }) state?: ActionState;
  @DayField({ optional: true, description: 'Only what is due on this day or before.' }) dueBy?: string;
}

export class ActionsOfClientQuery extends PageQuery {
  @CodeField(ACTION_STATES, { optional: true, description: 'Default all.' }) state?: ActionState;
}

export class ActionOwner {
  @CodeField(ACTION_OWNER_KINDS) kind: ActionOwnerKind;
  @IdField({ nullable: true }) userId: string | null;
  @TextField({ ...NAME, nullable: true }) name: string | null;
}

export class Postponement {
  @DayField() from: string;
  @DayField() to: string;
  @InstantField() at: string;
  @IdField() by: string;
}

/** An action of a plan or of a meeting, or a task. */
export class ActionView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IdField() clientId: string;
  @TextField({ max: 300, nullable: true, description: 'In the list of an owner; in a record null.' })
  clientName: string | null;
  @DayField({ nullable: true, description: 'Tells two of one name apart; in a record null.' })
  clientBirthDate: string | null;
  @CodeField(ACTION_KINDS) kind: ActionKind;
  @TextField(TEXT) text: string;
  @ObjectField(() => ActionOwner) owner: ActionOwner;
  @DayField() dueOn: string;
  @CodeField(ACTION_STATES) state: ActionState;
  @DayField({ nullable: true }) doneOn: string | null;
  @TextField({ ...REASON, nullable: true }) reason: string | null;
  @IntegerField({ min: 0, max: MOST }) postponedCount: number;
  @ListField(() => Postponement, { max: 1000, description: 'Oldest first.' }) postponements: Postponement[];
  @IdField({ nullable: true }) signalId: string | null;
  @TextField({ max: 40, nullable: true, description: 'The rule that made it; null when a person did.' })
  byRule: string | null;
  @IdField() madeBy: string;
  @InstantField() madeAt: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
  @BooleanField({ description: 'Whether the asker may tick it off, cancel, postpone or pass it on.' }) mayMove: boolean;
}

export class ActionList extends PageView {
  @ListField(() => ActionView, { max: 200 }) items: ActionView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
