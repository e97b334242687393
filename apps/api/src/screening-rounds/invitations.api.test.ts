import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, showFormCode } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, ON_PAPER, TODAY, UNDETERMINED } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const ROUNDS = '/api/v1/screening-rounds';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

interface Invited {
  readonly round: string;
  readonly client: string;
  readonly id: string;
  readonly formCode: string;
}

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = {
    name: { family: `Post ${people}`, prefix: 'van de' },
    sex: 'FEMALE',
    birthDate: '1940-06-15',
    ...facts,
  };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

async function inviteAll(name = 'Ronde'): Promise<string> {
  const days = { referenceDate: TODAY, returnBy: addDays(TODAY, 28) };
  const round = (
    await assistant
      .post(ROUNDS)
      .send({ name, ...days })
      .expect(201)
  ).body.id;
  await assistant.post(`${ROUNDS}/${round}/invitations`).expect(201);
  return round;
}

/** One client who is the only one of a round. */
async function invited(facts: object = {}): Promise<Invited> {
  await stack.owner.query('UPDATE care.client SET lives_at_home = false');
  const client = await newClient(facts);
  const round = await inviteAll();
  const [{ id, formCode }] = (await assistant.get(`${ROUNDS}/${round}/invitations`).expect(200)).body.items;
  return { round, client, id, formCode };
}

const read = async (id: string, by: Agent = assistant) => (await by.get(`/api/v1/invitations/${id}`).expect(200)).body;
const stateOf = async ({ id }: Invited): Promise<string> => (await read(id)).state;

async function change(id: string, body: object, status = 200, by: Agent = assistant) {
  const { version } = await read(id, by);
  return (await by.patch(`/api/v1/invitations/${id}`).set('If-Match', `"${version}"`).send(body).expect(status)).body;
}
const sent = async (facts: object = {}): Promise<Invited> => {
  const one = await invited(facts);
  await change(one.id, { state: 'SENT', sentOn: addDays(TODAY, -30) });
  return one;
};
const pathOf = ({ client }: Invited): string => `/api/v1/clients/${client}`;
const stepsOf = async ({ id }: Invited): Promise<string[]> =>
  (await read(id)).steps
    .map((step: { step: string; from: string; to: string }) => `${step.step} ${step.from}→${step.to}`)
    .toReversed();

