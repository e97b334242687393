import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  codeOf,
  enrol,
  givePassword,
  letStepsCountAgain,
  letWaitsPass,
  PASSWORD,
} from '../../testing/sign-in-steps.ts';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { TEST_PRACTICES, testMember } from '../../testing/test-network.ts';

let app: TestApp;
const emailOf = (role: string, practice = 'noord'): string => `${role.toLowerCase()}@${practice}.test.invalid`;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.owner.query('TRUNCATE auth.throttle');
});

const signIn = (agent: Agent, email: string, password = PASSWORD) =>
  agent.post('/api/v1/session').send({ email, password });
const giveCode = (agent: Agent, code: string) => agent.post('/api/v1/session/second-factor').send({ code });
const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']);

describe('signing in for the first time', () => {
  it('enrols, confirms the factor and shows ten recovery codes once', async () => {
    const email = emailOf('GP');
    await givePassword(app, email);
    const agent = app.visitor();
    const offer = await signIn(agent, ` ${email.toUpperCase()} `).expect(200);
    expect(offer.body).toEqual({
      state: 'ENROL_SECOND_FACTOR',
      otpauthUri: expect.stringMatching(/^otpauth:\/\/totp\/Samenoud:gp%40noord/),
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    });
    const refused = await agent.get('/api/v1/session').expect(401);
    expect(refused.body.code).toBe('SECOND_FACTOR_REQUIRED');

    const confirmed = await giveCode(agent, codeOf(offer.body.secret)).expect(200);
    expect(confirmed.body).toMatchObject({
      state: 'SIGNED_IN',
      user: { id: testMember('noord', 'GP').userId, role: 'GP' },
      practice: { name: 'Praktijk noord' },
      stepUp: 'CODE',
    });
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect(cookieOf(confirmed)).not.toBe(cookieOf(offer));
    await agent.get('/api/v1/session').expect(200);

    const { rows } = await app.owner.query('SELECT totp_secret, password_hash FROM auth.account WHERE email = $1', [
      email,
    ]);
    expect(rows[0].totp_secret.toString()).not.toContain(offer.body.secret);
    const { rows: codes } = await app.owner.query('SELECT count(*)::int AS n FROM auth.recovery_code');
    expect(codes[0].n).toBe(10);
  });

  it('accepts each time step once and each recovery code once', async () => {
    const email = emailOf('PRACTICE_NURSE');
    const { secret, recoveryCodes } = await enrol(app, email);
    const again = async (code: string) => {
      const agent = app.visitor();
      const started = await signIn(agent, email).expect(200);
      expect(started.body).toEqual({ state: 'SECOND_FACTOR_REQUIRED' });
      const answer = await giveCode(agent, code);
      await letWaitsPass(app);
      return answer.status === 200 ? answer.body.state : answer.body.code;
    };
    expect(await again(codeOf(secret, -2))).toBe('CODE_WRONG');
    expect(await again(codeOf(secret, -1))).toBe('SIGNED_IN');
    expect(await again(codeOf(secret, -1))).toBe('CODE_WRONG');
    expect(await again(codeOf(secret, 1))).toBe('SIGNED_IN');
    expect(await again(codeOf(secret))).toBe('CODE_WRONG');
    const [first = '', second = ''] = recoveryCodes;
    expect(await again(first)).toBe('SIGNED_IN');
    expect(await again(first)).toBe('CODE_WRONG');
    expect(await again(second.toLowerCase().replace('-', ' ').replaceAll('0', 'o'))).toBe('SIGNED_IN');
  });

  it('ends a one-factor session after ten wrong codes, also when they come at once', async () => {
    const email = emailOf('LOG_OFFICER');
    const { secret } = await enrol(app, email);
    const agent = app.visitor();
    await signIn(agent, email).expect(200);
    const answers = await Promise.all(Array.from({ length: 14 }, () => giveCode(agent, '000000')));
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'CODE_WRONG')).toHaveLength(9);
    expect((await giveCode(agent, codeOf(secret)).expect(401)).body.code).toBe('UNAUTHENTICATED');
  });
});

