import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@samenoud/domain';
import { Transactions } from '../platform/request/transaction.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import type { NoticeSubject } from './notices.service.ts';
import { Notices } from './notices.service.ts';

const UNKNOWN = '01a2001d-0000-7000-8000-000000000000';

let stack: TestApp;
let gp: Agent;
let officer: Agent;
let clientId: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, officer] = await Promise.all([stack.as('GP'), stack.as('LOG_OFFICER')]);
  const { body } = await gp
    .post('/api/v1/clients')
    .send({ name: { initials: 'J.M.', prefix: 'van der', family: 'Berg' }, sex: 'FEMALE', birthDate: '1941-04-03' })
    .expect(201);
  clientId = body.id;
});
afterAll(() => stack.close());

/** Tells as the assistant does, or by the clock of `now`. */
async function tell(
  roles: readonly StaffRole[],
  subject: NoticeSubject,
  now?: string,
  by: StaffRole = 'PRACTICE_ASSISTANT',
) {
  const member = testMember('noord', by);
  const user = { ...member, accountId: '', sessionId: '', displayName: '', role: by, bigNumber: null, practiceName: '',
    organisationName: '', organisationKind: '', secondFactorAt: null, expiresAt: '' }; // prettier-ignore
  const ids = roles.map((role) => testMember('noord', role).userId);
  const origin = { requestId: 'test', address: '-', ...(now === undefined ? {} : { now }) };
  await stack.app.get(Transactions).run(user, origin, () => stack.app.get(Notices).tell(ids, subject));
}

const listOf = async (agent: Agent, query = '') => (await agent.get(`/api/v1/notices${query}`).expect(200)).body;
const unreadOf = async (agent: Agent): Promise<number> =>
  (await agent.get('/api/v1/notices/count').expect(200)).body.unread;

