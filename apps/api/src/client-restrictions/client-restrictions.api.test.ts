import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayStepRestriction, RESTRICTION_STATES } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { inviteOnline } from '../testing/online-invitation.ts';
import { planRound } from '../testing/planned-round.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const WISH = { reason: 'Wil niet dat anderen meekijken.', askedBy: 'CLIENT', askedOn: '2026-01-05' };

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

const HOME = { street: 'Dorpsstraat', houseNumber: '1', postcode: '9501 AB', city: 'Emmen' };

/** A name of letters: a number would be looked for as a birth year. */
const familyOf = (number: number): string => `Scherm${'abcdefghijklmnopqrstuvwxyz'[number]}`;

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = { name: { family: familyOf(people) }, sex: 'FEMALE', birthDate: '1940-06-15', address: HOME, ...facts }; // prettier-ignore
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}
const path = (client: string): string => `/api/v1/clients/${client}/restrictions`;
const ask = async (client: string): Promise<string> => (await assistant.post(path(client)).send(WISH).expect(201)).body.id; // prettier-ignore
const decide = (id: string, decision: string): ReturnType<Agent['post']> =>
  gp.post(`/api/v1/restrictions/${id}/decision`).send({ decision, reason: 'Besproken' });
const lift = (id: string): ReturnType<Agent['post']> =>
  gp.post(`/api/v1/restrictions/${id}/lift`).send({ reason: 'Hoeft niet meer' });

async function restrict(client: string): Promise<string> {
  const id = await ask(client);
  await decide(id, 'RESTRICT').expect(200);
  return id;
}

