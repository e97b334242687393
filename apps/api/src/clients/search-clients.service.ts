import { Injectable } from '@nestjs/common';
import { compareKeys, grantFor, priorityRank, type ProposedProfile } from '@samenoud/domain';
import { CareJudgement, type Due } from '../care-facts/care-facts.service.ts';
import { profileJoin } from '../platform/access/seen-sql.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { ClientListItem, type ClientPage, ClientSearch } from './client.dto.ts';
import { type FoundRow, HIDDEN_HALVES, hiddenHalves, LIST_COLUMNS, listItem, profileView } from './client-row.ts';
import type { ClientSort } from './client-codes.ts';
import { type FoundClient, judgedOrder } from './judged-list.ts';
import { decodeCursor, encodeCursor, type SortValue } from './list-cursor.ts';
import { conditionsOf } from './search-conditions.ts';

export { ClientListItem, ClientSearch };

/** One page of a search before it is shown, with what was judged of the clients on it. */
interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly due: ReadonlyMap<string, Due>;
}

interface Asked {
  readonly search: ClientSearch;
  readonly sort: ClientSort;
  readonly isOwnCaseload: boolean;
}

/** A line of a caseload: the client as in every list, and what is due for her. */
export interface CaseloadLine {
  readonly item: ClientListItem;
  readonly due: Due;
}

const DEFAULT_LIMIT = 50;
const LENGTHS: Readonly<Record<ClientSort, number>> = { PRIORITY: 6, NEXT_CONTACT: 4, PROFILE: 4, AGE: 3, NAME: 3 };

/** Rank of a profile in SQL, from the one place that knows it. */
const rankSql = (profile: string): string => {
  const cases = (['COMPLEX', 'UNDETERMINED', 'FRAIL', 'ROBUST'] satisfies ProposedProfile[]).map(
    (code) => `WHEN '${code}' THEN ${priorityRank({ assigned: null, proposed: code })}`,
  );
  return `CASE ${profile} ${cases.join(' ')} ELSE ${priorityRank({ assigned: null, proposed: null })} END`;
};

const BY_NAME = ['c.sort_name', 'c.birth_date::text', 'c.id::text'] as const;

/** Orders that the database knows by itself; the others are judged. */
const SORTS: Partial<Readonly<Record<ClientSort, readonly string[]>>> = {
  NAME: BY_NAME,
  AGE: ['c.birth_date::text', 'c.sort_name', 'c.id::text'],
  PROFILE: [rankSql('p.assigned_profile'), ...BY_NAME],
};

/** Finds clients by what people type, filtered by what they may see; one log row with the ids shown. */
@Injectable()
export class SearchClients {
  constructor(private readonly judgement: CareJudgement) {}

  async search(search: ClientSearch): Promise<ClientPage> {
    const page = await this.find({ search, sort: (search.sort ?? 'NAME') as ClientSort, isOwnCaseload: false }, false);
    return { items: page.rows.map(itemOf), nextCursor: page.nextCursor, total: page.total };
  }

  /** The same list with what is due for everybody on it: of the person at hand, unless the filter names case managers. */
  async caseload(search: ClientSearch): Promise<{ lines: CaseloadLine[]; nextCursor: string | null; total: number }> {
    const isOwnCaseload = search.filter?.caseManagerId === undefined;
    const status = search.filter?.status ?? ['ACTIVE', 'ADMITTED'];
    const asked = { ...search, filter: { ...search.filter, status } };
    const { rows, due, ...page } = await this.find(
      { search: asked, sort: (search.sort ?? 'PRIORITY') as ClientSort, isOwnCaseload },
      true,
    );
    const lines = rows.flatMap((row) => {
      const judged = due.get(row.id);
      return judged === undefined ? [] : [{ item: itemOf(row), due: judged }];
    });
    return { lines, ...page };
  }

  private async find(asked: Asked, isCaseload: boolean): Promise<FoundPage> {
    const { gap, due } = asked.search.filter ?? {};
    const isJudged = isCaseload || gap !== undefined || due !== undefined || SORTS[asked.sort] === undefined;
    const found = isJudged ? await this.judged(asked, isCaseload) : await this.plain(asked);
    requestContext().log.push({
      type: isCaseload ? 'SEARCH_CASELOAD' : 'SEARCH_CLIENTS',
      action: 'R',
      objectType: isCaseload ? 'CASELOAD' : 'CLIENT_LIST',
      query: { ...criteriaOf(asked), ids: found.rows.map(({ id }) => id) },
      category: 1,
    });
    return found;
  }

