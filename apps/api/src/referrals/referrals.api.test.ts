import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, REFERRAL_STATES, REFERRAL_STEPS, referralAfter, type ReferralState, type ReferralStep } from '@samenoud/domain'; // prettier-ignore
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';
import { changeReferral, newClient, referralsOf, STEP_BODIES, takeStep, type TestReferral, WELFARE, writeReferral } from '../testing/test-referrals.ts'; // prettier-ignore
import { ReferralSteps } from './referral-steps.service.ts';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
const gpId = testMember('noord', 'GP').userId;
const nurseId = testMember('noord', 'DISTRICT_NURSE').userId;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

const WAY: Readonly<Record<ReferralState, readonly ReferralStep[]>> = {
  DRAFT: [],
  SENT: ['SEND'],
  FEEDBACK_GIVEN: ['SEND', 'FEEDBACK'],
  CLOSED: ['CLOSE'],
};
async function referralIn(state: ReferralState): Promise<TestReferral> {
  let referral = await writeReferral(gp, await newClient(assistant));
  for (const step of WAY[state]) referral = (await takeStep(gp, referral, step).expect(200)).body;
  return referral;
}

describe('a referral', () => {
  it('takes every step of docs/state-machines/referral.md and no other', async () => {
    for (const from of REFERRAL_STATES)
      for (const step of REFERRAL_STEPS) {
        const to = referralAfter(from, step);
        const answer = await takeStep(gp, await referralIn(from), step);
        const expected = to === null ? [409, 'WRONG_STATE'] : [200, to];
        expect([from, step, answer.status, answer.body.state ?? answer.body.code]).toEqual([from, step, ...expected]);
      }
  });

  it('is expected back after the days of the practice, by who wrote it', async () => {
    const client = await newClient(assistant);
    expect(await writeReferral(gp, client)).toMatchObject({
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
    expect(await writeReferral(poh, client, { ...given, referrerId: gpId })).toMatchObject({
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
      .post(`/api/v1/clients/${await newClient(assistant)}/referrals`)
      .send({ ...WELFARE, ...body })
      .expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  }); // prettier-ignore

  it('is not sent before the client gave permission, and keeps who asked and when', async () => {
    const referral = await writeReferral(gp, await newClient(assistant));
    expect((await takeStep(gp, referral, 'SEND', {}).expect(409)).body.code).toBe('PERMISSION_REQUIRED');
    const { body: future } = await takeStep(gp, referral, 'SEND', { permission: { on: addDays(TODAY, 1) } }).expect(
      400,
    );
    expect(future.errors).toMatchObject([{ pointer: '/permission/on', code: 'IN_FUTURE' }]);
    const stranger = { permission: { on: TODAY, askedBy: testMember('zuid', 'GP').userId } };
    expect((await takeStep(gp, referral, 'SEND', stranger).expect(400)).body.errors).toMatchObject([{ pointer: '/permission/askedBy' }]); // prettier-ignore
    const permission = { on: addDays(TODAY, -3), askedBy: nurseId };
    expect((await takeStep(gp, referral, 'SEND', { permission }).expect(200)).body).toMatchObject({ state: 'SENT', sentOn: TODAY, permission }); // prettier-ignore
  });

  it('keeps all that was told of it, newest first', async () => {
    const sent = await referralIn('SENT');
    const first = { on: addDays(TODAY, -2), text: 'Nog niet gebeld', outcome: 'NO_CONTACT' };
    const { body: once } = await takeStep(gp, sent, 'FEEDBACK', first).expect(200);
    const { body: twice } = await takeStep(gp, once, 'FEEDBACK').expect(200);
    expect(twice.feedback).toMatchObject([{ ...STEP_BODIES.FEEDBACK, on: TODAY, by: gpId }, first]);
    expect((await takeStep(gp, twice, 'CLOSE', {}).expect(200)).body).toMatchObject({
      state: 'CLOSED',
      closeReason: null,
    });
    const { body: late } = await takeStep(gp, sent, 'FEEDBACK', { ...first, on: addDays(TODAY, 1) }).expect(412);
    expect(late.code).toBe('STALE');
  });

  it.each(['DRAFT', 'SENT'] as const)('ends with a reason while it is %s', async (state) => {
    const { body } = await takeStep(gp, await referralIn(state), 'CLOSE', {}).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/reason', code: 'REQUIRED' }]);
  });

  it('is put in other words until it is sent, and later gets another day only; what it was is kept', async () => {
    const draft = await writeReferral(gp, await newClient(assistant), {
      ...WELFARE,
      type: 'OTHER',
      typeText: 'Kapper aan huis',
    });
    const other = { type: 'GLI', receiver: 'Leefstijlcoach', receiverContact: ' 0599 550130 ' };
    const { body: rewritten } = await changeReferral(gp, draft, other).expect(200);
    expect(rewritten).toMatchObject({ ...other, receiverContact: '0599 550130', typeText: null, reason: WELFARE.reason }); // prettier-ignore
    const { body: sent } = await takeStep(gp, rewritten, 'SEND').expect(200);
    expect((await changeReferral(gp, sent, { reason: 'Anders' }).expect(409)).body.code).toBe('WRONG_STATE');
    const dueOn = addDays(TODAY, 60);
    const { body: postponed } = await changeReferral(gp, sent, { dueOn }).expect(200);
    expect(postponed).toMatchObject({ dueOn, state: 'SENT', version: 4 });
    const { body: told } = await takeStep(gp, postponed, 'FEEDBACK').expect(200);
    expect((await changeReferral(gp, told, { dueOn: TODAY }).expect(409)).body.code).toBe('WRONG_STATE');
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
    const draft = await writeReferral(gp, await newClient(assistant));
    await changeReferral(gp, draft, { receiver: 'Eerst' }).expect(200);
    const { body } = await changeReferral(gp, draft, { receiver: 'Later' }).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { version: 2, receiver: 'Eerst' } });
    await gp.post(`/api/v1/referrals/${draft.id}/send`).send(STEP_BODIES.SEND).expect(428);
  });
});

describe('a referral that a meeting made', () => {
  const decide = (client: string) => actAs(stack, 'GP', () => stack.app.get(ReferralSteps, { strict: false }).draft(client, WELFARE as never)); // prettier-ignore
  const undo = (id: string) => actAs(stack, 'GP', () => stack.app.get(ReferralSteps, { strict: false }).undo(id, 'Ongedaan gemaakt')); // prettier-ignore

  it('is taken back as long as nobody touched it, and stays to be read', async () => {
    const client = await newClient(assistant);
    const { id } = await decide(client);
    await undo(id);
    expect(await referralsOf(gp, client)).toMatchObject([{ id, state: 'CLOSED', closeReason: 'Ongedaan gemaakt' }]);
    const touched = await decide(client);
    await changeReferral(gp, touched, { receiver: 'Buurtkamer' }).expect(200);
    await expect(undo(touched.id)).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
  });
});

describe('a silent referral', () => {
  const dueOf = async (client: string): Promise<object[]> =>
    (await gp.get(`/api/v1/clients/${client}/due`).expect(200)).body.items;

  it('is a reason to do something from the day after its day, until there is feedback', async () => {
    const client = await newClient(assistant);
    const silent = { code: 'REFERRAL_SILENT', since: TODAY, overdue: false };
    await writeReferral(gp, client, { ...WELFARE, dueOn: TODAY });
    expect(await dueOf(client)).toEqual([]);
    const late = await writeReferral(gp, client, { ...WELFARE, dueOn: addDays(TODAY, -1) });
    expect(await dueOf(client)).toMatchObject([silent]);
    const { body: sent } = await takeStep(gp, late, 'SEND').expect(200);
    expect(await dueOf(client)).toMatchObject([silent]);
    await takeStep(gp, sent, 'FEEDBACK').expect(200);
    expect(await dueOf(client)).toEqual([]);
  });
});
