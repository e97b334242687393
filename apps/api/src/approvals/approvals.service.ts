import { Injectable } from '@nestjs/common';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { ApprovalList, ApprovalView } from './approval.dto.ts';
import type { ApprovalKind, ApprovalSubject, AskOptions } from './approval-kinds.ts';
import {
  APPROVAL_SQL,
  type ApprovalRow,
  approvalViews,
  isForReader,
  isOwnQuestion,
  NOT_SHIELDED,
  staffRole,
  stateOf,
} from './approval-row.ts';

export type { ApprovalSubject } from './approval-kinds.ts';

/** The second pair of eyes: what kinds there are, asking, and reading what waits. Source: `trust.md` 3, separation of duties. */
@Injectable()
export class Approvals {
  private readonly kinds = new Map<string, ApprovalKind>();

  /** Says who decides acts of this kind and what approval carries out; called once, by the slice that owns it. */
  register(kind: string, of: ApprovalKind): void {
    if (this.kinds.has(kind)) throw new Error(`two owners of ${kind}`);
    this.kinds.set(kind, of);
  }

  /** Asks for a second person, in the transaction at hand. Answers the id of the question. */
  async ask(kind: string, subject: ApprovalSubject, options: AskOptions = {}): Promise<string> {
    if (!this.kinds.has(kind)) throw new Error(`nobody decides ${kind}`);
    const id = newId();
    await query(
      `INSERT INTO care.approval (practice_id, id, kind, subject, about_account_id, asked_by, reason)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, ctx.user_id(), $5)`,
      [id, kind, JSON.stringify(subject), options.aboutAccountId ?? null, options.reason ?? null],
    );
    await query(
      `INSERT INTO care.approval_client (practice_id, approval_id, client_id)
       SELECT ctx.practice_id(), $1, unnest($2::uuid[])`,
      [id, [...new Set(options.clientIds ?? [])]],
    );
    this.log('CREATE_APPROVAL', 'C', id, kind);
    return id;
  }

  /** Takes back an open question of this slice, as when the act itself is cancelled; without one nothing happens. */
  async cancel(id: string): Promise<void> {
    await changeRows(
      `UPDATE care.approval SET state = 'WITHDRAWN', version = version + 1, decided_by = ctx.user_id(), decided_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'OPEN'`,
      [id],
    );
  }

  /** What the reader may decide comes first, then what she asked or decided herself, newest first. */
  async list(page: PageQuery): Promise<ApprovalList> {
    const { userId } = requestContext().user;
    const decidable = [...this.kinds].filter(([, { mayDecide }]) => mayDecide(staffRole())).map(([kind]) => kind);
    const rows = await query<ApprovalRow>(
      `${APPROVAL_SQL} AND ${NOT_SHIELDED} AND (a.asked_by = $1 OR a.decided_by = $1 OR a.kind = ANY($2) AND a.state = 'OPEN')
       ORDER BY a.state = 'OPEN' DESC, a.asked_at DESC, a.id`,
      [userId, decidable],
    );
    const waits = (row: ApprovalRow): boolean =>
      stateOf(row) === 'OPEN' && isForReader(row) && decidable.includes(row.kind);
    const mine = rows.filter((row) => waits(row) || isOwnQuestion(row) || row.decidedBy?.userId === userId);
    const sorted = mine.toSorted((a, b) => Number(waits(b)) - Number(waits(a)));
    const part = pageOf(sorted, page);
    const items = await this.views(part.items);
    this.logReading(items);
    return { ...part, items, toDecide: mine.filter(waits).length };
  }

  /** One question, locked until the end of the transaction. Throws NOT_FOUND where the reader has no part in it. */
  async take(id: string): Promise<ApprovalRow> {
    if (!isUuid(id)) throw new DomainError('NOT_FOUND');
    await query('SELECT FROM care.approval WHERE practice_id = ctx.practice_id() AND id = $1 FOR UPDATE', [id]);
    const [row] = await query<ApprovalRow>(`${APPROVAL_SQL} AND a.id = $1`, [id]);
    const hasPart = row !== undefined && (isOwnQuestion(row) || this.kindOf(row.kind).mayDecide(staffRole()));
    if (!hasPart) throw new DomainError('NOT_FOUND');
    return row;
  }

  async view(id: string): Promise<ApprovalView> {
    const [view] = await this.views(await query<ApprovalRow>(`${APPROVAL_SQL} AND a.id = $1`, [id]));
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  kindOf(kind: string): ApprovalKind {
    const found = this.kinds.get(kind);
    if (found === undefined) throw new Error(`nobody decides ${kind}`);
    return found;
  }

  log(type: string, action: 'C' | 'U', objectId: string, kind: string): void {
    requestContext().log.push({ type, action, objectType: 'APPROVAL', objectId, query: { kind } });
  }

  private views(rows: readonly ApprovalRow[]): Promise<ApprovalView[]> {
    return approvalViews(rows, (kind) => this.kinds.get(kind));
  }

  private logReading(items: readonly ApprovalView[]): void {
    const ids = [...new Set(items.flatMap(({ clients }) => clients.map(({ id }) => id)))];
    const shown = { approvals: items.map(({ id }) => id), ids };
    requestContext().log.push({
      type: 'READ_APPROVALS',
      action: 'R',
      objectType: 'APPROVAL',
      query: shown,
      category: 1,
    });
  }
}
