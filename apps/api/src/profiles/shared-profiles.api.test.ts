import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { LIGHTEST } from '../testing/test-forms.ts';
import { getMeeting, lineOf, makeMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';

const NURSE = testMember('noord', 'DISTRICT_NURSE');
const SPECIALIST = testMember('noord', 'ELDERLY_CARE_PHYSICIAN');
const PAPER = { givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const;

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let specialist: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, specialist] = [
    await stack.as('GP'),
    await stack.as('DISTRICT_NURSE'),
    await stack.as('ELDERLY_CARE_PHYSICIAN'),
  ];
});
afterAll(() => stack.close());

/** Both care organisations take part; what the specialist writes of health is kept from home care. */
async function keptFromHomeCare(): Promise<string> {
  const person = { name: { family: 'Helft' }, sex: 'FEMALE', birthDate: '1941-04-03', confirmDuplicate: true };
  const { body } = await gp.post('/api/v1/clients').send(person).expect(201);
  await actAs(stack, 'GP', async () => {
    const teams = stack.app.get(CareTeams, { strict: false });
    await teams.join(body.id, NURSE.userId);
    await teams.join(body.id, SPECIALIST.userId);
    const rule = {
      ...PAPER,
      kind: 'DENY',
      fromOrgId: SPECIALIST.organisationId,
      toOrgId: NURSE.organisationId,
    } as const;
    await stack.app.get(Consents, { strict: false }).register(body.id, { ...rule, categories: [1, 3] });
  });
  return body.id;
}

const answered = {
  channel: 'PAPER',
  completedBy: 'SELF',
  completedOn: '2026-11-01',
  confirmOldDate: true,
  status: 'COMPLETED',
};

