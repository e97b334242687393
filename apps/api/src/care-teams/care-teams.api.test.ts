import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Consents } from '../consents/consents.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { settleOnce } from './keep-settled.ts';

let stack: TestApp;
let assistant: Agent;
let nurse: Agent;
let adviser: Agent;
const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const ADVISER = testMember('noord', 'ELDERLY_ADVISER');
const PHYSICIAN = testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  nurse = await stack.as('DISTRICT_NURSE');
  adviser = await stack.as('ELDERLY_ADVISER');
}, 60_000);
afterAll(() => stack.close(), 30_000);

async function newClient(): Promise<string> {
  const body = { name: { family: 'Jansen' }, sex: 'MALE', birthDate: '1940-03-01', confirmDuplicate: true };
  return (await assistant.post('/api/v1/clients').send(body).expect(201)).body.id;
}
const teamOf = async (client: string, agent = assistant) =>
  (await agent.get(`/api/v1/clients/${client}/team`).expect(200)).body;
const putTeam = async (client: string, userIds: string[], agent = assistant) =>
  agent
    .put(`/api/v1/clients/${client}/team`)
    .set('If-Match', `"${(await teamOf(client)).version}"`)
    .send({ members: userIds.map((userId) => ({ userId })) });
const putManager = async (client: string, userId: string | null, agent = assistant) =>
  agent
    .put(`/api/v1/clients/${client}/case-manager`)
    .set('If-Match', `"${(await teamOf(client)).version}"`)
    .send({ userId });
const grant = (client: string, validUntilOn: string | null = null): Promise<string> =>
  actAs(
    stack,
    'GP',
    () =>
    stack.app.get(Consents, { strict: false }).register(client, {
      kind: 'GRANT', fromOrgId: null, toOrgId: ADVISER.organisationId, categories: [1], givenBy: 'CLIENT', how: 'ORAL',
      givenOn: '2026-11-01', textVersion: '1', validUntilOn,
    }), // prettier-ignore
  );

describe('the team of a client', () => {
  it('opens the record for who joins and closes it for who leaves, and keeps who was in it', async () => {
    const client = await newClient();
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    expect((await putTeam(client, [NURSE, PHYSICIAN])).body.members).toMatchObject([
      { userId: NURSE, role: 'DISTRICT_NURSE', phone: '0599 550101' },
      { userId: PHYSICIAN, reasons: ['TEAM'], until: null, organisation: { kind: 'SPECIALIST' } },
    ]);
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
    const { body } = await putTeam(client, [PHYSICIAN]);
    expect(body.former).toMatchObject([{ userId: NURSE, reasons: ['TEAM'], until: expect.any(String) }]);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const { rows } = await stack.owner.query('SELECT FROM care.team_member WHERE client_id = $1', [client]);
    expect(rows).toHaveLength(2);
  });

  it('is changed on the version that was seen, and takes what it answered itself as no change', async () => {
    const client = await newClient();
    await putTeam(client, [NURSE]);
    const { version, members } = await teamOf(client);
    const again = assistant
      .put(`/api/v1/clients/${client}/team`)
      .send({ members: members.map(({ userId }: { userId: string }) => ({ userId })) });
    await again.set('If-Match', `"${version}"`).expect(200);
    const { body } = await assistant
      .put(`/api/v1/clients/${client}/team`)
      .set('If-Match', `"${version}"`)
      .send({ members: [] })
      .expect(412);
    expect(body.current.members).toHaveLength(1);
    await assistant.put(`/api/v1/clients/${client}/team`).send({ members: [] }).expect(428);
  });

  it('takes nobody who has no care of people, or an ouderenadviseur without consent', async () => {
    const client = await newClient();
    const manager = testMember('noord', 'PRACTICE_MANAGER').userId;
    expect((await putTeam(client, [manager])).body.code).toBe('RECEIVER_NOT_ALLOWED');
    expect((await putTeam(client, [ADVISER.userId])).body.code).toBe('CONSENT_REQUIRED');
    expect((await putManager(client, ADVISER.userId)).body.code).toBe('CONSENT_REQUIRED');
    expect((await putManager(client, PHYSICIAN)).body.code).toBe('RECEIVER_NOT_ALLOWED');
    await grant(client);
    expect((await putManager(client, ADVISER.userId)).body.caseManagerId).toBe(ADVISER.userId);
    await adviser.get(`/api/v1/clients/${client}`).expect(200);
  });
});

describe('the case manager', () => {
  it('is named and ended, in the record, the list and the safety net alike', async () => {
    const client = await newClient();
    await putManager(client, NURSE);
    expect((await assistant.get(`/api/v1/clients/${client}`)).body.caseManagerId).toBe(NURSE);
    const mine = await nurse
      .post('/api/v1/clients/search')
      .send({ filter: { caseManagerId: [NURSE] } })
      .expect(200);
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(client);
    expect((await putManager(client, null)).body).toMatchObject({
      caseManagerId: null,
      members: [],
      former: [{ userId: NURSE }],
    });
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('may be changed by her or a colleague of her organisation, and by no other visitor', async () => {
    const client = await newClient();
    await grant(client);
    await putTeam(client, [ADVISER.userId, NURSE]);
    expect((await putManager(client, ADVISER.userId, adviser)).status).toBe(403);
    await putManager(client, NURSE);
    expect((await putManager(client, NURSE, adviser)).status).toBe(403);
    expect((await putManager(client, ADVISER.userId, nurse)).body.caseManagerId).toBe(ADVISER.userId);
  });
});

describe('a consent through a day', () => {
  it('closes by itself, and the books follow without anybody acting', async () => {
    const client = await newClient();
    await grant(client, '2999-01-01');
    await putManager(client, ADVISER.userId);
    const { rows } = await stack.owner.query(
      'SELECT changes_at::text LIKE $2 AS known FROM care.client WHERE id = $1',
      [client, '2999-01-01%'],
    );
    expect(rows).toEqual([{ known: true }]);
    await stack.owner.query(`UPDATE care.consent SET valid_until = now() WHERE client_id = $1`, [client]);
    await stack.owner.query(`UPDATE care.client SET changes_at = now() WHERE id = $1`, [client]);
    await settleOnce(stack.config, stack.app);
    await adviser.get(`/api/v1/clients/${client}`).expect(404);
    expect((await assistant.get(`/api/v1/clients/${client}`)).body.caseManagerId).toBeNull();
    const open = await stack.owner.query(
      `SELECT FROM care.access_basis WHERE client_id = $1 AND to_org_id = $2 AND validity @> now()`,
      [client, ADVISER.organisationId],
    );
    expect(open.rows).toEqual([]);
  });
});
