import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, REFERRAL_STATES, REFERRAL_STEPS, referralAfter, type ReferralState, type ReferralStep } from '@samenoud/domain'; // prettier-ignore
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';
import { ReferralSteps } from './referral-steps.service.ts';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let nurse: Agent;
let people = 0;
const gpId = testMember('noord', 'GP').userId;
const nurseId = testMember('noord', 'DISTRICT_NURSE').userId;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP'), await stack.as('DISTRICT_NURSE')]; // prettier-ignore
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Verwijzing ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

interface Referral {
  readonly id: string;
  readonly version: number;
  readonly state: ReferralState;
}
const WELFARE = { type: 'WELFARE_ON_PRESCRIPTION', receiver: 'Welzijn Noord', reason: 'Wil weer onder de mensen komen.' }; // prettier-ignore
const BODIES: Readonly<Record<ReferralStep, object>> = {
  SEND: { permission: { on: TODAY } },
  FEEDBACK: { text: 'Gaat elke dinsdag', outcome: 'STARTED' },
  CLOSE: { reason: 'Verhuist' },
};
const write = async (client: string, body: object = WELFARE, by: Agent = gp): Promise<Referral> =>
  (await by.post(`/api/v1/clients/${client}/referrals`).send(body).expect(201)).body;
const take = (by: Agent, { id, version }: Referral, step: ReferralStep, body = BODIES[step]): ReturnType<Agent['post']> =>
  by.post(`/api/v1/referrals/${id}/${step.toLowerCase()}`).set('If-Match', `"${version}"`).send(body); // prettier-ignore
const change = (by: Agent, { id, version }: Referral, body: object): ReturnType<Agent['patch']> =>
  by.patch(`/api/v1/referrals/${id}`).set('If-Match', `"${version}"`).send(body);
const listOf = async (client: string, by: Agent = gp) => (await by.get(`/api/v1/clients/${client}/referrals`).expect(200)).body; // prettier-ignore

const WAY: Readonly<Record<ReferralState, readonly ReferralStep[]>> = {
  DRAFT: [],
  SENT: ['SEND'],
  FEEDBACK_GIVEN: ['SEND', 'FEEDBACK'],
  CLOSED: ['CLOSE'],
};
async function referralIn(state: ReferralState): Promise<Referral> {
  let referral = await write(await newClient());
  for (const step of WAY[state]) referral = (await take(gp, referral, step).expect(200)).body;
  return referral;
}