describe('a profile of which each half is written by another organisation', () => {
  let clientId: string;
  let responseId: string;
  beforeAll(async () => {
    clientId = await keptFromHomeCare();
    await nurse
      .post(`/api/v1/clients/${clientId}/responses`)
      .send({ ...answered, answers: {} })
      .expect(201);
    const path = `/api/v1/clients/${clientId}/responses`;
    const { body } = await gp
      .post(path)
      .send({ ...answered, answers: { 'gfi-01': 'dependent' } })
      .expect(201);
    responseId = body.id;
    await specialist.post(`/api/v1/clients/${clientId}/profiles`).send({ profile: 'COMPLEX', reason: 'Gezien' }).expect(201); // prettier-ignore
  });

  it('shows the half that is shared, and names the other', async () => {
    const { body } = await nurse.get(`/api/v1/clients/${clientId}`).expect(200);
    expect(body.profile).toMatchObject({
      assigned: null,
      assignedOn: null,
      assignedBy: null,
      proposed: 'UNDETERMINED',
    });
    expect(body.hidden).toEqual([{ pointer: '/profile/assigned', code: 'NO_BASIS' }]);
    expect((await gp.get(`/api/v1/clients/${clientId}`)).body.profile.assigned).toBe('COMPLEX');
  });

  it('does so in lists, which do not find by what is hidden either', async () => {
    const find = async (agent: Agent, filter: object) =>
      (await agent.post('/api/v1/clients/search').send({ filter }).expect(200)).body;
    const { items } = await find(nurse, {});
    expect(items[0]).toMatchObject({ profile: { assigned: null, proposed: 'UNDETERMINED' } });
    expect(items[0].hidden).toEqual([{ pointer: '/profile/assigned', code: 'NO_BASIS' }]);
    expect((await find(nurse, { profile: ['COMPLEX'] })).total).toBe(0);
    expect((await find(gp, { profile: ['COMPLEX'] })).total).toBe(1);
    expect((await find(nurse, { gap: ['NO_PROFILE'] })).total).toBe(0);
  });

  it('is no reason on an agenda for whom it would say what is hidden', async () => {
    const path = `/api/v1/clients/${clientId}/responses`;
    await gp
      .post(path)
      .send({ ...answered, completedOn: '2026-11-02', answers: LIGHTEST })
      .expect(201);
    const meeting = await makeMeeting(gp);
    expect(lineOf(meeting, clientId)?.reasons).toMatchObject([
      { code: 'PROFILE_CHANGED', detail: 'complex → robuust' },
    ]);
    const seen = lineOf(await getMeeting(nurse, meeting), clientId);
    expect(seen).toMatchObject({ reasons: [], proposed: null, hidden: [{ pointer: '/reasons', code: 'NO_BASIS' }] });
  });

  it('refuses a form that is not shared for that reason, and not as if it were not there', async () => {
    const rule = { ...PAPER, kind: 'DENY', fromOrgId: testMember('noord', 'GP').organisationId, toOrgId: NURSE.organisationId } as const; // prettier-ignore
    await actAs(stack, 'GP', () => stack.app.get(Consents, { strict: false }).register(clientId, { ...rule, categories: [1] })); // prettier-ignore
    const refused = await nurse.get(`/api/v1/responses/${responseId}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'NO_BASIS']);
    const adviser = await stack.as('ELDERLY_ADVISER');
    expect((await adviser.get(`/api/v1/responses/${responseId}`)).status).toBe(404);
  });
});

it('lists what she wrote herself and what is shared, where the practice shares nothing', async () => {
  const clientId = await keptFromHomeCare();
  await nurse
    .post(`/api/v1/clients/${clientId}/responses`)
    .send({ ...answered, answers: {} })
    .expect(201);
  await nurse.post(`/api/v1/clients/${clientId}/contact-persons`).send({ name: 'Buurvrouw' }).expect(201);
  await gp.post(`/api/v1/clients/${clientId}/contact-persons`).send({ name: 'Zoon' }).expect(201);
  const rule = { ...PAPER, kind: 'DENY', fromOrgId: testMember('noord', 'GP').organisationId, toOrgId: NURSE.organisationId } as const; // prettier-ignore
  await actAs(stack, 'GP', () => stack.app.get(Consents, { strict: false }).register(clientId, { ...rule, categories: [1, 3] })); // prettier-ignore
  const list = async (path: string) => (await nurse.get(`/api/v1/clients/${clientId}/${path}`).expect(200)).body.items;
  expect(await list('responses')).toHaveLength(1);
  expect(await list('contact-persons')).toMatchObject([{ name: 'Buurvrouw' }]);
  expect((await nurse.get(`/api/v1/clients/${clientId}`)).body.code).toBe('NO_BASIS');
});

it('shows the health answers of a form in progress in an emergency, as those of a completed one', async () => {
  const person = { name: { family: 'Nood' }, sex: 'FEMALE', birthDate: '1941-04-03', confirmDuplicate: true };
  const { body: client } = await gp.post('/api/v1/clients').send(person).expect(201);
  const answers = { 'gfi-01': 'dependent', 'gfi-11': 'yes' };
  await gp.post(`/api/v1/clients/${client.id}/responses`).send({ channel: 'PAPER', answers }).expect(201);
  const reason = { reasonCode: 'ACUTE_CARE', reason: 'Gevallen in huis, kan zelf niets vertellen.' };
  await nurse.post(`/api/v1/clients/${client.id}/break-glass`).send(reason).expect(201);
  const { body } = await nurse.get(`/api/v1/clients/${client.id}/responses`).expect(200);
  expect(body.items[0].answers).toEqual({ 'gfi-01': 'dependent' });
  const path = `/api/v1/responses/${body.items[0].id}`;
  expect((await nurse.patch(path).set('If-Match', '"1"').send({ answers })).status).toBe(404);
});

it('refuses, and keeps nothing, where the database shows less than was decided', async () => {
  const clientId = await keptFromHomeCare();
  const follower = stack.app.get(InvitationFollower, { strict: false });
  const leaving = jest.spyOn(follower, 'assigned').mockImplementationOnce(async () => {
    await stack.owner.query(
      `UPDATE care.team_member SET active = tstzrange(lower(active), lower(active) + interval '1 microsecond')
       WHERE client_id = $1 AND user_id = $2`,
      [clientId, SPECIALIST.userId],
    );
  });
  const { status } = await specialist
    .post(`/api/v1/clients/${clientId}/profiles`)
    .send({ profile: 'FRAIL', reason: 'Gezien' });
  leaving.mockRestore();
  expect(status).toBe(404);
  expect((await gp.get(`/api/v1/clients/${clientId}/profiles`)).body.items).toEqual([]);
});