describe('the tenth code of a session', () => {
  it.each([
    { before: 9, outcome: 'SIGNED_IN' },
    { before: 10, outcome: 'TOO_MANY_WRONG_CODES' },
  ])('after $before others, though right, gives $outcome', async ({ before, outcome }) => {
    const email = emailOf('ELDERLY_ADVISER', 'zuid');
    await app.owner.query('UPDATE auth.account SET totp_confirmed_at = NULL, totp_last_step = 0 WHERE email = $1', [
      email,
    ]);
    const { secret } = await enrol(app, email);
    const agent = app.visitor();
    await signIn(agent, email).expect(200);
    await app.owner.query('UPDATE auth.session SET factor_attempts = $1 WHERE second_factor_at IS NULL', [before]);
    const { body } = await giveCode(agent, codeOf(secret));
    expect(body.state ?? body.code).toBe(outcome);
  });
});

describe('a wrong password', () => {
  it('looks the same for known and unknown accounts, and is logged for known ones', async () => {
    const email = emailOf('DISTRICT_NURSE');
    await givePassword(app, email);
    const known = await signIn(app.visitor(), email, 'iets heel anders dan dat').expect(401);
    const unknown = await signIn(app.visitor(), 'niemand@noord.test.invalid', 'iets heel anders dan dat').expect(401);
    const withoutPassword = await signIn(app.visitor(), emailOf('ELDERLY_ADVISER')).expect(401);
    expect(unknown.body).toEqual(known.body);
    expect(withoutPassword.body).toEqual(known.body);
    expect(known.body.code).toBe('SIGN_IN_FAILED');
    const logged = await failuresLogged(testMember('noord', 'DISTRICT_NURSE').userId);
    expect(logged).toEqual([{ practice_id: TEST_PRACTICES[0]?.id, outcome: 'DENIED', query: { step: 'PASSWORD' } }]);
  });

  it('makes the next try wait longer each time, and never longer than 15 minutes', async () => {
    const email = emailOf('ELDERLY_CARE_PHYSICIAN');
    await givePassword(app, email);
    const waits: number[] = [];
    for (let round = 0; round < 13; round += 1) {
      await signIn(app.visitor(), email, 'iets heel anders dan dat').expect(401);
      const { headers, body } = await signIn(app.visitor(), email).expect(429);
      expect(body.code).toBe('TOO_MANY_REQUESTS');
      waits.push(Number(headers['retry-after']));
      await letWaitsPass(app);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    await signIn(app.visitor(), email).expect(200);
  });

  it('takes one of many tries at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(app.visitor(), 'wie@noord.test.invalid', 'iets heel anders dan dat')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(29);
  });

  it('never keeps out its victim at an address she signed in from, nor anybody with a session', async () => {
    const email = emailOf('GP', 'zuid');
    const { agent, secret } = await enrol(app, email);
    await app.owner.query(
      `UPDATE auth.throttle SET failures = 1000, next_attempt_at = now() + interval '1 minute' WHERE trusted_until < now()`,
    );
    await agent.get('/api/v1/session').expect(200);
    await app.as('GP');
    await signIn(app.visitor(), 'ander@noord.test.invalid').expect(429);
    const back = app.visitor();
    await signIn(back, email).expect(200);
    const { body } = await giveCode(back, codeOf(secret)).expect(200);
    expect(body.state).toBe('SIGNED_IN');
  });

  it('is judged by a hash made with today’s cost, and an older one is made anew', async () => {
    const email = emailOf('PRACTICE_ASSISTANT');
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await app.owner.query('UPDATE auth.account SET password_hash = $1 WHERE email = $2', [weak, email]);
    await signIn(app.visitor(), email).expect(200);
    const { rows } = await app.owner.query('SELECT password_hash FROM auth.account WHERE email = $1', [email]);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await letWaitsPass(app);
    await signIn(app.visitor(), email).expect(200);
  });
});

describe('several memberships', () => {
  it('are chosen from, one at a time', async () => {
    const { userId } = testMember('noord', 'PRACTICE_MANAGER');
    const zuid = testMember('zuid', 'PRACTICE_MANAGER');
    await app.owner.query(
      'UPDATE care.membership SET account_id = (SELECT account_id FROM care.membership WHERE id = $1) WHERE id = $2',
      [userId, zuid.userId],
    );
    const email = emailOf('PRACTICE_MANAGER');
    await givePassword(app, email);
    const agent = app.visitor();
    const offer = await signIn(agent, email).expect(200);
    expect((await agent.get('/api/v1/session/memberships').expect(401)).body.code).toBe('SECOND_FACTOR_REQUIRED');
    const passed = await giveCode(agent, codeOf(offer.body.secret)).expect(200);
    expect(passed.body).toMatchObject({
      state: 'MEMBERSHIP_REQUIRED',
      memberships: [{ id: userId }, { id: zuid.userId }],
    });
    expect((await agent.get('/api/v1/session').expect(401)).body.code).toBe('MEMBERSHIP_REQUIRED');
    const choose = (membershipId: string) => agent.post('/api/v1/session/membership').send({ membershipId });
    await choose(testMember('noord', 'GP').userId).expect(404);
    const chosen = await choose(zuid.userId).expect(200);
    expect(chosen.body.practice.name).toBe('Praktijk zuid');
    expect(cookieOf(chosen)).not.toBe(cookieOf(passed));
    const memberships = await agent.get('/api/v1/session/memberships').expect(200);
    expect(memberships.body.items).toHaveLength(2);
    await choose(userId).expect(200);
    expect((await agent.get('/api/v1/session').expect(200)).body.user.id).toBe(userId);
  });
});

