import { Injectable } from '@nestjs/common';
import { type Gap, grantFor, priorityRank, type ProposedProfile, searchQuery } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { CONTACT_DUE_ON, GAP_SQL } from '../safety-net/gap-conditions.service.ts';
import type { ClientListItem, ClientPage, ClientSearch } from './client.dto.ts';
import { LIST_COLUMNS, type ClientRow, listItem, profileView } from './client-row.ts';
import type { ClientSort, Todo } from './client-codes.ts';
import { decodeCursor, encodeCursor, type SortValue } from './list-cursor.ts';

type FoundRow = ClientRow & { total: number; sortValues: SortValue[] };

const DEFAULT_LIMIT = 50;

/** Rank of a profile in SQL, from the one place that knows it. */
const rankSql = (profile: string): string => {
  const cases = (['COMPLEX', 'UNDETERMINED', 'FRAIL', 'ROBUST'] satisfies ProposedProfile[]).map(
    (code) => `WHEN '${code}' THEN ${priorityRank({ assigned: null, proposed: code })}`,
  );
  return `CASE ${profile} ${cases.join(' ')} ELSE ${priorityRank({ assigned: null, proposed: null })} END`;
};

const BY_NAME = ['c.sort_name', 'c.birth_date::text', 'c.id::text'] as const;

const SORTS: Readonly<Record<ClientSort, readonly string[]>> = {
  PRIORITY: [rankSql('coalesce(p.assigned_profile, p.proposed_profile)'), ...BY_NAME],
  NAME: BY_NAME,
  AGE: ['c.birth_date::text', 'c.sort_name', 'c.id::text'],
  PROFILE: [rankSql('p.assigned_profile'), ...BY_NAME],
  NEXT_CONTACT: [`coalesce(${CONTACT_DUE_ON}, 'infinity')::text`, ...BY_NAME],
};

const OPEN_SECOND_ENTRY = `SELECT FROM care.second_entry e WHERE e.practice_id = ctx.practice_id() AND e.state IN ('PENDING', 'DIFFERENT')`;

/** Nobody decided on the newest form, and its second entry is not waited for. */
const UNDECIDED = `NOT EXISTS (SELECT FROM care.profile_assignment a WHERE a.practice_id = ctx.practice_id() AND a.client_id = c.id
    AND a.response_id = p.response_id)
  AND NOT EXISTS (${OPEN_SECOND_ENTRY} AND e.response_id = p.response_id)`;

/**
 * Work that waits. A form is gone on with by whoever may, one near a cut-off typed once more; an undetermined proposal is asked about by phone; a proposal is
 * assessed when it differs from what was assigned and no assignment rests on the same form yet; what somebody wrote online is
 * read by a person; who has profile FRAIL is asked once whether an ouderenadviseur may call.
 */
const TODO_SQL: Readonly<Record<Todo, () => string>> = {
  FORM_IN_PROGRESS:
    () => `EXISTS (SELECT FROM care.response r WHERE r.practice_id = ctx.practice_id() AND r.client_id = c.id
    AND r.status = 'IN_PROGRESS' AND ${sharedSql('r', 'c.id', 1)})`,
  SECOND_ENTRY: () => `EXISTS (${OPEN_SECOND_ENTRY} AND e.client_id = c.id AND ${sharedSql('e', 'c.id', 3)})`,
  ASK_BY_PHONE: () => `(c.status = 'ACTIVE' AND p.proposed_profile = 'UNDETERMINED' AND ${UNDECIDED}
    AND NOT EXISTS (SELECT FROM care.screening_invitation i WHERE i.practice_id = ctx.practice_id() AND i.response_id = p.response_id
      AND i.asking_closed_at IS NOT NULL))`,
  PROPOSAL_TO_ASSESS: () => `(c.status = 'ACTIVE' AND p.proposed_profile <> 'UNDETERMINED'
    AND p.proposed_profile IS DISTINCT FROM p.assigned_profile AND ${UNDECIDED})`,
  CONSENT_TO_ASK:
    () => `(c.status = 'ACTIVE' AND p.assigned_profile = 'FRAIL' AND EXISTS (SELECT FROM care.organisation o
    WHERE o.practice_id = ctx.practice_id() AND o.kind = 'SOCIAL_WORK' AND NOT EXISTS (SELECT FROM care.consent n
      WHERE n.practice_id = ctx.practice_id() AND n.client_id = c.id AND n.to_org_id = o.id)))`,
  REMARK_TO_READ: () => `(c.status <> 'DECEASED' AND EXISTS (SELECT FROM care.response_remark m
    JOIN care.response r ON r.practice_id = m.practice_id AND r.id = m.response_id AND r.status = 'COMPLETED'
    WHERE m.practice_id = ctx.practice_id() AND m.client_id = c.id AND m.read_due_on IS NOT NULL AND m.read_at IS NULL
      AND m.remark <> '' AND ${sharedSql('m', 'c.id', 3)}))`,
};

