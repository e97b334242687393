import { Injectable } from '@nestjs/common';
import { type ActionKind, type ConsentCategory, type Resource, TASK_CATEGORY } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { relatedSql } from '../platform/access/seen-sql.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ActionList, ActionsOfClientQuery, ActionsQuery, ActionView, AddTask, UpdateAction } from './action.dto.ts'; // prettier-ignore
import { ACTION_SELECT, type ActionRow, actionRow, actionView, mayMove, ownedAction } from './action-row.ts';
import { ActionSteps } from './action-steps.service.ts';

/** Which right its words are changed by: that on what the action hangs on. */
const WRITTEN_AS: Readonly<Record<ActionKind, Resource>> = { PLAN: 'CARE_PLAN', MEETING: 'MEETING', TASK: 'TASKS' };
/** What an action can be of: task, wellbeing signal, plan, meeting. */
const CATEGORIES_OF_ACTIONS: readonly ConsentCategory[] = [1, 2, 4, 6];

/** Actions and tasks, as the person at hand may see and move them. */
@Injectable()
export class Actions {
  constructor(
    private readonly access: ClientAccess,
    private readonly steps: ActionSteps,
  ) {}

  /** Of one owner, over all clients she may know of: what is due first, of what is done or cancelled the last. */
  async ofOwner({ owner = 'me', state = 'OPEN', dueBy, ...page }: ActionsQuery): Promise<ActionList> {
    const userId = owner === 'me' ? requestContext().user.userId : owner;
    if (!isUuid(userId)) throw invalidInput({ pointer: '/owner', code: 'INVALID_ID' });
    const rows = await query<ActionRow>(
      `${ACTION_SELECT} AND ${relatedSql('c', 'TASKS')} AND a.owner_user_id = $1 AND a.state = $2
         AND ($3::date IS NULL OR a.due_on <= $3::date)
       ORDER BY CASE WHEN a.state = 'OPEN' THEN a.due_on END, CASE WHEN a.state <> 'OPEN' THEN a.changed_at END DESC, a.id`,
      [userId, state, dueBy ?? null],
    );
    const part = pageOf(rows, page);
    requestContext().log.push({
      type: 'READ_ACTIONS',
      action: 'R',
      objectType: 'ACTIONS',
      query: { ids: [...new Set(part.items.map(({ clientId }) => clientId))] },
    });
    return { ...part, items: part.items.map((row) => actionView(row, true)) };
  }

  /** Open ones first, then what was done last. */
  async ofClient(clientId: string, { state, ...page }: ActionsOfClientQuery): Promise<ActionList> {
    const opened = await this.access.open(clientId, 'TASKS', 'READ', { type: 'ACTIONS' });
    const rows = await query<ActionRow>(
      `${ACTION_SELECT} AND a.client_id = $1 AND coalesce($2, a.state) = a.state
       ORDER BY a.state <> 'OPEN', CASE WHEN a.state = 'OPEN' THEN a.due_on END, a.changed_at DESC, a.id`,
      [clientId, state ?? null],
    );
    const decided = rows.map((row) => ({ row, decision: opened.decide('TASKS', 'READ', ownedAction(row)) }));
    const part = pageOf(decided.filter(({ decision }) => decision.allow).map(({ row }) => row), page); // prettier-ignore
    const shown = decided.filter(({ row }) => part.items.includes(row));
    this.access.logShown(opened, { type: 'ACTIONS' }, shown.map(({ row, decision }) => ({ decision, row: ownedAction(row) }))); // prettier-ignore
    return { ...part, items: part.items.map((row) => actionView(row)), ...hiddenOf(opened) };
  }

  async addTask(clientId: string, { signalId, ...task }: AddTask): Promise<ActionView> {
    const opened = await this.access.open(clientId, 'TASKS', 'CREATE', { type: 'ACTION' });
    if (!signalId) return this.steps.add({ ...task, clientId, kind: 'TASK', category: TASK_CATEGORY });
    const category = await categoryOfSignal(opened, signalId);
    return this.steps.add({ ...task, clientId, kind: 'TASK', category, parent: { column: 'signal_id', id: signalId } });
  }

  /** Throws ROLE for who may read and not move it, WRONG_STATE, STALE, OWNER_NOT_ACTIVE. */
  async update(id: string, ifMatch: string | undefined, body: UpdateAction): Promise<ActionView> {
    const version = expectedVersion(ifMatch);
    if (body.state === 'CANCELLED' && body.reason === undefined)
      throw invalidInput({ pointer: '/reason', code: 'REQUIRED' });
    const row = await actionRow(id);
    const opened = await this.access.open(row.clientId, 'TASKS', 'UPDATE', { type: 'ACTION', id }, ownedAction(row));
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: actionView(row) } });
    refuseOthers(opened, row, body);
    return this.take(id, version, body);
  }

  private take(id: string, version: number, { state, doneOn, reason, ...change }: UpdateAction): Promise<ActionView> {
    if (state === 'DONE') return this.steps.complete(id, version, doneOn, change);
    if (state === 'CANCELLED') return this.steps.cancel(id, version, reason ?? '', change);
    if (state === 'OPEN') return this.steps.reopen(id, version, { ...change, ...(reason === undefined ? {} : { reason }) }); // prettier-ignore
    return this.steps.change(id, version, change);
  }
}

/** A task that follows from a signal is shared as that is. Throws INVALID_INPUT for one she may not see, or of another client. */
async function categoryOfSignal(opened: ClientView, signalId: string): Promise<ConsentCategory> {
  const [signal] = await query<Owned>(
    `SELECT category, owner_org_id AS "ownerOrgId", recorded_by AS "madeBy" FROM care.signal
     WHERE practice_id = ctx.practice_id() AND client_id = $1 AND id = $2`,
    [opened.clientId, signalId],
  );
  if (!signal || !opened.mayRead('CONTACTS', signal))
    throw invalidInput({ pointer: '/signalId', code: 'INVALID_VALUE' });
  return signal.category;
}

/** Its words belong to who writes what it hangs on; day, owner and state to who does it and who coordinates. */
function refuseOthers(opened: ClientView, row: ActionRow, { text, ...moves }: UpdateAction): void {
  const writes = opened.decide(WRITTEN_AS[row.kind], 'UPDATE', ownedAction(row)).allow;
  if (text !== undefined && !writes) throw new DomainError('ROLE');
  if (Object.values(moves).some((value) => value !== undefined) && !mayMove(row)) throw new DomainError('ROLE');
}

/** Named by category, whether or not there is anything: so it tells nothing. */
function hiddenOf(opened: ClientView): Pick<ActionList, 'hidden'> {
  for (const category of CATEGORIES_OF_ACTIONS) {
    const decision = opened.decide('TASKS', 'READ', { ownerOrgId: opened.practiceOrgId, category });
    if (!decision.allow) return { hidden: [{ pointer: '/items', code: hiddenCode(decision.code) }] };
  }
  return {};
}