describe('steps by hand', () => {
  it('hand a form over with day and route, and correct the day', async () => {
    const one = await invited();
    const body = await change(one.id, { state: 'SENT', route: 'HOME_VISIT', sentOn: addDays(TODAY, -2) });
    expect(body).toMatchObject({
      state: 'SENT',
      route: 'HOME_VISIT',
      sentOn: addDays(TODAY, -2),
      nextStep: { code: 'REMINDER_1' },
    });
    expect(await change(one.id, { sentOn: addDays(TODAY, -1) })).toMatchObject({
      state: 'SENT',
      sentOn: addDays(TODAY, -1),
    });
    expect(await stepsOf(one)).toEqual(['INVITED null→PLANNED', 'STATE PLANNED→SENT', 'CORRECTION SENT→SENT']);
  });

  it('take the envelope that came back, and send it again', async () => {
    const one = await sent();
    const returned = await change(one.id, { state: 'UNDELIVERABLE' });
    expect(returned).toMatchObject({
      undeliverableOn: TODAY,
      nextStep: { code: 'FIND_ADDRESS', owner: 'PRACTICE_ASSISTANT' },
    });
    expect(await change(one.id, { state: 'SENT' })).toMatchObject({
      state: 'SENT',
      undeliverableOn: null,
      sentOn: TODAY,
    });
  });

  it('are counted in their round while somebody can still be phoned, or an address found', async () => {
    const toReach = async ({ round }: { round: string }) =>
      (await assistant.get(`${ROUNDS}/${round}`).expect(200)).body.toReach;
    const one = await sent({ marks: { noPost: true } });
    expect(await toReach(one)).toEqual({ phone: 1, findAddress: 0 });
    await change(one.id, { phonedOn: TODAY });
    expect(await toReach(one)).toEqual({ phone: 0, findAddress: 0 });
    const letter = await sent();
    expect(await toReach(letter)).toEqual({ phone: 0, findAddress: 0 });
    await change(letter.id, { state: 'UNDELIVERABLE' });
    expect(await toReach(letter)).toEqual({ phone: 0, findAddress: 1 });
  });

  it('note a call in vain without a step, and whom nobody reached', async () => {
    const one = await sent();
    const phoned = await change(one.id, { phonedOn: TODAY });
    expect(phoned).toMatchObject({ state: 'SENT', phonedOn: TODAY, nextStep: { code: 'AWAIT_CLOSING' } });
    expect(await change(one.id, { state: 'NOT_REACHED', reason: 'Drie keer gebeld' })).toMatchObject({
      state: 'NOT_REACHED',
      exitReason: 'Drie keer gebeld',
      nextStep: null,
    });
  });

  it('let who does not take part out, for this year or for good', async () => {
    const now = await sent();
    await change(now.id, { state: 'REFUSED', reason: 'Geen zin' });
    expect((await assistant.get(pathOf(now)).expect(200)).body.marks.doNotInviteOn).toBeNull();
    const ever = await sent();
    expect(await change(ever.id, { state: 'REFUSED', refusesLater: true })).toMatchObject({ refusesLater: true });
    const { marks } = (await assistant.get(pathOf(ever)).expect(200)).body;
    expect(marks).toMatchObject({ doNotInviteOn: TODAY, doNotInviteReason: 'Doet niet mee, ook in latere jaren.' });
  });

  it('end the access codes when somebody goes out', async () => {
    const one = await sent();
    await stack.owner.query(
      `INSERT INTO auth.access_code (code_hash, practice_id, invitation_id)
       SELECT '\\x02'::bytea, practice_id, id FROM care.screening_invitation WHERE id = $1`,
      [one.id],
    );
    await change(one.id, { state: 'CANCELLED', reason: 'Verkeerde persoon' });
    const { rows } = await stack.owner.query(
      'SELECT ended_at IS NULL AS open FROM auth.access_code WHERE invitation_id = $1',
      [one.id],
    );
    expect(rows).toEqual([{ open: false }]);
  });

  it.each([
    'SCORED',
    'RECEIVED_COMPLETE',
    'REMINDED',
    'NOT_RETURNED',
    'DISCUSSED',
    'PROFILE_ASSIGNED',
    'DECEASED',
    'PLANNED',
  ])('are refused where the table has none for a person: SENT to %s', async (state) => {
    const one = await sent();
    const body = await change(one.id, { state }, 409);
    expect(body).toMatchObject({ code: 'WRONG_STATE', current: { state: 'SENT' } });
  });

  it('are refused for days that have not come, without a version, on a stale one, and for nothing at all', async () => {
    const one = await sent();
    const future = await change(one.id, { phonedOn: addDays(TODAY, 1) }, 400);
    expect(future.errors).toEqual([expect.objectContaining({ pointer: '/phonedOn', code: 'IN_FUTURE' })]);
    const path = `/api/v1/invitations/${one.id}`;
    await assistant.patch(path).send({ state: 'REFUSED' }).expect(428);
    const stale = await assistant.patch(path).set('If-Match', '"1"').send({ state: 'REFUSED' }).expect(412);
    expect(stale.body.current.state).toBe('SENT');
    await change(one.id, {}, 400);
    await change(one.id, { state: 'LOST' }, 400);
  });
});