describe('a restriction', () => {
  it('is registered by the assistant, decided on by the GP, and lifted again', async () => {
    const client = await newClient();
    const id = await ask(client);
    await assistant.get(`/api/v1/clients/${client}`).expect(200);
    await assistant.post(`/api/v1/restrictions/${id}/decision`).send({ decision: 'RESTRICT', reason: 'x' }).expect(403);
    expect((await decide(id, 'RESTRICT').expect(200)).body).toMatchObject({
      state: 'IN_FORCE',
      decisionReason: 'Besproken',
    });
    expect((await assistant.get(`/api/v1/clients/${client}`).expect(403)).body.code).toBe('RESTRICTED');
    expect((await gp.get(`/api/v1/clients/${client}`).expect(200)).body.restricted).toBe(true);
    expect((await lift(id).expect(200)).body).toMatchObject({ state: 'LIFTED', liftReason: 'Hoeft niet meer' });
    expect((await assistant.get(`/api/v1/clients/${client}`).expect(200)).body.restricted).toBe(false);
    const { body } = await gp.get(`/api/v1/clients/${client}/history`).expect(200);
    expect(body.items.map(({ fields }: { fields: object[] }) => fields[0])).toEqual([
      { field: 'restricted', before: 'true', after: 'false' },
      { field: 'restricted', before: 'false', after: 'true' },
    ]);
  });

  it('is decided on and lifted only with a fresh second factor', async () => {
    const id = await ask(await newClient());
    const age = (minutes: number): Promise<unknown> => stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - make_interval(mins => $1)`, [minutes]); // prettier-ignore
    await age(6);
    expect((await decide(id, 'RESTRICT').expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    expect((await assistant.post(`/api/v1/restrictions/${id}/decision`).send({ decision: 'RESTRICT', reason: 'x' }).expect(403)).body.code).toBe('ROLE'); // prettier-ignore
    await age(0);
    await decide(id, 'RESTRICT').expect(200);
    await age(6);
    expect((await lift(id).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    await age(0);
    await lift(id).expect(200);
  });

  it('leaves the log officer her answers about who sees the record and who saw it, and the others none', async () => {
    const client = await newClient();
    await restrict(client);
    const officer = await stack.as('LOG_OFFICER');
    for (const one of [officer, gp]) {
      const { body } = await one.get(`/api/v1/clients/${client}/access-explanation`).expect(200);
      expect(body.restricted).toBe(true);
      const everybody = body.organisations.flatMap(({ people: some }: { people: object[] }) => some);
      const nurse = everybody.find(({ role }: { role: string }) => role === 'PRACTICE_NURSE');
      expect(nurse).toMatchObject({ sees: false, categories: [{ refusal: 'RESTRICTED' }, {}, {}, {}, {}, {}] });
    }
    await officer.get(`/api/v1/clients/${client}`).expect(403);
    const nurse = await stack.as('PRACTICE_NURSE');
    expect((await nurse.get(`/api/v1/clients/${client}/access-explanation`).expect(403)).body.code).toBe('RESTRICTED');
  });

  it('takes the steps of its state machine and no others', async () => {
    for (const state of RESTRICTION_STATES) {
      const id = await ask(await newClient());
      if (state === 'REFUSED') await decide(id, 'REFUSE').expect(200);
      if (state === 'IN_FORCE' || state === 'LIFTED') await decide(id, 'RESTRICT').expect(200);
      if (state === 'LIFTED') await lift(id).expect(200);
      const mayDecide = mayStepRestriction(state, 'REFUSED');
      const lifted = mayDecide ? 409 : (await lift(id)).status;
      expect(lifted).toBe(mayStepRestriction(state, 'LIFTED') ? 200 : 409);
      expect((await decide(id, 'REFUSE')).status).toBe(mayDecide ? 200 : 409);
    }
  });

  it('is asked for once at a time', async () => {
    const client = await newClient();
    await ask(client);
    expect((await assistant.post(path(client)).send(WISH).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('takes the client out of lists, counts, search and the safety net of everybody but the GP', async () => {
    const client = await newClient();
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    const total = async (by: Agent): Promise<number> => (await by.post('/api/v1/clients/search').send({ text: familyOf(people) }).expect(200)).body.total; // prettier-ignore
    const inNet = async (by: Agent): Promise<boolean> => JSON.stringify((await by.get('/api/v1/safety-net?limit=200').expect(200)).body).includes(client); // prettier-ignore
    const nurse = await stack.as('DISTRICT_NURSE');
    const everybody = [assistant, await stack.as('PRACTICE_NURSE'), nurse];
    for (const one of [...everybody, gp]) expect([await total(one), await inNet(one)]).toEqual([1, true]);
    const id = await restrict(client);
    for (const one of everybody) expect([await total(one), await inNet(one)]).toEqual([0, false]);
    expect([await total(gp), await inNet(gp)]).toEqual([1, true]);
    await lift(id).expect(200);
    for (const one of everybody) expect(await total(one)).toBe(1);
  });

  it('stops invitations and letters, also those the GP makes, and says why', async () => {
    const client = await newClient();
    const { roundId } = await planRound(stack.owner, [client]);
    const counts = async (by: Agent): Promise<string> => JSON.stringify((await by.get(`/api/v1/screening-rounds/${roundId}/letters`).expect(200)).body); // prettier-ignore
    expect(await counts(gp)).not.toContain('RESTRICTED');
    await restrict(client);
    expect(await counts(gp)).toContain('RESTRICTED');
    expect(await counts(assistant)).not.toContain('RESTRICTED');
    const { body: round } = await gp
      .post('/api/v1/screening-rounds')
      .send({ name: 'Volgende ronde', referenceDate: '2026-12-31', returnBy: '2027-01-31' })
      .expect(201);
    expect(round.leftOut.RESTRICTED).toBeGreaterThan(0);
    const invited = await gp.post(`/api/v1/screening-rounds/${round.id}/invitations`).expect(201);
    expect(JSON.stringify(invited.body)).not.toContain(client);
    const { rows } = await stack.owner.query('SELECT 1 FROM care.screening_invitation WHERE client_id = $1 AND round_id = $2', [client, round.id]); // prettier-ignore
    expect(rows).toEqual([]);
  });

  it('ends the code of a letter that went out', async () => {
    const client = await newClient();
    const { code } = await inviteOnline(stack.owner, client);
    const id = await restrict(client);
    const enter = (): ReturnType<Agent['post']> => stack.visitor().post('/api/v1/public/questionnaire/access').send({ code, birthDate: '1940-06-15' }); // prettier-ignore
    await enter().expect(401);
    await lift(id).expect(200);
    expect((await enter()).status).toBe(409);
  });

  it('is left alone by an import, without a second record', async () => {
    const client = await newClient({ hisNumber: 'S-1' });
    await restrict(client);
    const file = `Achternaam;Geslacht;Geboortedatum;HIS-nummer;Telefoon\r\n${familyOf(people)};V;15-06-1940;S-1;0599 999999`;
    const { body } = await assistant.post('/api/v1/client-imports').attach('file', Buffer.from(file), 'a.csv').expect(201); // prettier-ignore
    expect(body.summary).toMatchObject({ create: 0, update: 0 });
    const { rows } = await stack.owner.query(`SELECT phone FROM care.client WHERE his_number = 'S-1'`);
    expect(rows).toEqual([{ phone: null }]);
  });
});
