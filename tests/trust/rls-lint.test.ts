/** `trust:rls-lint`: the catalogue of a fresh database keeps the rules of tenant isolation. Source: trust paper 4. */
import type pg from 'pg';
import { findUnsafeTables } from '../../apps/api/src/platform/database/server-guards.ts';
import { createTestDatabase } from '../../apps/api/src/testing/test-database.ts';
import { defineHarness, type Trial } from './support/harness.ts';
import { withOwner } from './support/owner.ts';

const FORCED = 'ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY';
const KEYED = 'practice_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (practice_id, id)';
const WALL = 'AS RESTRICTIVE USING (practice_id = (SELECT ctx.practice_id()))';

/** What each plant does to the database, and a part of the line that must name it. */
const PLANTS: readonly (readonly [sql: string, expected: RegExp])[] = [
  [`CREATE TABLE care.planted_bare (id uuid PRIMARY KEY)`, /planted_bare: row-level security/],
  [`CREATE TABLE care.planted_keyless (id uuid PRIMARY KEY)`, /planted_keyless: practice_id does not lead/],
  [
    `CREATE TABLE care.planted_lax (${KEYED}); ALTER TABLE care.planted_lax ENABLE ROW LEVEL SECURITY;
     CREATE POLICY tenant ON care.planted_lax ${WALL}`,
    /planted_lax: row-level security is not forced/,
  ],
  [
    `CREATE TABLE care.planted_open (${KEYED}); ALTER TABLE care.planted_open ${FORCED};
     CREATE POLICY everyone ON care.planted_open USING (true)`,
    /planted_open: no restrictive policy/,
  ],
  [
    `CREATE TABLE care.planted_wide (${KEYED}); ALTER TABLE care.planted_wide ${FORCED};
     CREATE POLICY tenant ON care.planted_wide ${WALL}; GRANT UPDATE ON care.planted_wide TO smd_app`,
    /planted_wide: the app may change whole rows/,
  ],
  [`GRANT DELETE ON care.consent TO smd_app`, /consent: the app may change whole rows/],
  [`CREATE VIEW care.planted_view AS SELECT id FROM care.client`, /planted_view: view without security_invoker/],
  [
    `CREATE TABLE care.planted_unique (${KEYED}, code text UNIQUE); ALTER TABLE care.planted_unique ${FORCED};
     CREATE POLICY tenant ON care.planted_unique ${WALL}`,
    /planted_unique: planted_unique_code_key lacks practice_id/,
  ],
  [
    `CREATE TABLE care.planted_index (${KEYED}, code text); ALTER TABLE care.planted_index ${FORCED};
     CREATE POLICY tenant ON care.planted_index ${WALL};
     CREATE UNIQUE INDEX planted_code_ix ON care.planted_index (code)`,
    /planted_index: planted_code_ix lacks practice_id/,
  ],
  [
    `CREATE TABLE care.planted_sham (${KEYED}); ALTER TABLE care.planted_sham ${FORCED};
     CREATE POLICY tenant ON care.planted_sham AS RESTRICTIVE USING (true)`,
    /planted_sham: no restrictive policy/,
  ],
  [
    `CREATE TABLE care.planted_other (${KEYED}); ALTER TABLE care.planted_other ${FORCED};
     CREATE POLICY tenant ON care.planted_other AS RESTRICTIVE TO smd_worker USING (practice_id = (SELECT ctx.practice_id()))`,
    /planted_other: no restrictive policy/,
  ],
  [`ALTER TABLE care.client DISABLE ROW LEVEL SECURITY`, /client: row-level security is not forced/],
];

defineHarness({
  name: 'rls-lint',
  claim:
    'no table, view or grant of a fresh database breaks the rules of tenant isolation, and each planted one is named',
  control: 'row-level security is off on one table',
  runs: { quick: PLANTS.length, command: PLANTS.length, full: PLANTS.length },
  measure: lint,
});

async function lint({ planted }: Trial): Promise<{ faults: string[]; figures: Record<string, number> }> {
  const database = await createTestDatabase();
  try {
    return await withOwner(database.url, async (owner) => {
      if (planted) await owner.query('ALTER TABLE care.response DISABLE ROW LEVEL SECURITY');
      const faults = await faultsOf(owner);
      const missed: string[] = [];
      for (const [sql, expected] of PLANTS) if (!(await finds(owner, sql, expected))) missed.push(`not found: ${sql}`);
      return { faults: [...faults, ...missed], figures: { plants: PLANTS.length, missed: missed.length } };
    });
  } finally {
    await database.drop();
  }
}

/** The lint asks as a TypeORM runner does, which answers with the rows. */
const faultsOf = (owner: pg.Client): Promise<string[]> => {
  const query: unknown = async (sql: string, parameters?: unknown[]) => (await owner.query(sql, parameters)).rows;
  return findUnsafeTables({ query } as Parameters<typeof findUnsafeTables>[0]);
};

async function finds(owner: pg.Client, sql: string, expected: RegExp): Promise<boolean> {
  await owner.query('BEGIN');
  await owner.query(sql);
  const found = await faultsOf(owner);
  await owner.query('ROLLBACK');
  return found.some((fault) => expected.test(fault));
}