describe('the invitation follows its response', () => {
  it('to SCORED, and back where it was when the form is voided', async () => {
    const one = await sent();
    const form = await enterForm(assistant, one.client, COMPLEX);
    expect(form.roundId).toBe(one.round);
    expect(await read(one.id)).toMatchObject({ state: 'SCORED', responseId: form.id });
    await gp.post(`/api/v1/responses/${form.id}/void`).send({ reason: 'WRONG_CLIENT' }).expect(200);
    expect(await read(one.id)).toMatchObject({ state: 'SENT', responseId: null });
    expect((await stepsOf(one)).slice(2)).toEqual(['RESPONSE SENT→SCORED', 'VOID SCORED→SENT']);
  });

  it('stays where it is while a form is in progress, and names it at lookup', async () => {
    const one = await sent();
    const { body: begun } = await assistant
      .post(`${pathOf(one)}/responses`)
      .send({ channel: 'PAPER', answers: COMPLEX })
      .expect(201);
    expect(await read(one.id)).toMatchObject({ state: 'SENT', responseId: begun.id });
    const { body: found } = await assistant.post('/api/v1/invitations/lookup').send({ code: one.formCode }).expect(200);
    expect(found.response).toMatchObject({ id: begun.id, status: 'IN_PROGRESS' });
    const { channel: _, ...head } = ON_PAPER;
    await assistant.post(`/api/v1/responses/${begun.id}/complete`).set('If-Match', '"1"').send(head).expect(200);
    expect(await stateOf(one)).toBe('SCORED');
  });

  it('waits for second entry at a border, on paper only', async () => {
    const one = await sent();
    const form = await enterForm(assistant, one.client, {
      ...LIGHTEST,
      'imesa-01': 3,
      'imesa-02': 3,
      'imesa-03': 3,
      'imesa-04': 3,
      'imesa-05': 3,
    });
    expect(await stateOf(one)).toBe('RECEIVED_COMPLETE');
    const { rows } = await stack.owner.query('SELECT cause, state FROM care.second_entry WHERE response_id = $1', [
      form.id,
    ]);
    expect(rows).toEqual([{ cause: 'BORDER', state: 'PENDING' }]);
    await gp.post(`/api/v1/responses/${form.id}/void`).send({ reason: 'OTHER' }).expect(200);
    const dropped = await stack.owner.query('SELECT state FROM care.second_entry WHERE response_id = $1', [form.id]);
    expect(dropped.rows).toEqual([{ state: 'DROPPED' }]);
    const online = await sent();
    await enterForm(assistant, online.client, UNDETERMINED, { channel: 'INTERVIEW' });
    expect(await stateOf(online)).toBe('RECEIVED_INCOMPLETE');
  });

  it('is asked about by phone, the deciding questions first, until the answer comes', async () => {
    const one = await sent({ phone: '0599 123456', marks: { preferredMoment: 'na 10 uur', hearing: 'HARD' } });
    const form = await enterForm(assistant, one.client, UNDETERMINED, { channel: 'INTERVIEW' });
    const { body } = await assistant.get(`${ROUNDS}/${one.round}/open-questions`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: one.id,
        responseId: form.id,
        deciding: ['gfi-07'],
        possibleProfiles: ['ROBUST', 'FRAIL'],
        emptyForm: false,
        client: expect.objectContaining({ phone: '0599 123456', preferredMoment: 'na 10 uur', hearing: 'HARD' }),
      }),
    ]);
    const amendment = { answers: { 'gfi-07': 'yes' }, reason: 'Gebeld', reasonCode: 'PHONE' };
    await assistant.post(`/api/v1/responses/${form.id}/amendments`).send(amendment).expect(201);
    expect(await stateOf(one)).toBe('SCORED');
    expect((await assistant.get(`${ROUNDS}/${one.round}/open-questions`).expect(200)).body.total).toBe(0);
  });

  it('goes on without the answer that nobody knows, and not twice', async () => {
    const one = await sent();
    await enterForm(assistant, one.client, UNDETERMINED, { channel: 'INTERVIEW' });
    const path = `/api/v1/invitations/${one.id}/asking-closed`;
    const { body } = await assistant.post(path).send({ reason: 'Weet het zelf niet' }).expect(200);
    expect(body).toMatchObject({ state: 'SCORED', askingClosedAt: expect.any(String) });
    expect((await assistant.post(path).send({}).expect(409)).body.code).toBe('WRONG_STATE');
    const empty = await sent();
    await enterForm(assistant, empty.client, {});
    expect(await stateOf(empty)).toBe('RECEIVED_INCOMPLETE');
    await assistant.post(`/api/v1/invitations/${empty.id}/asking-closed`).send({}).expect(200);
    expect(await stateOf(empty)).toBe('NOT_RETURNED');
  });

  it('is given up by the practice, not by whoever is in the team', async () => {
    const one = await sent();
    await enterForm(assistant, one.client, UNDETERMINED, { channel: 'INTERVIEW' });
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(one.client, userId));
    const nurse = await stack.as('DISTRICT_NURSE');
    const refused = await nurse.post(`/api/v1/invitations/${one.id}/asking-closed`).send({}).expect(403);
    expect(refused.body.code).toBe('ROLE');
    expect(await stateOf(one)).toBe('RECEIVED_INCOMPLETE');
  });

  it('takes the real form after an empty one', async () => {
    const one = await sent();
    await enterForm(assistant, one.client, {});
    const form = await enterForm(assistant, one.client, COMPLEX);
    expect(await read(one.id)).toMatchObject({ state: 'SCORED', responseId: form.id });
  });

  it('to PROFILE_ASSIGNED by an assignment that rests on it', async () => {
    const one = await sent();
    await enterForm(assistant, one.client, COMPLEX);
    await gp
      .post(`${pathOf(one)}/profiles`)
      .send({ profile: 'COMPLEX' })
      .expect(201);
    expect(await stateOf(one)).toBe('PROFILE_ASSIGNED');
    const { body } = await assistant.get(`${ROUNDS}/${one.round}`).expect(200);
    expect(body.funnel).toMatchObject({ invited: 1, sent: 1, received: 1, scored: 1, assigned: 1 });
  });

  it('with the form that moves to the right client', async () => {
    const wrong = await sent();
    const form = await enterForm(assistant, wrong.client, COMPLEX);
    const right = await sent();
    const move = { reason: 'WRONG_CLIENT', moveToClientId: right.client };
    await gp.post(`/api/v1/responses/${form.id}/void`).send(move).expect(200);
    expect([await stateOf(wrong), await stateOf(right)]).toEqual(['SENT', 'SCORED']);
  });

  it('welcomes a late answer until the client is invited again', async () => {
    const late = await sent();
    await assistant.post(`${ROUNDS}/${late.round}/close`).expect(200);
    expect(await stateOf(late)).toBe('NOT_RETURNED');
    await enterForm(assistant, late.client, COMPLEX, { completedOn: TODAY });
    expect(await stateOf(late)).toBe('SCORED');
    const old = await sent();
    await assistant.post(`${ROUNDS}/${old.round}/close`).expect(200);
    const again = await inviteAll('Nog een');
    const form = await enterForm(assistant, old.client, COMPLEX, { completedOn: TODAY });
    expect([await stateOf(old), form.roundId]).toEqual(['NOT_RETURNED', again]);
    const before = await sent();
    await assistant.post(`${ROUNDS}/${before.round}/close`).expect(200);
    expect(
      (await enterForm(assistant, before.client, COMPLEX, { completedOn: addDays(TODAY, -40) })).roundId,
    ).toBeNull();
  });

  it('of the round that is named, and refuses one she was not invited in', async () => {
    const one = await sent();
    expect((await enterForm(assistant, one.client, COMPLEX, { roundId: one.round })).roundId).toBe(one.round);
    const other = await sent();
    const body = { ...ON_PAPER, status: 'COMPLETED', answers: COMPLEX, roundId: one.round };
    const refused = await assistant
      .post(`${pathOf(other)}/responses`)
      .send(body)
      .expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/roundId', code: 'INVALID_ID' })]);
  });
});

