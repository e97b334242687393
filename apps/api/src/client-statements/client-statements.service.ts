import { Injectable } from '@nestjs/common';
import type { AccessDecision, ConsentCategory } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { registeringAct } from '../platform/access/registering-act.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type {
  ClientStatementList, ClientStatementView, RecordStatement, StatementWithdrawal, WithdrawStatement,
} from './client-statement.dto.ts'; // prettier-ignore

interface StatementRow extends Omit<ClientStatementView, 'withdrawn'> {
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

const SELECT = `SELECT s.id, s.client_id AS "clientId", s.owner_org_id AS "ownerOrgId", s.category, s.statement,
  s.given_by AS "givenBy", s.given_on AS "givenOn", s.response_id AS "responseId",
  s.profile_assignment_id AS "profileAssignmentId", s.recorded_by AS "recordedBy", ctx.utc(s.recorded_at) AS "recordedAt",
  ctx.utc(s.withdrawn_at) AS "withdrawnAt", s.withdrawn_by AS "withdrawnBy", s.withdrawal_reason AS "withdrawalReason"
  FROM care.client_statement s WHERE s.practice_id = ctx.practice_id()`;

/** Statements of clients about what stands in their record (BW 7:454). Source: `trust.md` 2, AVG 16. */
@Injectable()
export class ClientStatements {
  constructor(private readonly access: ClientAccess) {}

  /** Newest first. One about answers or a profile is there for who may read these, and for who wrote it down. */
  async listOf(clientId: string, page: PageQuery): Promise<ClientStatementList> {
    const rows = isUuid(clientId) ? await query<StatementRow>(`${SELECT} AND s.client_id = $1 ORDER BY s.given_on DESC, s.recorded_at DESC, s.id`, [clientId]) : []; // prettier-ignore
    const owned = rows.filter(({ category }) => category === 1).map(ownedOf);
    const opened = await this.access.openList(clientId, 'IDENTITY', { type: 'CLIENT_STATEMENTS' }, owned);
    const part = pageOf(rows.filter((row) => toSee(opened, row).allow), page); // prettier-ignore
    const shown = part.items.map((row) => ({ decision: toSee(opened, row), row: ownedOf(row) }));
    this.access.logShown(opened, { type: 'CLIENT_STATEMENTS' }, shown);
    const answers = opened.decide('HEALTH_ANSWERS', 'READ', { ownerOrgId: opened.practiceOrgId, category: 3 });
    return {
      ...part,
      items: part.items.map(statementView),
      ...(answers.allow ? {} : { hidden: [{ pointer: '/items', code: answers.code === 'NOT_FOUND' ? 'ROLE' : answers.code }] }), // prettier-ignore
    };
  }

  async record(clientId: string, body: RecordStatement): Promise<ClientStatementView> {
    const id = newId();
    await this.access.open(clientId, 'DESTRUCTION', registeringAct(), { type: 'CLIENT_STATEMENT', id });
    if (body.givenOn > requestContext().today) throw invalidInput({ pointer: '/givenOn', code: 'IN_FUTURE' });
    const { responseId = null, profileAssignmentId = null } = body;
    if (responseId !== null && profileAssignmentId !== null)
      throw invalidInput({ pointer: '/profileAssignmentId', code: 'INVALID_VALUE' });
    await refuseOfOther('response', '/responseId', clientId, responseId);
    await refuseOfOther('profile_assignment', '/profileAssignmentId', clientId, profileAssignmentId);
    const category = responseId === null && profileAssignmentId === null ? 1 : 3;
    await query(
      `INSERT INTO care.client_statement (practice_id, id, client_id, owner_org_id, category, response_id, profile_assignment_id,
         statement, given_by, given_on, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, ctx.user_id())`,
      [id, clientId, category, responseId, profileAssignmentId, body.statement.trim(), body.givenBy, body.givenOn],
    );
    return statementView(await this.row(id));
  }

  /** Throws NOT_FOUND for one that she cannot see in the list either, WRONG_STATE for one that was withdrawn before. */
  async withdraw(id: string, { reason }: WithdrawStatement): Promise<ClientStatementView> {
    const row = await this.row(id);
    const object = { type: 'CLIENT_STATEMENT', id };
    const opened = await this.access.open(row.clientId, 'DESTRUCTION', registeringAct(), object, ownedOf(row));
    if (!toSee(opened, row).allow) throw new DomainError('NOT_FOUND');
    const changed = await changeRows(
      `UPDATE care.client_statement SET withdrawn_at = ctx.now(), withdrawn_by = ctx.user_id(), withdrawal_reason = $2
       WHERE practice_id = ctx.practice_id() AND id = $1 AND withdrawn_at IS NULL`,
      [id, reason.trim()],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE');
    return statementView(await this.row(id));
  }

  private async row(id: string): Promise<StatementRow> {
    const [row] = isUuid(id) ? await query<StatementRow>(`${SELECT} AND s.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}

const ownedOf = ({ ownerOrgId, category, recordedBy }: StatementRow): Owned =>
  ({ ownerOrgId, category, madeBy: recordedBy }); // prettier-ignore

/** Also somebody who may not read answers wrote down what the client said about them: that she reads as she reads the client. */
function toSee(opened: ClientView, row: StatementRow): AccessDecision {
  const owned = ownedOf(row);
  const asClient = opened.decide('IDENTITY', 'READ', owned);
  if (row.category === 1) return asClient;
  const asAnswers = opened.decide('HEALTH_ANSWERS', 'READ', owned);
  return !asAnswers.allow && row.recordedBy === requestContext().user.userId ? asClient : asAnswers;
}

function statementView({ withdrawnAt, withdrawnBy, withdrawalReason, ...row }: StatementRow): ClientStatementView {
  const { ownerOrgId: _, category: __, ...shown } = row;
  return { ...shown, withdrawn: withdrawalOf(withdrawnAt, withdrawnBy, withdrawalReason) };
}

const withdrawalOf = (at: string | null, by: string | null, reason: string | null): StatementWithdrawal | null =>
  at === null || by === null || reason === null ? null : { at, by, reason };

/** What a statement is about is of the same client. */
async function refuseOfOther(
  table: 'response' | 'profile_assignment',
  pointer: string,
  clientId: string,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const found = await query<object>(
    `SELECT 1 FROM care.${table} WHERE practice_id = ctx.practice_id() AND client_id = $1 AND id = $2`,
    [clientId, id],
  );
  if (found.length === 0) throw invalidInput({ pointer, code: 'INVALID_VALUE' });
}
