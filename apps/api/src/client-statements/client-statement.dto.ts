import { WISH_GIVEN_BY, STATEMENT_LIMITS } from '@samenoud/domain';
import { CodeField, DayField, IdField, InstantField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';

const REASON = { max: 500 } as const;

export class RecordStatement {
  @TextField({ ...STATEMENT_LIMITS, description: 'In the words of the client.' }) statement: string;
  @CodeField(WISH_GIVEN_BY) givenBy: string;
  @DayField() givenOn: string;
  @IdField({ optional: true, nullable: true, description: 'The response it is about.' }) responseId?: string | null;
  @IdField({ optional: true, nullable: true, description: 'The assigned profile it is about; not with a response.' })
  profileAssignmentId?: string | null;
}

export class WithdrawStatement {
  @TextField({ ...REASON, description: 'Why the client takes it back.' }) reason: string;
}

export class StatementWithdrawal {
  @InstantField() at: string;
  @IdField() by: string;
  @TextField(REASON) reason: string;
}

/** What a client wants to stand beside what others wrote. Never changed; withdrawn at most. */
export class ClientStatementView {
  @IdField() id: string;
  @IdField() clientId: string;
  @TextField(STATEMENT_LIMITS) statement: string;
  @CodeField(WISH_GIVEN_BY) givenBy: string;
  @DayField() givenOn: string;
  @IdField({ nullable: true }) responseId: string | null;
  @IdField({ nullable: true }) profileAssignmentId: string | null;
  @IdField() recordedBy: string;
  @InstantField() recordedAt: string;
  @ObjectField(() => StatementWithdrawal, { nullable: true }) withdrawn: StatementWithdrawal | null;
}

export class ClientStatementList extends PageView {
  @ListField(() => ClientStatementView, { max: 200 }) items: ClientStatementView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
