import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { TEST_PRACTICES } from '../../testing/test-network.ts';
import { renewClientOf } from './client-of.ts';
import { findUnsafeTables } from './server-guards.ts';

let stack: TestApp;
const practice = (number: number): string => TEST_PRACTICES[number - 1]?.id ?? '';

beforeAll(async () => {
  stack = await startTestApp();
});
afterAll(() => stack.close());

describe('the migrated database', () => {
  it('has a column for every property of every entity, of the same type and nullability', async () => {
    const { entityMetadatas } = stack.app.get(DataSource);
    expect(entityMetadatas.length).toBeGreaterThan(0);
    for (const { tableName, columns } of entityMetadatas) {
      const { rows } = await stack.owner.query(
        `SELECT column_name, udt_name, is_nullable FROM information_schema.columns WHERE table_schema = 'care' AND table_name = $1`,
        [tableName],
      );
      const inDatabase = new Map(rows.map((row) => [row.column_name, `${row.udt_name} ${row.is_nullable}`]));
      const types: Record<string, string> = {
        integer: 'int4',
        boolean: 'bool',
        timestamptz: 'timestamptz',
        smallint: 'int2',
      };
      for (const column of columns) {
        const type = String(column.type);
        const expected = `${types[type] ?? type} ${column.isNullable ? 'YES' : 'NO'}`;
        expect([tableName, column.databaseName, inDatabase.get(column.databaseName)]).toEqual([
          tableName,
          column.databaseName,
          expected,
        ]);
      }
    }
  });

  it('keeps practices apart on every table, and says so when one does not', async () => {
    const owner = { query: async (sql: string, values?: unknown[]) => (await stack.owner.query(sql, values)).rows };
    expect(await findUnsafeTables(owner)).toEqual([]);
    await stack.owner.query('CREATE TABLE care.planted (id uuid PRIMARY KEY); GRANT UPDATE ON care.planted TO smd_app');
    expect(await findUnsafeTables(owner)).toEqual([
      'care.planted: no restrictive policy on the practice',
      'care.planted: practice_id does not lead its primary key',
      'care.planted: row-level security is not forced',
      'care.planted: the app may change whole rows',
    ]);
    await stack.owner.query('DROP TABLE care.planted');
  });

  it('tells which client an id leads to, also of a table that was added, and nothing of another practice', async () => {
    const [mine, other, ofNobody, row] = [practice(1), practice(2), randomUUID(), randomUUID()];
    const nurse = await stack.as('PRACTICE_NURSE');
    const { body } = await nurse
      .post('/api/v1/clients')
      .send({ name: { family: 'Bos' }, sex: 'FEMALE', birthDate: '1940-06-15' });
    await stack.owner.query(`CREATE TABLE care.planted (practice_id uuid, id uuid, client_id uuid);
      INSERT INTO care.planted VALUES ('${mine}', '${row}', '${body.id}'), ('${mine}', '${ofNobody}', NULL);
      GRANT SELECT ON care.planted TO smd_owner`);
    await renewClientOf(stack.owner);
    const clientOf = async (practiceId: string, id: string): Promise<unknown> => {
      await stack.owner.query(`SELECT set_config('app.practice_id', $1, false)`, [practiceId]);
      return (await stack.owner.query('SELECT care.client_of($1) AS found', [id])).rows[0].found;
    };
    expect(await clientOf(mine, row)).toBe(body.id);
    expect(await clientOf(mine, body.id)).toBe(body.id);
    expect(await clientOf(mine, ofNobody)).toBeNull();
    expect(await clientOf(mine, randomUUID())).toBeNull();
    expect(await clientOf(other, row)).toBeNull();
    expect(await clientOf(other, body.id)).toBeNull();
    await stack.owner.query('DROP TABLE care.planted');
    await renewClientOf(stack.owner);
    expect(await clientOf(mine, body.id)).toBe(body.id);
  });

  it('is reached by a login that owns nothing and passes no policy', async () => {
    const rows = await stack.app
      .get(DataSource)
      .query('SELECT current_user AS login, (SELECT count(*)::integer FROM care.membership) AS seen');
    expect(rows).toEqual([{ login: 'smd_app', seen: 0 }]);
  });
});
