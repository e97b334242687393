import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, SIGNAL_STATES, type SignalState, signalStepNeeds } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Signaal ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

interface Signal {
  readonly id: string;
  readonly version: number;
  readonly state: SignalState;
  readonly suggestion: string | null;
}
const record = async (client: string, body: object, by: Agent = gp): Promise<Signal> =>
  (await by.post(`/api/v1/clients/${client}/signals`).send(body).expect(201)).body;
const patch = (by: Agent, { id, version }: Signal, body: object): ReturnType<Agent['patch']> =>
  by.patch(`/api/v1/signals/${id}`).set('If-Match', `"${version}"`).send(body);
const tasksOf = async (client: string): Promise<object[]> =>
  (await gp.get(`/api/v1/clients/${client}/actions`).expect(200)).body.items;

const WORDS = { verdict: 'Meegenomen', reason: 'Toch niet', outcome: 'Besproken' } as const;
const wordsFor = (from: SignalState, to: SignalState): object =>
  Object.fromEntries((signalStepNeeds(from, to) ?? []).map((need) => [need, WORDS[need]]));

/** A body that a step without needs refuses too. */
const WRONG = { verdict: '' };
const refusalOf = (needs: readonly string[] | undefined): unknown =>
  needs === undefined ? 'WRONG_STATE' : (needs.length === 0 ? ['verdict'] : needs).map((need) => ({ pointer: `/${need}`, code: 'REQUIRED' })); // prettier-ignore

async function signalIn(state: SignalState): Promise<Signal> {
  const signal = await record(await newClient(), { type: 'MEMORY' });
  return state === 'NEW' ? signal : (await patch(gp, signal, { state, ...wordsFor('NEW', state) }).expect(200)).body;
}