describe('a referral', () => {
  it('takes every step of docs/state-machines/referral.md and no other', async () => {
    for (const from of REFERRAL_STATES)
      for (const step of REFERRAL_STEPS) {
        const to = referralAfter(from, step);
        const answer = await take(gp, await referralIn(from), step);
        const expected = to === null ? [409, 'WRONG_STATE'] : [200, to];
        expect([from, step, answer.status, answer.body.state ?? answer.body.code]).toEqual([from, step, ...expected]);
      }
  });

  it('is expected back after the days of the practice, by who wrote it', async () => {
    const client = await newClient();
    expect(await write(client)).toMatchObject({
      ...WELFARE,
      state: 'DRAFT',
      on: TODAY,
      dueOn: addDays(TODAY, 42),
      referrer: { userId: gpId, role: 'GP' },
      permission: null,
      feedback: [],
      maySend: true,
      mayChange: true,
    });
    const given = { ...WELFARE, type: 'PEER_GROUP', bridgesWait: true, dueOn: addDays(TODAY, 7) };
    const poh = await stack.as('PRACTICE_NURSE');
    expect(await write(client, { ...given, referrerId: gpId }, poh)).toMatchObject({
      ...given,
      referrer: { userId: gpId, role: 'GP' },
    });
  });

  it.each([
    ['no words for another', { type: 'OTHER' }, '/typeText', 'REQUIRED'],
    ['words for what needs none', { typeText: 'Kapper' }, '/typeText', 'INVALID_VALUE'],
    ['a waiting time that it cannot bridge', { bridgesWait: true }, '/bridgesWait', 'INVALID_VALUE'],
    ['a reason of 301 characters', { reason: 'a'.repeat(301) }, '/reason', 'TOO_LONG'],
    ['no receiver', { receiver: ' ' }, '/receiver', 'REQUIRED'],
    ['who cannot refer', { referrerId: testMember('noord', 'PRACTICE_ASSISTANT').userId }, '/referrerId', 'INVALID_VALUE'],
    ['somebody of another practice', { referrerId: testMember('zuid', 'GP').userId }, '/referrerId', 'INVALID_VALUE'],
  ])('is refused with %s', async (_, body, pointer, code) => {
    const answer = await gp
      .post(`/api/v1/clients/${await newClient()}/referrals`)
      .send({ ...WELFARE, ...body })
      .expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  }); // prettier-ignore

  it('is not sent before the client gave permission, and keeps who asked and when', async () => {
    const referral = await write(await newClient());
    expect((await take(gp, referral, 'SEND', {}).expect(409)).body.code).toBe('PERMISSION_REQUIRED');
    const { body: future } = await take(gp, referral, 'SEND', { permission: { on: addDays(TODAY, 1) } }).expect(400);
    expect(future.errors).toMatchObject([{ pointer: '/permission/on', code: 'IN_FUTURE' }]);
    const stranger = { permission: { on: TODAY, askedBy: testMember('zuid', 'GP').userId } };
    expect((await take(gp, referral, 'SEND', stranger).expect(400)).body.errors).toMatchObject([{ pointer: '/permission/askedBy' }]); // prettier-ignore
    const permission = { on: addDays(TODAY, -3), askedBy: nurseId };
    expect((await take(gp, referral, 'SEND', { permission }).expect(200)).body).toMatchObject({ state: 'SENT', sentOn: TODAY, permission }); // prettier-ignore
  });

  it('keeps all that was told of it, newest first', async () => {
    const sent = await referralIn('SENT');
    const first = { on: addDays(TODAY, -2), text: 'Nog niet gebeld', outcome: 'NO_CONTACT' };
    const { body: once } = await take(gp, sent, 'FEEDBACK', first).expect(200);
    const { body: twice } = await take(gp, once, 'FEEDBACK').expect(200);
    expect(twice.feedback).toMatchObject([{ ...BODIES.FEEDBACK, on: TODAY, by: gpId }, first]);
    expect((await take(gp, twice, 'CLOSE', {}).expect(200)).body).toMatchObject({ state: 'CLOSED', closeReason: null });
    const { body: late } = await take(gp, sent, 'FEEDBACK', { ...first, on: addDays(TODAY, 1) }).expect(412);
    expect(late.code).toBe('STALE');
  });

  it.each(['DRAFT', 'SENT'] as const)('ends with a reason while it is %s', async (state) => {
    const { body } = await take(gp, await referralIn(state), 'CLOSE', {}).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/reason', code: 'REQUIRED' }]);
  });

  it('is put in other words until it is sent, and later gets another day only; what it was is kept', async () => {
    const draft = await write(await newClient(), { ...WELFARE, type: 'OTHER', typeText: 'Kapper aan huis' });
    const other = { type: 'GLI', receiver: 'Leefstijlcoach', receiverContact: ' 0599 550130 ' };
    const { body: rewritten } = await change(gp, draft, other).expect(200);
    expect(rewritten).toMatchObject({ ...other, receiverContact: '0599 550130', typeText: null, reason: WELFARE.reason }); // prettier-ignore
    const { body: sent } = await take(gp, rewritten, 'SEND').expect(200);
    expect((await change(gp, sent, { reason: 'Anders' }).expect(409)).body.code).toBe('WRONG_STATE');
    const dueOn = addDays(TODAY, 60);
    const { body: postponed } = await change(gp, sent, { dueOn }).expect(200);
    expect(postponed).toMatchObject({ dueOn, state: 'SENT', version: 4 });
    const { body: told } = await take(gp, postponed, 'FEEDBACK').expect(200);
    expect((await change(gp, told, { dueOn: TODAY }).expect(409)).body.code).toBe('WRONG_STATE');
    const { rows } = await stack.owner.query(
      'SELECT before, after FROM care.referral_step WHERE referral_id = $1 AND before IS NOT NULL ORDER BY made_at, id',
      [draft.id],
    );
    expect(rows).toEqual([
      {
        before: { type: 'OTHER', typeText: 'Kapper aan huis', receiver: WELFARE.receiver, receiverContact: null },
        after: { type: 'GLI', typeText: null, receiver: 'Leefstijlcoach', receiverContact: '0599 550130' },
      },
      { before: { dueOn: addDays(TODAY, 42) }, after: { dueOn } },
    ]);
  });

  it('is not overwritten by who saw an older version', async () => {
    const draft = await write(await newClient());
    await change(gp, draft, { receiver: 'Eerst' }).expect(200);
    const { body } = await change(gp, draft, { receiver: 'Later' }).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { version: 2, receiver: 'Eerst' } });
    await gp.post(`/api/v1/referrals/${draft.id}/send`).send(BODIES.SEND).expect(428);
  });

  it('is shown to the assistant by its days and kind, who notes that it was sent and nothing else', async () => {
    const client = await newClient();
    const draft = await write(client);
    const { items } = await listOf(client, assistant);
    expect(items).toMatchObject([{ type: WELFARE.type, on: TODAY, receiver: null, reason: null, state: null, maySend: true, mayChange: false }]); // prettier-ignore
    expect(items[0].hidden).toContainEqual({ pointer: '/receiver', code: 'ROLE' });
    for (const refused of [
      change(assistant, draft, { receiver: 'Anders' }),
      take(assistant, draft, 'FEEDBACK'),
      take(assistant, draft, 'CLOSE'),
      assistant.post(`/api/v1/clients/${client}/referrals`).send(WELFARE),
    ])
      expect((await refused.expect(403)).body.code).toBe('ROLE');
    expect((await take(assistant, draft, 'SEND').expect(200)).body).toMatchObject({ sentOn: TODAY, maySend: false });
    expect((await listOf(client)).items).toMatchObject([{ state: 'SENT', receiver: WELFARE.receiver }]);
  });

  it('is of a district nurse as long as she is the case manager', async () => {
    const client = await newClient();
    const draft = await write(client);
    const teams = stack.app.get(CareTeams, { strict: false });
    await nurse.get(`/api/v1/referrals/${draft.id}`).expect(404);
    await actAs(stack, 'GP', () => teams.join(client, nurseId));
    expect((await nurse.get(`/api/v1/referrals/${draft.id}`).expect(200)).body).toMatchObject({ receiver: WELFARE.receiver, maySend: false, mayChange: false }); // prettier-ignore
    expect((await take(nurse, draft, 'SEND').expect(403)).body.code).toBe('ROLE');
    await nurse.post(`/api/v1/clients/${client}/referrals`).send(WELFARE).expect(403);
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, nurseId));
    expect(await write(client, WELFARE, nurse)).toMatchObject({
      referrer: { userId: nurseId, role: 'DISTRICT_NURSE' },
    });
    await take(nurse, draft, 'SEND').expect(200);
  });

  it('of another organisation is read where it is shared, and is a refusal of its own where it is not', async () => {
    const client = await newClient();
    const teams = stack.app.get(CareTeams, { strict: false });
    const { organisationId: toOrganisationId, userId: adviserId } = testMember('noord', 'ELDERLY_ADVISER');
    const grant = { toOrganisationId, categories: [1], rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
    await gp.post(`/api/v1/clients/${client}/consents`).send(grant).expect(201);
    await actAs(stack, 'GP', () => teams.join(client, adviserId));
    const adviser = await stack.as('ELDERLY_ADVISER');
    const draft = await write(client);
    expect((await adviser.get(`/api/v1/referrals/${draft.id}`).expect(403)).body.code).toBe('NO_BASIS');
    await gp.post(`/api/v1/clients/${client}/consents`).send({ ...grant, categories: [1, 4] }).expect(201); // prettier-ignore
    expect((await listOf(client, adviser)).items).toMatchObject([{ receiver: WELFARE.receiver }]);
  });
});

