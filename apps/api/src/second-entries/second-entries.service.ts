import { Injectable } from '@nestjs/common';
import { type AccessAction, type Answers, sheetsOf } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { checkedAnswers } from '../platform/http/checked-answers.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { SecondEntryPage, SecondEntryView, UpdateSecondEntry } from './second-entry.dto.ts';
import { getSecondEntryRow, secondEntryItem, type SecondEntryRow, SELECT_SECOND_ENTRY } from './second-entry-row.ts';
import { refuseHiddenSheets, secondEntryView } from './second-entry-view.ts';

/** The worklist of forms to be typed once more, and typing them: blind to the first entry. */
@Injectable()
export class SecondEntries {
  constructor(private readonly access: ClientAccess) {}

  /** Open ones; those whose first entry was somebody else's come first, then by the day they are due. */
  async list(page: PageQuery): Promise<SecondEntryPage> {
    const rows = await query<SecondEntryRow>(
      `${SELECT_SECOND_ENTRY} WHERE s.practice_id = ctx.practice_id() AND s.state IN ('PENDING', 'DIFFERENT')
         AND r.status = 'COMPLETED' AND ${relatedSql('c', 'HEALTH_ANSWERS', 'UPDATE')}
         AND ${sharedSql('c', 'c.id', 1)} AND ${sharedSql('s', 'c.id', 3)}
       ORDER BY r.entered_by = ctx.user_id(), s.due_on, c.sort_name, s.id`,
    );
    const found = pageOf(rows.map(secondEntryItem), page);
    requestContext().log.push({
      type: 'LIST_SECOND_ENTRIES',
      action: 'R',
      objectType: 'SECOND_ENTRIES',
      query: { ids: found.items.map(({ client }) => client.id) },
      category: 3,
    });
    return found;
  }

  async get(id: string): Promise<SecondEntryView> {
    const { row } = await this.open(id, 'UPDATE');
    return secondEntryView(row);
  }

  /** Merges answers into what was typed so far; refused as stale when somebody else typed since. */
  async update(id: string, ifMatch: string | undefined, body: UpdateSecondEntry): Promise<SecondEntryView> {
    const answers = checkedAnswers(body.answers);
    const version = expectedVersion(ifMatch);
    const { row } = await this.open(id, 'UPDATE');
    if (row.state !== 'PENDING' || row.responseStatus !== 'COMPLETED') await refuseState(row);
    const changed = await changeRows(
      `UPDATE care.second_entry SET version = version + 1, entered_by = ctx.user_id()
         WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2 AND state = 'PENDING'`,
      [id, version],
    );
    if (changed === 0) await refuseStale(id);
    await mergeSheets(row, answers);
    return secondEntryView(await getSecondEntryRow(id));
  }

  /** Opens the record for one act on a second entry, of which both sheets have to be open. */
  async open(id: string, action: AccessAction): Promise<{ row: SecondEntryRow; opened: ClientView }> {
    const row = await getSecondEntryRow(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.firstBy } as const;
    const object = { type: 'SECOND_ENTRY', id };
    const opened = await this.access.open(row.clientId, 'HEALTH_ANSWERS', action, object, owned);
    refuseHiddenSheets(row, opened, action);
    return { row, opened };
  }
}

/** Both sheets, or neither: one that stands there unseen is of another organisation. */
async function mergeSheets({ id, clientId }: SecondEntryRow, answers: Answers): Promise<void> {
  const sheets = JSON.stringify(sheetsOf(answers));
  const merged = await changeRows(
    `UPDATE care.second_entry_sheet s SET answers = s.answers || n.value FROM jsonb_each($2::jsonb) AS n
       WHERE s.practice_id = ctx.practice_id() AND s.second_entry_id = $1 AND s.category = n.key::smallint`,
    [id, sheets],
  );
  if (merged === 2) return;
  const added = await changeRows(
    `INSERT INTO care.second_entry_sheet (practice_id, second_entry_id, category, client_id, owner_org_id, answers)
       SELECT ctx.practice_id(), $1, n.key::smallint, $3, ctx.org_id(), n.value FROM jsonb_each($2::jsonb) AS n
       ON CONFLICT DO NOTHING`,
    [id, sheets, clientId],
  );
  if (added === 0) throw new DomainError('NO_BASIS');
}

/** The state is another than this step needs; what it is now comes along. */
export async function refuseState(row: SecondEntryRow): Promise<never> {
  throw new DomainError('WRONG_STATE', { extra: { current: await secondEntryView(row) } });
}

/** Somebody else was first. */
export async function refuseStale(id: string): Promise<never> {
  const row = await getSecondEntryRow(id);
  if (row.state !== 'PENDING') return refuseState(row);
  throw new DomainError('STALE', { extra: { current: await secondEntryView(row) } });
}