describe('the invitation follows the status of its client', () => {
  async function setStatus({ client }: Invited, status: string): Promise<void> {
    const { version } = (await assistant.get(`/api/v1/clients/${client}`).expect(200)).body;
    await assistant.patch(`/api/v1/clients/${client}`).set('If-Match', `"${version}"`).send({ status }).expect(200);
  }

  it.each([
    ['DECEASED', 'DECEASED'],
    ['MOVED', 'MOVED'],
    ['ADMITTED', 'ADMITTED'],
    ['DEREGISTERED', 'SENT'],
  ])('%s: from SENT to %s, and nothing restarts by itself', async (status, state) => {
    const one = await sent();
    await setStatus(one, status);
    expect(await read(one.id)).toMatchObject({ state, nextStep: null });
    await setStatus(one, 'ACTIVE');
    expect(await stateOf(one)).toBe(state);
  });

  it('leaves an answered one be when she is admitted, and takes it along when she dies', async () => {
    const one = await sent();
    await enterForm(assistant, one.client, COMPLEX);
    await setStatus(one, 'ADMITTED');
    expect(await stateOf(one)).toBe('SCORED');
    await setStatus(one, 'DECEASED');
    expect(await stateOf(one)).toBe('DECEASED');
    const { funnel } = (await assistant.get(`${ROUNDS}/${one.round}`).expect(200)).body;
    expect(funnel).toMatchObject({ received: 1, scored: 0 });
  });
});