describe('a session', () => {
  it('tells its instants in UTC', async () => {
    const agent = await app.as('PRACTICE_MANAGER');
    const { body } = await agent.get('/api/v1/session').expect(200);
    const utc = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+Z$/);
    expect(body).toMatchObject({ expiresAt: utc, secondFactorAt: utc });
  });

  it('takes its cookie back with the attributes it was given with', async () => {
    const agent = await app.as('PRACTICE_MANAGER');
    const ended = await agent.delete('/api/v1/session').expect(204);
    expect(cookieOf(ended)).toMatch(/^samenoud=;.* HttpOnly; SameSite=Strict$/);
  });

  it('locks after 15 minutes without input, which background requests are not', async () => {
    const agent = await app.as('GP', 'leeg');
    const inputWas = (ago: string) =>
      app.owner.query(`UPDATE auth.session SET last_input_at = now() - $1::interval WHERE membership_id = $2`, [
        ago,
        testMember('leeg', 'GP').userId,
      ]);
    await inputWas('14 minutes 50 seconds');
    await agent.get('/api/v1/session').set('samenoud-background', '1').expect(200);
    const { rows } = await app.owner.query(
      `SELECT last_input_at < now() - interval '14 minutes' AS old FROM auth.session WHERE membership_id = $1`,
      [testMember('leeg', 'GP').userId],
    );
    expect(rows).toEqual([{ old: true }]);
    await agent.get('/api/v1/session').expect(200);
    await inputWas('15 minutes');
    expect((await agent.get('/api/v1/session').expect(401)).body.code).toBe('UNAUTHENTICATED');
  });

  it('ends 12 hours after it began, whatever happens in it', async () => {
    const agent = await app.as('PRACTICE_NURSE', 'leeg');
    const { userId } = testMember('leeg', 'PRACTICE_NURSE');
    const { rows } = await app.owner.query(
      'SELECT extract(epoch FROM expires_at - started_at)::int AS seconds FROM auth.session WHERE membership_id = $1',
      [userId],
    );
    expect(rows).toEqual([{ seconds: 43_200 }]);
    await app.owner.query('UPDATE auth.session SET expires_at = now() WHERE membership_id = $1', [userId]);
    await agent.get('/api/v1/session').expect(401);
  });

  it('lives beside others of its person, who sees and ends them', async () => {
    const [desk, phone, tablet] = await Promise.all([1, 2, 3].map(() => app.as('LOG_OFFICER', 'leeg')));
    if (!desk || !phone || !tablet) throw new Error('three sessions');
    const list = await desk.get('/api/v1/session/list').expect(200);
    expect(list.body.items).toHaveLength(3);
    const mine = list.body.items.find(({ current }: { current: boolean }) => current);
    const phones = await phone.get('/api/v1/session/list').expect(200);
    const other = phones.body.items.find(({ current }: { current: boolean }) => current);
    expect(other.id).not.toBe(mine.id);
    await desk.delete(`/api/v1/session/${other.id}`).expect(204);
    await phone.get('/api/v1/session').expect(401);
    await tablet.get('/api/v1/session').expect(200);
    await (await app.as('GP', 'leeg')).delete(`/api/v1/session/${mine.id}`).expect(404);
    await desk.delete('/api/v1/session?everywhere=true').expect(204);
    await tablet.get('/api/v1/session').expect(401);
  });

  it('ends at once when the account is disabled or the membership ends', async () => {
    const agent = await app.as('DISTRICT_NURSE', 'leeg');
    const { userId } = testMember('leeg', 'DISTRICT_NURSE');
    await app.owner.query(
      'UPDATE auth.account SET disabled_at = now() WHERE id = (SELECT account_id FROM care.membership WHERE id = $1)',
      [userId],
    );
    await agent.get('/api/v1/session').expect(401);
    const other = await app.as('ELDERLY_ADVISER', 'leeg');
    await app.owner.query('UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE id = $1', [
      testMember('leeg', 'ELDERLY_ADVISER').userId,
    ]);
    expect((await other.get('/api/v1/session').expect(401)).body.code).toBe('MEMBERSHIP_REQUIRED');
  });
});