describe('a notice', () => {
  it('reaches those it is for and nobody else, with a name only by the right of the reader', async () => {
    await tell(['GP', 'LOG_OFFICER'], { kind: 'EMERGENCY_ACCESS', clientId, objectId: UNKNOWN });
    expect((await listOf(gp)).items).toMatchObject([
      { kind: 'EMERGENCY_ACCESS', clientId, clientName: 'Berg, J.M. van der', objectId: UNKNOWN, readAt: null },
    ]);
    expect((await listOf(officer)).items).toMatchObject([{ clientId: null, clientName: null, objectId: UNKNOWN }]);
    for (const role of ['PRACTICE_NURSE', 'PRACTICE_ASSISTANT'] as const)
      expect([role, await listOf(await stack.as(role))]).toMatchObject([role, { items: [], total: 0, unread: 0 }]);
    expect(await unreadOf(await stack.as('GP', 'zuid'))).toBe(0);
  });

  it('loses the name when the relation of the reader ends', async () => {
    const nurse = await stack.as('DISTRICT_NURSE');
    await tell(['DISTRICT_NURSE'], { kind: 'EMERGENCY_VERDICT', clientId });
    expect((await listOf(nurse)).items).toMatchObject([{ clientName: null }]);
    const { practiceId, userId, organisationId } = testMember('noord', 'DISTRICT_NURSE');
    await stack.owner.query(
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, 'TEAM', tstzrange(now(), NULL))`,
      [practiceId, clientId, userId, organisationId],
    );
    await stack.owner.query(
      `INSERT INTO care.access_basis (practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity)
       VALUES ($1, $2, 1, $3, $4, 'rule', 'GRANT', tstzrange(now(), NULL))`,
      [practiceId, clientId, testMember('noord', 'GP').organisationId, organisationId],
    );
    expect((await listOf(nurse)).items).toMatchObject([{ clientName: 'Berg, J.M. van der' }]);
    await stack.owner.query(`UPDATE care.team_member SET active = tstzrange(lower(active), now()) WHERE user_id = $1`, [
      userId,
    ]);
    expect((await listOf(nurse)).items).toMatchObject([{ clientName: null }]);
  });

  it('is read once; the reader alone can say so', async () => {
    const [{ id }] = (await listOf(gp)).items;
    await officer.post(`/api/v1/notices/${id}/read`).expect(404);
    await gp.post(`/api/v1/notices/${UNKNOWN}/read`).expect(404);
    await gp.post('/api/v1/notices/none/read').expect(404);
    expect(await unreadOf(gp)).toBe(1);
    const { body: first } = await gp.post(`/api/v1/notices/${id}/read`).expect(200);
    const { body: again } = await gp.post(`/api/v1/notices/${id}/read`).expect(200);
    expect(first).toMatchObject({ id, readAt: expect.any(String) });
    expect(again.readAt).toBe(first.readAt);
    expect(await unreadOf(gp)).toBe(0);
    expect((await listOf(gp, '?state=UNREAD')).items).toEqual([]);
    expect((await listOf(gp)).items).toHaveLength(1);
  });

  it('is not for who did it herself, and told once to who is named twice', async () => {
    const manager = await stack.as('PRACTICE_MANAGER');
    await tell(['PRACTICE_MANAGER'], { kind: 'EMERGENCY_VERDICT' }, undefined, 'PRACTICE_MANAGER');
    expect(await unreadOf(manager)).toBe(0);
    await tell(['PRACTICE_MANAGER', 'PRACTICE_MANAGER'], { kind: 'EMERGENCY_VERDICT' });
    expect(await unreadOf(manager)).toBe(1);
  });

  it('stands in a list that is walked newest first without missing or repeating one', async () => {
    const nurse = await stack.as('PRACTICE_NURSE');
    for (const minute of ['03', '01', '02', '02'])
      await tell(['PRACTICE_NURSE'], { kind: 'EMERGENCY_VERDICT' }, `2026-03-04T10:${minute}:00Z`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { madeAt: string; id: string }[]; nextCursor: string | null; total: number } = await listOf(
        nurse,
        `?limit=1${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ madeAt }) => madeAt.slice(14, 16)));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['03', '02', '02', '01']);
    await nurse.get(`/api/v1/notices?cursor=${UNKNOWN}`).expect(400);
    await nurse.get('/api/v1/notices?state=READ').expect(400);
  });

  it('is logged where it named a client, and only there', async () => {
    await stack.owner.query('DELETE FROM audit.event');
    await listOf(gp);
    await listOf(officer);
    await unreadOf(gp);
    const { rows } = await stack.owner.query(
      `SELECT role_code, query FROM audit.event WHERE event_type = 'READ_NOTICES' ORDER BY seq`,
    );
    expect(rows).toEqual([{ role_code: 'GP', query: { ids: [clientId] } }]);
  });
});

describe('the table of notices', () => {
  it('lets the app write for a colleague, read her own, and change only whether it was read', async () => {
    const reach = async (role: StaffRole, sql: string): Promise<unknown> => {
      const { practiceId, userId } = testMember('noord', role);
      await stack.owner.query('BEGIN');
      await stack.owner.query('SET LOCAL ROLE smd_app');
      await stack.owner.query(`SELECT set_config('app.practice_id', $1, true), set_config('app.user_id', $2, true)`, [
        practiceId,
        userId,
      ]);
      try {
        return (await stack.owner.query(sql)).rowCount;
      } catch (error) {
        return error instanceof Error ? error.message : error;
      } finally {
        await stack.owner.query('ROLLBACK');
      }
    };
    expect(await reach('PRACTICE_ASSISTANT', 'SELECT FROM care.notice')).toBe(0);
    expect(await reach('GP', 'SELECT FROM care.notice')).toBe(1);
    expect(await reach('PRACTICE_ASSISTANT', 'UPDATE care.notice SET read_at = now()')).toBe(0);
    expect(await reach('GP', `UPDATE care.notice SET user_id = id`)).toMatch(/permission denied/);
    expect(await reach('GP', 'DELETE FROM care.notice')).toMatch(/permission denied/);
  });
});