describe('finding the form in hand', () => {
  it('reads the code of a page, typed or scanned, and says which page', async () => {
    const one = await sent();
    for (const [code, page] of [
      [`${one.formCode}3`, 3],
      [showFormCode(one.formCode).toLowerCase(), null],
    ] as const) {
      const { body } = await assistant.post('/api/v1/invitations/lookup').send({ code }).expect(200);
      expect(body).toMatchObject({
        page,
        response: null,
        client: { id: one.client, birthDate: '1940-06-15', name: expect.stringMatching(/^Post \d+, van de$/) },
        invitation: { id: one.id, state: 'SENT' },
        round: { id: one.round, state: 'OPEN' },
      });
    }
  });

  it('says that a form was entered already', async () => {
    const one = await sent();
    const form = await enterForm(assistant, one.client, COMPLEX);
    const { body } = await assistant.post('/api/v1/invitations/lookup').send({ code: one.formCode }).expect(200);
    expect(body.response).toMatchObject({ id: form.id, status: 'COMPLETED', completedOn: ON_PAPER.completedOn });
  });

  it('refuses what is no code, and does not find one of elsewhere', async () => {
    const one = await sent();
    const unreadable = await assistant.post('/api/v1/invitations/lookup').send({ code: 'K74M2PX' }).expect(400);
    expect(unreadable.body.errors).toEqual([
      expect.objectContaining({ pointer: '/code', code: 'FORM_CODE_UNREADABLE' }),
    ]);
    await (await stack.as('GP', 'zuid')).post('/api/v1/invitations/lookup').send({ code: one.formCode }).expect(404);
    const { rows } = await stack.owner.query(
      `SELECT outcome FROM audit.event WHERE event_type = 'REFUSED' ORDER BY occurred_at DESC, seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ outcome: 'DENIED' }]);
    await (
      await stack.as('DISTRICT_NURSE')
    )
      .post('/api/v1/invitations/lookup')
      .send({ code: one.formCode })
      .expect(404);
  });

  it('finds a form without its first page by birth date and name, with or without prefix', async () => {
    const name = { family: 'Zandstra', prefix: 'van de' };
    const one = await sent({ name });
    for (const family of [name.family, `van de ${name.family}`, name.family.toUpperCase()]) {
      const { body } = await assistant
        .post('/api/v1/invitations/search')
        .send({ birthDate: '1940-06-15', family })
        .expect(200);
      expect([family, body.items.map((item: { invitation: { id: string } }) => item.invitation.id)]).toEqual([
        family,
        [one.id],
      ]);
    }
    const none = await assistant
      .post('/api/v1/invitations/search')
      .send({ birthDate: '1940-06-16', family: name.family })
      .expect(200);
    expect(none.body.items).toEqual([]);
  });
});

describe('two people at once', () => {
  it('complete and refuse: one of both stands, never half of each', async () => {
    for (let n = 0; n < 5; n++) {
      const one = await sent();
      const { version } = await read(one.id);
      const [, patched] = await Promise.all([
        enterForm(assistant, one.client, COMPLEX, { completedOn: TODAY }),
        gp.patch(`/api/v1/invitations/${one.id}`).set('If-Match', `"${version}"`).send({ state: 'REFUSED' }),
      ]);
      expect([200, 409, 412]).toContain(patched.status);
      const after = await read(one.id);
      expect(after).toMatchObject({ state: 'SCORED', responseId: expect.any(String) });
      const froms = after.steps.map((step: { from: string | null }) => step.from);
      expect(new Set(froms).size).toBe(froms.length);
    }
  });
});