  /** What is counted and sorted is narrow: whole lines are fetched for the page alone. */
  private async plain({ search, sort, isOwnCaseload }: Asked): Promise<FoundPage> {
    const parameters: unknown[] = [];
    const add = (value: unknown): string => `$${parameters.push(value)}`;
    const limit = search.limit ?? DEFAULT_LIMIT;
    const where = conditionsOf(search, isOwnCaseload, add);
    const keys = (SORTS[sort] ?? BY_NAME).map((key, n) => ({ key, name: `k${n}` }));
    const order = keys.map(({ name }) => name).join(', ');
    const after = cursorOf(search, sort);
    const rest = after ? `WHERE (${order}) > (${after.map(add).join(', ')})` : '';
    const rows = await query<FoundRow & { total: number; sortValues: SortValue[] }>(
      `WITH matched AS (
         SELECT c.id, ${keys.map(({ key, name }) => `${key} AS ${name}`).join(', ')} FROM care.client c ${profileJoin()}
         WHERE ${where}),
       page AS (SELECT * FROM matched ${rest} ORDER BY ${order} LIMIT ${add(limit + 1)})
       SELECT ${LIST_COLUMNS}, ${HIDDEN_HALVES}, (SELECT count(*)::integer FROM matched) AS total, jsonb_build_array(${order}) AS "sortValues"
       FROM page JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = page.id ${profileJoin()} ORDER BY ${order}`,
      parameters,
    );
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      rows: shown,
      nextCursor: last ? encodeCursor(sort, last.sortValues) : null,
      total: rows[0]?.total ?? 0,
      due: new Map(),
    };
  }

  /** Everybody found is judged by the rules of care; who passes is sorted, and lines are fetched for the page alone. */
  private async judged({ search, sort, isOwnCaseload }: Asked, isCaseload: boolean): Promise<FoundPage> {
    const { gap, due: wanted } = search.filter ?? {};
    const clients = await foundClients(search, isOwnCaseload);
    const gaps = gap === undefined ? undefined : await this.judgement.gaps(clients.map(({ id }) => id));
    const needsDue = isCaseload || wanted !== undefined || SORTS[sort] === undefined;
    const due = needsDue ? await this.judgement.due(clients.map(({ id }) => id)) : new Map<string, Due>();
    const order = judgedOrder(clients, { due, ...(gaps && { gaps }) }, { ...(gap && { gap }), ...(wanted && { due: wanted }) }, sort); // prettier-ignore
    const after = cursorOf(search, sort);
    const rest = after ? order.filter(({ key }) => compareKeys(key, after) > 0) : order;
    const shown = rest.slice(0, search.limit ?? DEFAULT_LIMIT);
    const last = rest.length > shown.length ? shown.at(-1) : undefined;
    return {
      rows: await linesOf(shown.map(({ id }) => id)),
      nextCursor: last ? encodeCursor(sort, last.key) : null,
      total: order.length,
      due,
    };
  }
}

function foundClients(search: ClientSearch, isOwnCaseload: boolean): Promise<FoundClient[]> {
  const parameters: unknown[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = conditionsOf(search, isOwnCaseload, add);
  return query<FoundClient>(
    `SELECT c.id, c.sort_name AS "sortName", c.birth_date AS "birthDate", p.assigned_profile AS assigned,
       p.proposed_profile AS proposed FROM care.client c ${profileJoin()} WHERE ${where}`,
    parameters,
  );
}

/** These clients as lines of a list, in this order. */
const linesOf = (ids: readonly string[]): Promise<FoundRow[]> =>
  query<FoundRow>(
    `SELECT ${LIST_COLUMNS}, ${HIDDEN_HALVES} FROM care.client c ${profileJoin()}
     WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], c.id)`,
    [ids],
  );

const cursorOf = ({ cursor }: ClientSearch, sort: ClientSort): SortValue[] | undefined =>
  cursor ? decodeCursor(sort, cursor, LENGTHS[sort]) : undefined;

/** The profile only where it is shared; that it is hidden is said, not what it is. */
function itemOf(row: FoundRow): ClientListItem {
  const { user, today } = requestContext();
  const grant = grantFor(user.role, 'RISK_PROFILE', 'READ');
  const item = listItem(row, today);
  if (!grant) return { ...item, hidden: [{ pointer: '/profile', code: 'ROLE' }] };
  const own = user.organisationKind === 'PRACTICE';
  if (row.profileOwnerId === null && !own) return { ...item, hidden: [{ pointer: '/profile', code: 'NO_BASIS' }] };
  const hidden = hiddenHalves(row);
  return { ...item, profile: profileView(row), ...(hidden.length > 0 ? { hidden } : {}) };
}

/** For the log: which filters were used, never what was typed. */
function criteriaOf({ search: { text, filter, cursor }, sort }: Asked): Record<string, unknown> {
  return { withText: Boolean(text), filter: filter ?? {}, sort, continued: Boolean(cursor) };
}