describe('a referral that a meeting made', () => {
  const decide = (client: string) => actAs(stack, 'GP', () => stack.app.get(ReferralSteps, { strict: false }).draft(client, WELFARE as never)); // prettier-ignore
  const undo = (id: string) => actAs(stack, 'GP', () => stack.app.get(ReferralSteps, { strict: false }).undo(id, 'Ongedaan gemaakt')); // prettier-ignore

  it('is taken back as long as nobody touched it, and stays to be read', async () => {
    const client = await newClient();
    const { id } = await decide(client);
    await undo(id);
    expect((await listOf(client)).items).toMatchObject([{ id, state: 'CLOSED', closeReason: 'Ongedaan gemaakt' }]);
    const touched = await decide(client);
    await change(gp, touched, { receiver: 'Buurtkamer' }).expect(200);
    await expect(undo(touched.id)).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
  });
});

describe('referrals that are not sent', () => {
  const unsent = async (by: Agent): Promise<{ id: string; clientName: string }[]> =>
    (await by.get('/api/v1/unsent-referrals?limit=200').expect(200)).body.items;

  it('wait on a list of who may send them, until they are', async () => {
    const client = await newClient();
    const draft = await write(client);
    const expected = {
      id: draft.id,
      clientId: client,
      clientName: `Verwijzing ${people}`,
      type: WELFARE.type,
      on: TODAY,
    };
    for (const by of [gp, assistant]) expect(await unsent(by)).toContainEqual(expect.objectContaining(expected));
    const ids = async (by: Agent): Promise<string[]> => (await unsent(by)).map(({ id }) => id);
    const teams = stack.app.get(CareTeams, { strict: false });
    await actAs(stack, 'GP', () => teams.join(client, nurseId));
    expect(await ids(nurse)).not.toContain(draft.id);
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, nurseId));
    expect(await ids(nurse)).toContain(draft.id);
    await take(assistant, draft, 'SEND').expect(200);
    expect(await ids(gp)).not.toContain(draft.id);
  });
});

describe('a silent referral', () => {
  const dueOf = async (client: string): Promise<object[]> =>
    (await gp.get(`/api/v1/clients/${client}/due`).expect(200)).body.items;

  it('is a reason to do something from the day after its day, until there is feedback', async () => {
    const client = await newClient();
    const silent = { code: 'REFERRAL_SILENT', since: TODAY, overdue: false };
    await write(client, { ...WELFARE, dueOn: TODAY });
    expect(await dueOf(client)).toEqual([]);
    const late = await write(client, { ...WELFARE, dueOn: addDays(TODAY, -1) });
    expect(await dueOf(client)).toMatchObject([silent]);
    const { body: sent } = await take(gp, late, 'SEND').expect(200);
    expect(await dueOf(client)).toMatchObject([silent]);
    await take(gp, sent, 'FEEDBACK').expect(200);
    expect(await dueOf(client)).toEqual([]);
  });
});
