import type { ConsentCategory, Resource } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../access/client-access.ts';
import { query } from '../request/request-context.ts';
import type { ExportedRow, ExportPart } from './export-parts.ts';

const PAGE = 200;

interface TableOfClient {
  readonly name: string;
  readonly table: string;
  /** Which rows are of the client `$1`; default by `client_id`. Alias `t`. */
  readonly of?: string;
  /** What makes a row one; it sorts them. Alias `t`. */
  readonly key?: string;
  /** What is no information about a person: keyed hashes, sealed copies. */
  readonly omit?: readonly string[];
  /** The right to read it, for every category its rows can have; null: rows without category and owner. */
  readonly reads: ExportPart['reads'];
  /** Names what only the service knows, such as a number that is kept sealed. */
  readonly map?: (row: ExportedRow, view: ClientView) => ExportedRow;
}

/** A table whose rows go out as they are, under the names of the API: a column that is added later is in it by itself. */
export function tablePart(access: ClientAccess, table: TableOfClient): ExportPart {
  const { name, reads, map = (row) => row } = table;
  return {
    name,
    tables: [`care.${table.table}`],
    reads,
    read: async (clientId, after) => {
      const view = await access.look(clientId);
      const rows = await pageOfTable(table, clientId, after);
      const seen = rows.filter(({ row }) => mayRead(view, reads, row));
      return {
        rows: seen.map(({ row }) => map(camelCased(row, ['practice_id', ...(table.omit ?? [])]), view)),
        after: rows.length === PAGE ? (rows.at(-1)?.key ?? null) : null,
      };
    },
  };
}

interface TableRow {
  readonly key: string;
  readonly row: ExportedRow;
}

function pageOfTable(
  { table, of, key = 't.id::text' }: TableOfClient,
  clientId: string,
  after: string | null,
): Promise<TableRow[]> {
  // prettier-ignore
  return query<TableRow>(
    `SELECT ${key} AS key, to_jsonb(t) AS row FROM care.${table} t
     WHERE t.practice_id = ctx.practice_id() AND ${of ?? 't.client_id = $1'} AND ($2::text IS NULL OR ${key} > $2)
     ORDER BY ${key} COLLATE "C" LIMIT ${PAGE}`,
    [clientId, after],
  );
}

function mayRead(view: ClientView, reads: ExportPart['reads'], row: ExportedRow): boolean {
  const { category, owner_org_id: ownerOrgId } = row;
  const plain = reads.find((read) => read.category === null);
  if (plain) return view.decide(plain.resource, 'READ').allow;
  const read = reads.find((one) => one.category === category);
  if (!read || typeof ownerOrgId !== 'string') return false;
  return view.decide(read.resource, 'READ', { ownerOrgId, category: read.category as ConsentCategory }).allow;
}

/** A row under the names of the API, without what is left out. */
export function camelCased(row: ExportedRow, omitted: readonly string[]): ExportedRow {
  const kept = Object.entries(row).filter(([column]) => !omitted.includes(column));
  return Object.fromEntries(kept.map(([column, value]) => [camelCase(column), value]));
}

const camelCase = (column: string): string => column.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());

/** All rows of one resource and category. */
export const readsOf = (resource: Resource, ...categories: readonly (ConsentCategory | null)[]): ExportPart['reads'] =>
  categories.map((category) => ({ resource, category }));
