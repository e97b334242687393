import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOfInstant } from '@samenoud/domain';
import { actAs } from '../testing/acting.ts';
import { welcome } from '../testing/colleagues.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { CareTeams } from './care-teams.service.ts';
import { leaveOnTime } from './leave-on-time.ts';

let app: TestApp;
let manager: Agent;
let gp: Agent;

beforeAll(async () => {
  app = await startTestApp();
  [manager, gp] = [await app.as('PRACTICE_MANAGER'), await app.as('GP')];
}, 60_000);
afterAll(() => app.close());

let made = 0;
async function client(): Promise<string> {
  const body = { name: { family: `Berg-${++made}` }, sex: 'FEMALE', birthDate: '1941-04-03' };
  return (await gp.post('/api/v1/clients').send(body).expect(201)).body.id;
}
const teams = (): CareTeams => app.app.get(CareTeams, { strict: false });
const nameCaseManager = (clientId: string, userId: string) =>
  actAs(app, 'GP', () => teams().nameCaseManager(clientId, userId));
const gaps = async (): Promise<string[]> => {
  const { body } = await gp.get('/api/v1/safety-net').expect(200);
  const gap = body.gaps.find(({ code }: { code: string }) => code === 'NO_CASE_MANAGER');
  return gap.items.map(({ id }: { id: string }) => id);
};
const basisOf = async (clientId: string, organisationId: string): Promise<number> => {
  const { rows } = await app.owner.query(
    'SELECT count(*)::int AS n FROM care.access_basis WHERE client_id = $1 AND to_org_id = $2 AND validity @> now()',
    [clientId, organisationId],
  );
  return rows[0].n;
};
const rowsOf = async (userId: string) =>
  (
    await app.owner.query(
      `SELECT upper(t.active) = upper(m.valid) AS together, t.reason FROM care.team_member t
       JOIN care.membership m ON m.practice_id = t.practice_id AND m.id = t.user_id WHERE t.user_id = $1 ORDER BY t.reason`,
      [userId],
    )
  ).rows;

describe('who leaves', () => {
  it('leaves every team at the same instant: nothing is shared by her any more, and clients without case manager show up', async () => {
    const { organisationId } = testMember('noord', 'DISTRICT_NURSE');
    const nurse = await welcome(app, manager);
    const [alone, shared] = [await client(), await client()];
    await nameCaseManager(alone, nurse.id);
    await actAs(app, 'GP', () => teams().join(shared, nurse.id));
    await actAs(app, 'GP', () => teams().join(shared, testMember('noord', 'DISTRICT_NURSE').userId));
    await gp.post(`/api/v1/clients/${alone}/profiles`).send({ profile: 'FRAIL', reason: 'Proef' }).expect(201);
    expect(await basisOf(alone, organisationId)).toBeGreaterThan(0);
    expect(await gaps()).not.toContain(alone);
    await nurse.agent.get(`/api/v1/clients/${alone}`).expect(200);

    await manager
      .post(`/api/v1/users/${nurse.id}/end`)
      .send({ on: dayOfInstant(Date.now()) })
      .expect(200);
    expect(await rowsOf(nurse.id)).toEqual([
      { together: true, reason: 'CASE_MANAGER' },
      { together: true, reason: 'TEAM' },
    ]);
    expect(await basisOf(alone, organisationId)).toBe(0);
    expect(await basisOf(shared, organisationId)).toBeGreaterThan(0);
    expect(await gaps()).toContain(alone);
    expect((await gp.get(`/api/v1/clients/${alone}`).expect(200)).body.caseManagerId).toBeNull();
    const { rows } = await app.owner.query(
      `SELECT DISTINCT client_id FROM audit.event WHERE event_type = 'LEAVE_TEAM' AND object_id = $1`,
      [nurse.id],
    );
    expect(new Set(rows.map(({ client_id }) => client_id))).toEqual(new Set([alone, shared]));
  });

  it('on a day to come leaves by itself, back to the instant it ended', async () => {
    const { organisationId } = testMember('noord', 'DISTRICT_NURSE');
    const nurse = await welcome(app, manager);
    const clientId = await client();
    await nameCaseManager(clientId, nurse.id);
    await leaveOnTime(app.config, app.app);
    expect(await basisOf(clientId, organisationId)).toBeGreaterThan(0);
    await app.owner.query(
      `UPDATE care.team_member SET active = tstzrange(now() - interval '2 hours', NULL) WHERE user_id = $1`,
      [nurse.id],
    );
    await app.owner.query(
      `UPDATE care.membership SET valid = tstzrange(now() - interval '2 hours', now() - interval '1 hour') WHERE id = $1`,
      [nurse.id],
    );
    await leaveOnTime(app.config, app.app);
    await leaveOnTime(app.config, app.app);
    expect(await rowsOf(nurse.id)).toEqual([{ together: true, reason: 'CASE_MANAGER' }]);
    expect(await basisOf(clientId, organisationId)).toBe(0);
    expect((await gp.get(`/api/v1/clients/${clientId}`).expect(200)).body.caseManagerId).toBeNull();
  });
});