/** Finds clients by what people type, filtered by what they may see; one log row with the ids shown. */
@Injectable()
export class SearchClients {
  async search(search: ClientSearch): Promise<ClientPage> {
    const { log, today } = requestContext();
    const limit = search.limit ?? DEFAULT_LIMIT;
    const sort = (search.sort ?? 'NAME') as ClientSort;
    const rows = await this.rows(search, sort, limit + 1);
    const shown = rows.slice(0, limit);
    log.push({
      type: 'SEARCH_CLIENTS',
      action: 'R',
      objectType: 'CLIENT_LIST',
      query: { ...this.criteria(search, sort), ids: shown.map(({ id }) => id) },
      category: 1,
    });
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => this.item(row, today)),
      nextCursor: last ? encodeCursor(sort, last.sortValues) : null,
      total: rows[0]?.total ?? 0,
    };
  }

  private async rows(
    { text, filter = {}, cursor }: ClientSearch,
    sort: ClientSort,
    limit: number,
  ): Promise<FoundRow[]> {
    const parameters: unknown[] = [];
    const add = (value: unknown): string => `$${parameters.push(value)}`;
    const where = [
      'c.practice_id = ctx.practice_id()',
      relatedSql('c', 'CLIENT_LIST'),
      sharedSql('c', 'c.id', 1),
      ...this.textConditions(text ?? '', add),
      ...(filter.status ? [`c.status = ANY (${add(filter.status)}::text[])`] : []),
      ...(filter.profile ? [`coalesce(p.assigned_profile, 'NONE') = ANY (${add(filter.profile)}::text[])`] : []),
      ...(filter.caseManagerId ? [oneOfOrNone(caseManagerSql('c'), filter.caseManagerId, add)] : []),
      ...(filter.gpId ? [oneOfOrNone('c.gp_id', filter.gpId, add)] : []),
      ...(filter.gap?.map((gap) => GAP_SQL[gap as Gap]) ?? []),
      ...(filter.todo?.map((todo) => TODO_SQL[todo as Todo]()) ?? []),
    ];
    const keys = SORTS[sort].map((key, n) => ({ key, name: `k${n}` }));
    const order = keys.map(({ name }) => name).join(', ');
    const after = cursor ? `WHERE (${order}) > (${decodeCursor(sort, cursor, keys.length).map(add).join(', ')})` : '';
    const profile = `LEFT JOIN care.client_profile p
      ON p.practice_id = ctx.practice_id() AND p.client_id = c.id AND ${sharedSql('p', 'c.id', 3)}`;
    // what is counted and sorted is narrow: whole lines are fetched for the page alone
    return query<FoundRow>(
      `WITH matched AS (
         SELECT c.id, ${keys.map(({ key, name }) => `${key} AS ${name}`).join(', ')} FROM care.client c ${profile}
         WHERE ${where.join(' AND ')}),
       page AS (SELECT * FROM matched ${after} ORDER BY ${order} LIMIT ${add(limit)})
       SELECT ${LIST_COLUMNS}, (SELECT count(*)::integer FROM matched) AS total, jsonb_build_array(${order}) AS "sortValues"
       FROM page JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = page.id ${profile} ORDER BY ${order}`,
      parameters,
    );
  }

  private textConditions(text: string, add: (value: unknown) => string): string[] {
    const { nameTokens, birthDate, birthYear, hisNumber } = searchQuery(text, requestContext().today);
    const date = birthDate === undefined ? undefined : `c.birth_date = ${add(birthDate)}`;
    const year = birthYear === undefined ? undefined : `extract(year FROM c.birth_date) = ${add(birthYear)}`;
    const number = hisNumber === undefined ? undefined : `starts_with(c.his_number, ${add(hisNumber)})`;
    const given = [date, year, number].filter((condition) => condition !== undefined);
    // one bare number may be a birth date, a year or a HIS number
    const bareNumber = /^\d+$/.test(text.trim());
    return [
      ...nameTokens.map((token) => `c.search_text LIKE '% ' || ${add(likeLiteral(token))} || '%'`),
      ...(bareNumber ? [`(${given.join(' OR ')})`] : given),
    ];
  }

  /** The profile only where it is shared; that it is hidden is said, not what it is. */
  private item(row: FoundRow, today: string): ClientListItem {
    const { user } = requestContext();
    const grant = grantFor(user.role, 'RISK_PROFILE', 'READ');
    const item = listItem(row, today);
    if (!grant) return { ...item, hidden: [{ pointer: '/profile', code: 'ROLE' }] };
    const own = user.organisationKind === 'PRACTICE';
    if (row.profileOwnerId === null && !own) return { ...item, hidden: [{ pointer: '/profile', code: 'NO_BASIS' }] };
    return { ...item, profile: profileView(row) };
  }

  /** For the log: which filters were used, never what was typed. */
  private criteria({ text, filter, cursor }: ClientSearch, sort: ClientSort): Record<string, unknown> {
    return { withText: Boolean(text), filter: filter ?? {}, sort, continued: Boolean(cursor) };
  }
}

const likeLiteral = (token: string): string => token.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function oneOfOrNone(column: string, ids: readonly (string | null)[], add: (value: unknown) => string): string {
  const known = ids.filter((id) => id !== null);
  const none = ids.includes(null) ? `OR ${column} IS NULL` : '';
  return `(${column} = ANY (${add(known)}::uuid[]) ${none})`;
}