describe('a signal', () => {
  it('takes every step of docs/state-machines/signal.md with its words, and no other', async () => {
    for (const from of SIGNAL_STATES)
      for (const to of SIGNAL_STATES) {
        const signal = await signalIn(from);
        const needs = signalStepNeeds(from, to);
        const { body: refused } = await patch(gp, signal, { state: to, ...(needs?.length === 0 ? WRONG : {}) });
        expect([from, to, refused.errors ?? refused.code]).toMatchObject([from, to, refusalOf(needs)]);
        const answer = await patch(gp, signal, { state: to, ...(needs ? wordsFor(from, to) : WORDS) });
        const expected = needs ? [200, to] : [409, 'WRONG_STATE'];
        expect([from, to, answer.status, answer.body.state ?? answer.body.code]).toEqual([from, to, ...expected]);
      }
  });

  it('gets a verdict without a step while it is on the agenda, by the step itself while new, and none once closed', async () => {
    const onAgenda = await signalIn('ON_AGENDA');
    const by = testMember('noord', 'GP').userId;
    expect((await patch(gp, onAgenda, { verdict: ' Eerst bellen ' }).expect(200)).body).toMatchObject({
      state: 'ON_AGENDA',
      verdict: { text: 'Eerst bellen', by },
    });
    expect((await patch(gp, await signalIn('NEW'), { verdict: 'Klopt' }).expect(200)).body.state).toBe('ASSESSED');
    expect((await patch(gp, await signalIn('CLOSED'), { verdict: 'Klopt' }).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it.each([
    ['a day to come', { type: 'FALL', on: '2999-01-01' }, '/on', 'IN_FUTURE'],
    ['no words for another', { type: 'OTHER' }, '/text', 'REQUIRED'],
    ['no words for what the client said', { type: 'CLIENT_REMARK', text: '  ' }, '/text', 'REQUIRED'],
    ['301 characters', { type: 'FALL', text: 'a'.repeat(301) }, '/text', 'TOO_LONG'],
    ['origin as its type', { type: 'MIGRANT' }, '/type', 'INVALID_VALUE'],
  ])('is refused with %s', async (_, body, pointer, code) => {
    const answer = await gp
      .post(`/api/v1/clients/${await newClient()}/signals`)
      .send(body)
      .expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  it('is written, read and judged by who takes part, also where the client does not share who she is', async () => {
    const client = await newClient();
    const nurse = await stack.as('DISTRICT_NURSE');
    const { organisationId: toOrganisationId, userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    const no = { toOrganisationId, categories: [1, 2], rule: 'DENY', givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
    await gp.post(`/api/v1/clients/${client}/consents`).send(no).expect(201);
    const signal = await record(client, { type: 'HOSPITAL_DISCHARGE', text: 'Weer thuis' }, nurse);
    expect(await tasksOf(client)).not.toEqual([]);
    expect((await nurse.get(`/api/v1/clients/${client}/signals`).expect(200)).body.items).toHaveLength(1);
    await patch(nurse, signal, { verdict: 'Valt mee' }).expect(200);
    const unseen = await record(client, { type: 'LONELINESS', text: 'Mist haar man' });
    expect((await patch(nurse, unseen, { verdict: 'Valt mee' }).expect(403)).body.code).toBe('NO_BASIS');
    const { body: contact } = await gp.post(`/api/v1/clients/${client}/contacts`).send({ type: 'PHONE' }).expect(201);
    const shared = await record(client, { type: 'FALL', text: 'In de tuin' });
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [client]);
    for (const path of [`signals/${shared.id}`, `contacts/${contact.id}`])
      expect((await nurse.patch(`/api/v1/${path}`).set('If-Match', '"1"').send({}).expect(403)).body.code).toBe('RESTRICTED'); // prettier-ignore
  });

  it('is written down by the assistant, who then sees its day and kind, and judges nothing', async () => {
    const client = await newClient();
    const signal = await record(client, { type: 'GUT_FEELING', text: 'Klonk in de war' }, assistant);
    const { body } = await assistant.get(`/api/v1/clients/${client}/signals`).expect(200);
    expect(body.items).toMatchObject([{ type: 'GUT_FEELING', on: TODAY, text: null, state: null, mayAssess: false }]);
    expect(body.items[0].hidden).toContainEqual({ pointer: '/text', code: 'ROLE' });
    expect((await patch(assistant, signal, { verdict: 'Valt mee' }).expect(403)).body.code).toBe('ROLE');
    expect((await gp.get(`/api/v1/clients/${client}/signals`)).body.items).toMatchObject([{ text: 'Klonk in de war' }]);
  });

  it('of wellbeing is of category 2, and is seen by who that is shared with', async () => {
    const client = await newClient();
    await record(client, { type: 'LONELINESS' });
    await record(client, { type: 'FALL', on: addDays(TODAY, -40) });
    const { rows } = await stack.owner.query('SELECT type, category FROM care.signal WHERE client_id = $1 ORDER BY type', [client]); // prettier-ignore
    expect(rows).toEqual([{ type: 'FALL', category: 4 }, { type: 'LONELINESS', category: 2 }]); // prettier-ignore
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.get(`/api/v1/clients/${client}/signals`).expect(404);
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    expect((await nurse.get(`/api/v1/clients/${client}/signals`).expect(200)).body.total).toBe(2);
  });

  it('is not overwritten by who saw an older version', async () => {
    const signal = await signalIn('NEW');
    await patch(gp, signal, { verdict: 'Eerst' }).expect(200);
    const { body } = await patch(gp, signal, { verdict: 'Later' }).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { version: 2, verdict: { text: 'Eerst' } } });
  });
});

describe('the rules of signals', () => {
  it.each([
    ['HOSPITAL_DISCHARGE', 'CONTACT_AFTER_HOSPITAL', addWorkingDays(TODAY, 5)],
    ['PARTNER_DIED', 'CONTACT_AFTER_LOSS', addDays(TODAY, 14)],
    ['CARER_OVERLOAD', 'CARER_TALK', addDays(TODAY, 14)],
  ])('make a task of %s, which a person can cancel', async (type, byRule, dueOn) => {
    const client = await newClient();
    const signal = await record(client, { type, on: addDays(TODAY, -3) });
    const [task] = await tasksOf(client);
    expect(task).toMatchObject({
      byRule,
      dueOn,
      signalId: signal.id,
      owner: { userId: testMember('noord', 'GP').userId },
    });
    const { id } = task as Signal;
    const cancelled = await gp.patch(`/api/v1/actions/${id}`).set('If-Match', '"1"').send({ state: 'CANCELLED', reason: 'Al gebeld' }); // prettier-ignore
    expect(cancelled.body.state).toBe('CANCELLED');
  });

  it('put what is urgent and what comes again on the agenda, as the system, with a suggestion that can be dropped', async () => {
    const client = await newClient();
    const first = await record(client, { type: 'FALL', on: addDays(TODAY, -30) });
    expect(first).toMatchObject({ state: 'NEW', suggestion: null });
    const again = await record(client, { type: 'MEMORY' }, assistant);
    const { body } = await gp.get(`/api/v1/clients/${client}/signals`);
    const seen = body.items.find(({ id }: Signal) => id === again.id);
    expect(seen).toMatchObject({ state: 'ON_AGENDA', agendaRule: 'REPEATED_TO_AGENDA', suggestion: 'INTERIM_QUESTIONNAIRE' }); // prettier-ignore
    const { rows } = await stack.owner.query('SELECT made_by, by_rule FROM care.signal_step WHERE signal_id = $1', [again.id]); // prettier-ignore
    expect(rows).toEqual([{ made_by: null, by_rule: 'REPEATED_TO_AGENDA' }]);
    const { body: dropped } = await patch(gp, seen, { suggestion: null }).expect(200);
    expect(dropped).toMatchObject({ state: 'ON_AGENDA', suggestion: null });
    const off = { state: 'ASSESSED', verdict: 'Bekend', reason: 'Al besproken' };
    expect((await patch(gp, dropped, off).expect(200)).body).toMatchObject({ state: 'ASSESSED', agendaRule: null });
    expect(await record(await newClient(), { type: 'FALL', urgency: 'URGENT' })).toMatchObject({ state: 'ON_AGENDA' });
  });

  it('follow what is switched off, from the next signal on', async () => {
    const manager = await stack.as('PRACTICE_MANAGER');
    const { body: rules } = await manager.get('/api/v1/signal-rules').expect(200);
    expect(rules).toEqual({ version: 0, off: [] });
    const set = (version: number, off: string[]): ReturnType<Agent['patch']> =>
      manager.patch('/api/v1/signal-rules').set('If-Match', `"${version}"`).send({ off });
    await set(0, ['URGENT_TO_AGENDA', 'CARER_TALK']).expect(200);
    expect((await set(0, []).expect(412)).body.current).toMatchObject({ version: 1 });
    const client = await newClient();
    expect(await record(client, { type: 'CARER_OVERLOAD', urgency: 'URGENT' })).toMatchObject({ state: 'NEW' });
    expect(await tasksOf(client)).toEqual([]);
    await assistant.patch('/api/v1/signal-rules').set('If-Match', '"1"').send({ off: [] }).expect(403);
    expect((await set(1, []).expect(200)).body).toEqual({ version: 2, off: [] });
  });
});
