import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';

const CONNECTIONS = 5;
const CLIENTS = 10;
const UNKNOWN = '01a2001d-0000-7000-8000-000000000000';

let stack: TestApp;
let pool: pg.Pool;
let assistant: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  pool = poolOf(stack);
  pool.options.max = CONNECTIONS;
  await stack.app.listen(0, '127.0.0.1');
  assistant = await stack.as('PRACTICE_ASSISTANT');
});
afterAll(() => stack.close());

function poolOf({ app }: TestApp): pg.Pool {
  const { driver } = app.get(DataSource);
  if (!('master' in driver) || !(driver.master instanceof pg.Pool)) throw new Error('a pool was expected');
  return driver.master;
}

async function post(path: string, sent: object): Promise<{ status: number; id: string }> {
  const { status, body } = await assistant.post(`/api/v1${path}`).send(sent);
  return { id: body.id, status };
}

const register = (number: number): Promise<{ id: string; status: number }> =>
  post('/clients', {
    name: { family: `Drukte ${'abcdefghijk'[number]}` },
    sex: 'MALE',
    birthDate: `${1930 + number}-02-03`,
  });

const complete = (client: string): Promise<{ status: number }> =>
  post(`/clients/${client}/responses`, {
    channel: 'PAPER',
    status: 'COMPLETED',
    completedOn: '2026-01-05',
    completedBy: 'SELF',
    confirmOldDate: true,
    answers: { 'gfi-01': 'dependent' },
  });

const logged = async (): Promise<number> => {
  const { rows } = await stack.owner.query('SELECT count(*)::integer AS number FROM audit.event');
  return rows[0].number;
};

describe('a transaction', () => {
  it('takes one connection, so that fifty writers at once get through a pool of five', async () => {
    const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, number) => register(number)));
    const before = await logged();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => {
        const client = number % 5 === 4 ? UNKNOWN : clients[number % CLIENTS]?.id;
        return complete(client ?? '');
      }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
    expect((await logged()) - before).toBe(50);
    expect(pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('answers an error and keeps nothing when its log row cannot be written', async () => {
    const { id } = await register(CLIENTS);
    await stack.owner.query('REVOKE EXECUTE ON FUNCTION audit.append(jsonb) FROM smd_app');
    const refused = await complete(id);
    await stack.owner.query('GRANT EXECUTE ON FUNCTION audit.append(jsonb) TO smd_app');
    const { rows } = await stack.owner.query('SELECT id FROM care.response WHERE client_id = $1', [id]);
    expect({ status: refused.status, rows }).toEqual({ status: 500, rows: [] });
    expect(await complete(id)).toMatchObject({ status: 201 });
  });

  it('leaves nobody signed in on the connection it gives back', async () => {
    const { rows } = await pool.query<{ practice: string }>(
      `SELECT current_setting('app.practice_id', true) AS practice`,
    );
    expect(rows[0]?.practice ?? '').toBe('');
  });

  it('is refused when the database goes away, and the process works on when it is back', async () => {
    const everyone = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'smd_app' AND datname = current_database()`;
    const asked = Array.from({ length: 20 }, (_, number) => register(number % CLIENTS));
    await stack.owner.query(everyone);
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    await stack.owner.query(everyone);
    const after = await Promise.all(Array.from({ length: CONNECTIONS * 2 }, () => assistant.get('/api/v1/session')));
    expect(after.at(-1)?.status).toBe(200);
    expect((await assistant.get('/api/v1/session')).status).toBe(200);
  });
});
