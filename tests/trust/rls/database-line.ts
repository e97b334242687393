import { randomUUID } from 'node:crypto';
import { SCOPE_OF_ROLE, STAFF_ROLES } from '@samenoud/domain';
import pg from 'pg';
import { loginUrl } from '../../../apps/api/src/platform/database/roles.ts';
import { pick, type Random } from '../support/random.ts';
import { PRACTICES, sessionOf, type TestApp } from '../support/staff.ts';
import type { WorldFacts } from '../support/world.ts';
import { databaseShows, type OwnedRow, type Person } from './expected.ts';

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: string;
  /** Some tables are for the functions of the database alone. */
  readonly readable: boolean;
  /** A column the app may change; none where it may not change anything. */
  readonly updatable: string | null;
  readonly ofClients: boolean;
}

const TABLES = `SELECT c.relname AS name, has_table_privilege('smd_app', c.oid, 'SELECT') AS readable,
    (SELECT min(g.column_name) FROM information_schema.role_column_grants g WHERE g.grantee = 'smd_app'
       AND g.table_schema = 'care' AND g.table_name = c.relname AND g.privilege_type = 'UPDATE') AS updatable,
    EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'seen') AS "ofClients"
  FROM pg_class c WHERE c.relnamespace = 'care'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

/** Statements without any condition of the application's, as the application's own login: only the policies stand in the way. */
export async function probeDatabase(
  stack: TestApp,
  facts: WorldFacts,
  random: Random,
  runs: number,
): Promise<string[]> {
  const { rows: tables } = await stack.owner.query<Table>(TABLES);
  const all = new Map<string, Row[]>();
  for (const { name } of tables) all.set(name, await rowsOf(stack.owner, name));
  const app = new pg.Client({ connectionString: loginUrl(stack.databaseUrl, 'smd_app', stack.config.key) });
  await app.connect();
  try {
    const faults: string[] = [];
    for (const table of inTurn(tables, runs, random)) {
      const person = { practice: pick(random, PRACTICES), role: pick(random, STAFF_ROLES) };
      faults.push(...(await probeTable(app, table, all.get(table.name) ?? [], facts, person, random)));
    }
    return faults;
  } finally {
    await app.end();
  }
}

/** Every table as often as the next, from one by chance: of as many as there are, a chance of its own would leave some out. */
function inTurn(tables: readonly Table[], runs: number, random: Random): Table[] {
  const from = Math.floor(random() * tables.length);
  const all = Array.from({ length: Math.ceil((from + runs) / tables.length) }, () => tables).flat();
  return all.slice(from, from + runs);
}

const rowsOf = async (client: pg.Client, table: string): Promise<Row[]> =>
  (await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM care.${table} t`)).rows.map(({ row }) => row);

async function probeTable(
  app: pg.Client,
  table: Table,
  all: readonly Row[],
  facts: WorldFacts,
  person: Person,
  random: Random,
): Promise<string[]> {
  const name = `${person.role} of ${person.practice} on care.${table.name}`;
  const expected = all.filter((row) => isExpected(table, row, facts, person)).length;
  const act = pick(random, table.updatable === null ? ['read', 'add'] : ['read', 'add', 'change']);
  await app.query('BEGIN');
  await enter(app, person);
  try {
    if (act === 'add') return await addForeign(app, table, all, person, random, name);
    if (!table.readable) return await readClosed(app, table, name);
    const seen =
      act === 'read'
        ? await rowsOf(app, table.name)
        : (
            await app.query<{ row: Row }>(
              `UPDATE care.${table.name} t SET ${table.updatable} = ${table.updatable} RETURNING to_jsonb(t) AS row`,
            )
          ).rows.map(({ row }) => row);
    const leaked = seen.filter((row) => !isExpected(table, row, facts, person));
    if (leaked.length > 0)
      return [`${name}: ${act} reaches ${leaked.length} rows too many, ${JSON.stringify(leaked[0]).slice(0, 200)}`];
    return seen.length === expected ? [] : [`${name}: ${act} reaches ${seen.length} of ${expected} rows`];
  } finally {
    await app.query('ROLLBACK');
  }
}

/** A table that is for the functions of the database alone shows not even that it is empty. */
async function readClosed(app: pg.Client, table: Table, name: string): Promise<string[]> {
  const refused = await rowsOf(app, table.name).then(() => undefined, stateOf);
  return refused === REFUSED ? [] : [`${name}: reading gave ${String(refused)}, not a refusal`];
}

async function enter(app: pg.Client, { practice, role }: Person): Promise<void> {
  const { practiceId, userId, organisationId } = sessionOf(practice, role);
  await app.query(
    `SELECT set_config('app.practice_id', $1, true), set_config('app.user_id', $2, true), set_config('app.org_id', $3, true),
       set_config('app.role', $4, true), set_config('app.scope', $5, true)`,
    [practiceId, userId, organisationId, role, SCOPE_OF_ROLE[role]],
  );
}

/** A copy of another practice's row, under a new id, must not find its way in. */
async function addForeign(
  app: pg.Client,
  table: Table,
  all: readonly Row[],
  person: Person,
  random: Random,
  name: string,
): Promise<string[]> {
  const { practiceId } = sessionOf(person.practice, person.role);
  const foreign = all.filter((row) => tenantOf(row) !== practiceId);
  if (foreign.length === 0) return [];
  const row = { ...pick(random, foreign), ...('practice_id' in (foreign[0] ?? {}) ? { id: randomUUID() } : {}) };
  try {
    await app.query(`INSERT INTO care.${table.name} SELECT (jsonb_populate_record(NULL::care.${table.name}, $1)).*`, [
      JSON.stringify(row),
    ]);
    return [`${name}: a row of another practice was added`];
  } catch (error) {
    const state = stateOf(error);
    return state === REFUSED ? [] : [`${name}: adding a foreign row gave ${String(state)}, not a refusal by policy`];
  }
}

/** SQLSTATE of what a grant or a policy refuses. */
const REFUSED = '42501';
const stateOf = (error: unknown): unknown => (error instanceof pg.DatabaseError ? error.code : error);

const tenantOf = (row: Row): unknown => row['practice_id'] ?? row['id'];

function isExpected(table: Table, row: Row, facts: WorldFacts, person: Person): boolean {
  const { practiceId, userId } = sessionOf(person.practice, person.role);
  if (tenantOf(row) !== practiceId) return false;
  if (table.name === 'idempotency') return row['user_id'] === userId;
  if (!table.ofClients) return true;
  const owned = {
    practiceId: row['practice_id'],
    clientId: table.name === 'client' ? row['id'] : row['client_id'],
    ownerOrgId: row['owner_org_id'],
    category: row['category'],
  };
  return databaseShows(facts, person, owned as OwnedRow);
}
