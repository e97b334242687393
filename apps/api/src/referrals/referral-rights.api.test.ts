import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';
import { changeReferral, newClient, referralsOf, STEP_BODIES, takeStep, WELFARE, writeReferral } from '../testing/test-referrals.ts'; // prettier-ignore

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let nurse: Agent;
const nurseId = testMember('noord', 'DISTRICT_NURSE').userId;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP'), await stack.as('DISTRICT_NURSE')]; // prettier-ignore
});
afterAll(() => stack.close());

describe('a referral', () => {
  it('is shown to the assistant by its days and kind, who notes that it was sent and nothing else', async () => {
    const client = await newClient(assistant);
    const draft = await writeReferral(gp, client);
    const items = await referralsOf(assistant, client);
    expect(items).toMatchObject([{ type: WELFARE.type, on: TODAY, receiver: null, reason: null, state: null, maySend: true, mayChange: false }]); // prettier-ignore
    expect(items[0].hidden).toContainEqual({ pointer: '/receiver', code: 'ROLE' });
    for (const refused of [
      changeReferral(assistant, draft, { receiver: 'Anders' }),
      takeStep(assistant, draft, 'FEEDBACK'),
      takeStep(assistant, draft, 'CLOSE'),
      assistant.post(`/api/v1/clients/${client}/referrals`).send(WELFARE),
    ])
      expect((await refused.expect(403)).body.code).toBe('ROLE');
    expect((await takeStep(assistant, draft, 'SEND').expect(200)).body).toMatchObject({
      sentOn: TODAY,
      maySend: false,
    });
    expect(await referralsOf(gp, client)).toMatchObject([{ state: 'SENT', receiver: WELFARE.receiver }]);
  });

  it('is of a district nurse as long as she is the case manager', async () => {
    const client = await newClient(assistant);
    const draft = await writeReferral(gp, client);
    const teams = stack.app.get(CareTeams, { strict: false });
    await nurse.get(`/api/v1/referrals/${draft.id}`).expect(404);
    await actAs(stack, 'GP', () => teams.join(client, nurseId));
    expect((await nurse.get(`/api/v1/referrals/${draft.id}`).expect(200)).body).toMatchObject({ receiver: WELFARE.receiver, maySend: false, mayChange: false }); // prettier-ignore
    expect((await takeStep(nurse, draft, 'SEND').expect(403)).body.code).toBe('ROLE');
    await nurse.post(`/api/v1/clients/${client}/referrals`).send(WELFARE).expect(403);
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, nurseId));
    expect(await writeReferral(nurse, client, WELFARE)).toMatchObject({
      referrer: { userId: nurseId, role: 'DISTRICT_NURSE' },
    });
    await takeStep(nurse, draft, 'SEND').expect(200);
  });

  it('of another organisation is read where it is shared, and is a refusal of its own where it is not', async () => {
    const client = await newClient(assistant);
    const teams = stack.app.get(CareTeams, { strict: false });
    const { organisationId: toOrganisationId, userId: adviserId } = testMember('noord', 'ELDERLY_ADVISER');
    const grant = { toOrganisationId, categories: [1], rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
    const { body: consent } = await gp.post(`/api/v1/clients/${client}/consents`).send(grant).expect(201);
    await actAs(stack, 'GP', () => teams.join(client, adviserId));
    const adviser = await stack.as('ELDERLY_ADVISER');
    const draft = await writeReferral(gp, client);
    expect((await adviser.get(`/api/v1/referrals/${draft.id}`).expect(403)).body.code).toBe('NO_BASIS');
    // what is something else of the same client is no referral, and a referral is no form, hand-over or contact person
    for (const answer of [
      adviser.get(`/api/v1/referrals/${client}`),
      adviser.get(`/api/v1/referrals/${consent.id}`),
      adviser.get(`/api/v1/responses/${draft.id}`),
      adviser.post(`/api/v1/handovers/${draft.id}/end`).send({}),
      adviser.patch(`/api/v1/contact-persons/${draft.id}`).set('If-Match', '"1"').send({ name: 'Zoon' }),
    ])
      await answer.expect(404);
    await gp.post(`/api/v1/clients/${client}/consents`).send({ ...grant, categories: [1, 4] }).expect(201); // prettier-ignore
    expect(await referralsOf(adviser, client)).toMatchObject([{ receiver: WELFARE.receiver }]);
    await actAs(stack, 'GP', () => teams.nameCaseManager(client, nurseId));
    const { body: sent } = await takeStep(nurse, draft, 'SEND').expect(200);
    await takeStep(nurse, sent, 'FEEDBACK').expect(200);
    const { organisationId: fromOrganisationId } = testMember('noord', 'DISTRICT_NURSE');
    expect(await referralsOf(adviser, client)).toMatchObject([{ feedback: [STEP_BODIES.FEEDBACK] }]);
    const denial = { ...grant, fromOrganisationId, categories: [4], rule: 'DENY' };
    await gp.post(`/api/v1/clients/${client}/consents`).send(denial).expect(201);
    expect(await referralsOf(adviser, client)).toMatchObject([{ receiver: WELFARE.receiver, feedback: [] }]);
  });
});

describe('referrals that are not sent', () => {
  const unsent = async (by: Agent): Promise<{ id: string; clientName: string }[]> =>
    (await by.get('/api/v1/unsent-referrals?limit=200').expect(200)).body.items;

  it('wait on a list of who may send them, until they are', async () => {
    const client = await newClient(assistant, 'Concept');
    const draft = await writeReferral(gp, client);
    const expected = {
      id: draft.id,
      clientId: client,
      clientName: 'Concept',
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
    await takeStep(assistant, draft, 'SEND').expect(200);
    expect(await ids(gp)).not.toContain(draft.id);
  });
});
