import { createHash } from 'node:crypto';
import type { TestApp } from '../support/staff.ts';

/** Derived from the rest, or about a merge itself. */
const NOT_COMPARED = ['access_basis', 'merge', 'approval_client'];

/** Per table a hash of every row of one client, bit by bit; of what is derived for sharing, what holds now. */
export async function imageOf(stack: TestApp, clientId: string): Promise<Record<string, string>> {
  const { rows: tables } = await stack.owner.query<{ tab: string; col: string }>(
    'SELECT tab, col FROM care.client_tables()',
  );
  const image: Record<string, string> = {};
  for (const { tab, col } of [...tables, { tab: 'client', col: 'id' }]) {
    if (NOT_COMPARED.includes(tab)) continue;
    image[`${tab}.${col}`] = await hashOf(
      stack,
      `SELECT to_jsonb(x)::text AS row FROM care.${tab} x WHERE x.${col} = $1`,
      clientId,
    );
  }
  image['access_basis'] = await hashOf(
    stack,
    `SELECT concat_ws(' ', category, from_org_id, to_org_id, rule_id, kind, upper(validity)) AS row FROM care.access_basis
     WHERE client_id = $1 AND validity @> now()`,
    clientId,
  );
  return image;
}

async function hashOf(stack: TestApp, sql: string, clientId: string): Promise<string> {
  const { rows } = await stack.owner.query<{ row: string }>(`${sql} ORDER BY 1`, [clientId]);
  return `${rows.length}:${createHash('sha256')
    .update(rows.map(({ row }) => row).join('\n'))
    .digest('hex')}`;
}

export function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(before).filter((table) => before[table] !== after[table]);
}

/** Rows left behind that nothing explains: where both had what one can have, the other's row stays, and is noted so. */
export async function orphansOf(stack: TestApp, mergeId: string, mergedId: string): Promise<string[]> {
  const { rows: tables } = await stack.owner.query<{ tab: string; col: string; key: string }>(
    `SELECT tab, col, care.key_sql(row_keys) AS key FROM care.client_tables() WHERE NOT care.stays_on_merge(tab)`,
  );
  const orphans: string[] = [];
  for (const { tab, col, key } of tables) {
    const { rows } = await stack.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM care.${tab} x WHERE x.${col} = $1 AND NOT EXISTS (SELECT FROM care.merge_row r
         WHERE r.merge_id = $2 AND r.table_name = '${tab}' AND r.row_key = ${key} AND r.now_client = $1 AND r.after <> '{}')`,
      [mergedId, mergeId],
    );
    if (rows[0] && rows[0].n > 0) orphans.push(`${rows[0].n} of ${tab}`);
  }
  return orphans;
}