describe('a fresh second factor', () => {
  const letGrowOld = (email: string, ago = '5 minutes 1 second') =>
    app.owner.query(
      `UPDATE auth.session SET second_factor_at = now() - $1::interval
       WHERE account_id = (SELECT id FROM auth.account WHERE email = $2)`,
      [ago, email],
    );

  it('is asked for after 5 minutes and given by a code', async () => {
    const email = emailOf('ELDERLY_CARE_PHYSICIAN', 'zuid');
    const { agent, secret, recoveryCodes } = await enrol(app, email);
    await letGrowOld(email, '4 minutes 50 seconds');
    const renewed = await agent.post('/api/v1/account/recovery-codes').expect(200);
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    await letGrowOld(email);
    expect((await agent.post('/api/v1/account/recovery-codes').expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    const stepUp = (body: object) => agent.post('/api/v1/session/step-up').send(body);
    expect((await stepUp({}).expect(401)).body.code).toBe('CODE_WRONG');
    expect((await stepUp({ code: recoveryCodes[0] }).expect(401)).body.code).toBe('CODE_WRONG');
    await stepUp({ code: codeOf(secret) }).expect(200);
    await agent.post('/api/v1/account/recovery-codes').expect(200);
  });

  it('is one button for a made-up person of the demo', async () => {
    const agent = await app.as('GP', 'zuid').catch(() => app.as('PRACTICE_NURSE', 'zuid'));
    const nurse = await app.as('PRACTICE_NURSE', 'zuid');
    await letGrowOld(emailOf('PRACTICE_NURSE', 'zuid'));
    await nurse.post('/api/v1/account/recovery-codes').expect(403);
    const view = await nurse.post('/api/v1/session/step-up').send({}).expect(200);
    expect(view.body.stepUp).toBe('BUTTON');
    await nurse.post('/api/v1/account/recovery-codes').expect(200);
    expect((await agent.post('/api/v1/session/step-up').send({}).expect(401)).body.code).toBe('CODE_WRONG');
  });

  it('is asked for to change the password, which ends the other sessions', async () => {
    const email = emailOf('PRACTICE_ASSISTANT', 'zuid');
    const { agent } = await enrol(app, email);
    const elsewhere = await app.as('PRACTICE_ASSISTANT', 'zuid');
    const change = (current: string, next: string) =>
      agent.post('/api/v1/account/password').send({ current, new: next });
    const errorOf = (body: { errors: { pointer: string; code: string }[] }) => body.errors[0];
    expect(errorOf((await change(PASSWORD, 'kort').expect(400)).body)).toMatchObject({ code: 'TOO_SHORT' });
    expect(errorOf((await change(PASSWORD, 'welkom123456').expect(400)).body)).toMatchObject({
      code: 'PASSWORD_COMMON',
    });
    expect(errorOf((await change('iets anders', 'zes groene lepels').expect(400)).body)).toMatchObject({
      pointer: '/current',
      code: 'PASSWORD_WRONG',
    });
    await change(PASSWORD, 'zes groene lepels').expect(204);
    await agent.get('/api/v1/session').expect(200);
    await elsewhere.get('/api/v1/session').expect(401);
    await letWaitsPass(app);
    await signIn(app.visitor(), email).expect(401);
    await letWaitsPass(app);
    await signIn(app.visitor(), email, 'zes groene lepels').expect(200);
    await letGrowOld(email);
    expect((await change('zes groene lepels', PASSWORD).expect(403)).body.code).toBe('STEP_UP_REQUIRED');
    await letStepsCountAgain(app);
  });
});

async function failuresLogged(userId: string): Promise<unknown[]> {
  for (let round = 0; round < 50; round += 1) {
    const { rows } = await app.owner.query(
      `SELECT practice_id, outcome, query FROM audit.event WHERE event_type = 'SIGN_IN' AND outcome = 'DENIED' AND user_id = $1`,
      [userId],
    );
    if (rows.length > 0) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}
