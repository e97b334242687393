import { Injectable } from '@nestjs/common';
import { type ActionKind, type ActionState, type ConsentCategory, isActionStep, isPostponed } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { ActionOwner, ActionView, GivenOwner } from './action.dto.ts';
import { checkedOwner } from './action-owner.ts';
import { type ActionRow, actionRow, actionView } from './action-row.ts';

/** What an action can hang on; each slice adds its own column here. */
type ParentColumn = 'signal_id' | 'goal_id' | 'agenda_item_id' | 'feedback_of_id';

export interface NewAction {
  readonly clientId: string;
  readonly kind: ActionKind;
  /** That of its parent; `TASK_CATEGORY` without one. */
  readonly category: ConsentCategory;
  readonly text: string;
  readonly owner: GivenOwner;
  readonly dueOn: string;
  readonly parent?: { readonly column: ParentColumn; readonly id: string };
  /** The rule that makes it, where no person chose to. */
  readonly byRule?: string;
}

interface ActionChange {
  readonly text?: string;
  readonly owner?: GivenOwner;
  readonly dueOn?: string;
}

interface Kept {
  readonly text: string;
  readonly owner: ActionOwner;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly doneOn: string | null;
  readonly reason: string | null;
}

/**
 * The verbs of an action, for every slice that has actions: inside the transaction of the act they belong to, with the rights
 * checked before by who calls. Each change keeps what was before. State machine: docs/state-machines/action.md.
 */
@Injectable()
export class ActionSteps {
  constructor(private readonly events: LiveEvents) {}

  /** Throws OWNER_NOT_ACTIVE for a colleague who left. */
  async add(action: NewAction): Promise<ActionView> {
    const id = newId();
    const { kind, userId, name } = await checkedOwner(action.owner);
    const parent = action.parent?.column ?? 'signal_id';
    await query(
      `INSERT INTO care.action (practice_id, id, client_id, owner_org_id, category, kind, text, owner_kind, owner_user_id, owner_name,
         due_on, by_rule, ${parent}, made_by, changed_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, $11, ctx.user_id(), ctx.user_id())`,
      [
        id, action.clientId, action.category, action.kind, action.text.trim(), kind, userId, name, action.dueOn, action.byRule ?? null,
        action.parent?.id ?? null,
      ], // prettier-ignore
    );
    await this.events.hint('ACTION', id, 1, action.clientId);
    return actionView(await actionRow(id));
  }

  /** Other words, another day or another owner, while it is open. Throws WRONG_STATE, STALE, OWNER_NOT_ACTIVE. */
  async change(id: string, version: number, change: ActionChange): Promise<ActionView> {
    return this.step(await actionRow(id), version, 'OPEN', change, 'OPEN');
  }

  /** Throws WRONG_STATE, STALE; INVALID_INPUT for a day to come. Without a day it was today. */
  async complete(id: string, version: number, doneOn?: string, change: ActionChange = {}): Promise<ActionView> {
    const { today } = requestContext();
    if (doneOn !== undefined && doneOn > today) throw invalidInput({ pointer: '/doneOn', code: 'IN_FUTURE' });
    return this.step(await actionRow(id), version, 'DONE', { ...change, doneOn: doneOn ?? today });
  }

  /** Throws WRONG_STATE, STALE. */
  async cancel(id: string, version: number, reason: string, change: ActionChange = {}): Promise<ActionView> {
    return this.step(await actionRow(id), version, 'CANCELLED', { ...change, reason });
  }

  /** Undo, or back with another day or owner. Throws WRONG_STATE, STALE, OWNER_NOT_ACTIVE. */
  async reopen(id: string, version: number, change: ActionChange & { reason?: string } = {}): Promise<ActionView> {
    return this.step(await actionRow(id), version, 'OPEN', change);
  }

  private async step(
    row: ActionRow,
    version: number,
    to: ActionState,
    change: ActionChange & { doneOn?: string; reason?: string },
    only?: ActionState,
  ): Promise<ActionView> {
    if (row.version !== version) throw stale(row);
    if (!isActionStep(row.state, to) || (only !== undefined && row.state !== only))
      throw new DomainError('WRONG_STATE');
    const owner = await this.ownerAfter(row, to, change.owner);
    const before = keptOf(row);
    const reason = change.reason?.trim() ?? null;
    const after: Kept = {
      text: change.text?.trim() ?? row.text,
      owner,
      dueOn: change.dueOn ?? row.dueOn,
      state: to,
      doneOn: to === 'DONE' ? (change.doneOn ?? null) : null,
      reason: to === 'CANCELLED' ? reason : null,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return actionView(row);
    await this.write(row, after, version);
    await noteStep(row, before, after, reason);
    await this.events.hint('ACTION', row.id, version + 1, row.clientId);
    return actionView(await actionRow(row.id));
  }

  /** Who has it when it is open works here today; that who had it left is no reason to keep it from being ticked off. */
  private ownerAfter(
    row: ActionRow,
    to: ActionState,
    given: GivenOwner | undefined,
  ): Promise<ActionOwner> | ActionOwner {
    if (given !== undefined) return checkedOwner(given);
    const kept = keptOf(row).owner;
    return to === 'OPEN' && row.state !== 'OPEN' ? checkedOwner(kept) : kept;
  }

  private async write(row: ActionRow, after: Kept, version: number): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.action SET version = version + 1, text = $3, owner_kind = $4, owner_user_id = $5, owner_name = $6, due_on = $7,
         state = $8, done_on = $9, reason = $10, postponed_count = postponed_count + $11, changed_by = ctx.user_id(), changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [
        row.id, version, after.text, after.owner.kind, after.owner.userId, after.owner.name, after.dueOn, after.state, after.doneOn,
        after.reason, isPostponed(row.dueOn, after.dueOn) ? 1 : 0,
      ], // prettier-ignore
    );
    if (changed === 0) throw stale(await actionRow(row.id));
  }
}

const stale = (row: ActionRow): DomainError => new DomainError('STALE', { extra: { current: actionView(row) } });

const keptOf = ({ text, ownerKind, ownerUserId, ownerName, dueOn, state, doneOn, reason }: ActionRow): Kept => ({
  text,
  owner: { kind: ownerKind, userId: ownerUserId, name: ownerName },
  dueOn,
  state,
  doneOn,
  reason,
});

/** Only what differs is kept, with what it was. */
async function noteStep(row: ActionRow, before: Kept, after: Kept, reason: string | null): Promise<void> {
  const changed = (Object.keys(after) as (keyof Kept)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (kept: Kept): string => JSON.stringify(Object.fromEntries(changed.map((key) => [key, kept[key]])));
  await query(
    `INSERT INTO care.action_step (practice_id, id, client_id, owner_org_id, category, action_id, before, after, reason, postponed, made_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, ctx.user_id())`,
    [
      newId(),
      row.clientId,
      row.category,
      row.id,
      only(before),
      only(after),
      reason,
      isPostponed(row.dueOn, after.dueOn),
    ],
  );
}
