import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, enrol, givePassword, letStepsCountAgain, PASSWORD } from '../../testing/sign-in-steps.ts';
import { type Ceremony, SoftwarePasskey } from '../../testing/software-authenticator.ts';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { testMember } from '../../testing/test-network.ts';

const SITE = { origin: 'http://samenoud.test', rpId: 'samenoud.test' };
const emailOf = (role: string, practice = 'noord'): string => `${role.toLowerCase()}@${practice}.test.invalid`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ publicUrl: SITE.origin });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.owner.query('TRUNCATE auth.throttle');
  await app.owner.query('UPDATE auth.session SET factor_attempts = 0');
});

type Lie = Partial<Ceremony>;

async function offerOf(agent: Agent) {
  const { body } = await agent.post('/api/v1/account/passkeys/options').expect(200);
  return body as { challenge: string; user: { id: string } };
}

async function add(agent: Agent, lie: Lie = {}, passkey = new SoftwarePasskey()) {
  const { challenge, user } = await offerOf(agent);
  const credential = passkey.make({ ...SITE, challenge, ...lie }, user.id);
  const answer = await agent.post('/api/v1/account/passkeys').send({ name: ' Laptop ', credential });
  return { passkey, credential, answer };
}

async function added(agent: Agent): Promise<SoftwarePasskey> {
  const { passkey, answer } = await add(agent);
  expect(answer.status).toBe(204);
  return passkey;
}

const challengeOf = async (agent: Agent, path: string): Promise<string> =>
  (await agent.post(`/api/v1/session/${path}/options`).expect(200)).body.challenge;

async function use(agent: Agent, passkey: SoftwarePasskey, lie: Lie = {}, counter?: number) {
  const challenge = await challengeOf(agent, 'passkey');
  const credential = passkey.sign({ ...SITE, challenge, ...lie }, counter);
  return { credential, answer: await agent.post('/api/v1/session/passkey').send({ credential }) };
}

const list = async (agent: Agent) => (await agent.get('/api/v1/account/passkeys').expect(200)).body.items;

describe('a passkey', () => {
  it('is added, shown, signs in with both factors at once, and is gone when removed', async () => {
    const { agent } = await enrol(app, emailOf('GP'));
    const passkey = await added(agent);
    expect(await list(agent)).toEqual([
      { id: expect.any(String), name: 'Laptop', createdAt: expect.any(String), lastUsedAt: null },
    ]);
    const visitor = app.visitor();
    const { answer } = await use(visitor, passkey);
    expect(answer.body).toMatchObject({ state: 'SIGNED_IN', user: { id: testMember('noord', 'GP').userId } });
    expect(answer.body.secondFactorAt).not.toBeNull();
    const [shown] = await list(visitor);
    expect(shown.lastUsedAt).toEqual(expect.any(String));
    await visitor.delete(`/api/v1/account/passkeys/${shown.id}`).expect(204);
    expect(await list(visitor)).toEqual([]);
    expect((await use(app.visitor(), passkey)).answer.body.code).toBe('PASSKEY_REFUSED');
  });

  it('stands in the log of its practice: added, used, failed and removed', async () => {
    const { agent } = await enrol(app, emailOf('PRACTICE_NURSE'));
    const { userId } = testMember('noord', 'PRACTICE_NURSE');
    const passkey = await added(agent);
    await use(app.visitor(), passkey);
    await use(app.visitor(), passkey, { isVerified: false });
    const [{ id }] = await list(agent);
    await agent.delete(`/api/v1/account/passkeys/${id}`).expect(204);
    expect(await logged(userId, 4)).toEqual([
      { event_type: 'ADD_PASSKEY', outcome: 'SUCCESS' },
      { event_type: 'REMOVE_PASSKEY', outcome: 'SUCCESS' },
      { event_type: 'SIGN_IN', outcome: 'DENIED' },
      { event_type: 'SIGN_IN', outcome: 'SUCCESS' },
    ]);
  });

  it.each<[string, Lie]>([
    ['for another website', { origin: 'https://samenoud.test.invalid' }],
    ['for another site id', { rpId: 'elders.test' }],
    ['without finger or PIN', { isVerified: false }],
    ['for a challenge that is not ours', { challenge: 'bm9vaXQgZ2V2cmFhZ2Q' }],
    ['by an answer of the other kind', { type: 'webauthn.get' }],
  ])('is not added when made %s', async (_, lie) => {
    const agent = await app.as('GP', 'leeg');
    const { answer } = await add(agent, lie);
    expect(answer.body.code).toBe('PASSKEY_NOT_ADDED');
    expect(await list(agent)).toEqual([]);
  });

  it('is not added twice, nor by another session than the one that asked, nor too late', async () => {
    const agent = await app.as('DISTRICT_NURSE', 'leeg');
    const { passkey, credential } = await add(agent);
    const again = await agent.post('/api/v1/account/passkeys').send({ name: 'Weer', credential }).expect(409);
    expect(again.body.code).toBe('PASSKEY_NOT_ADDED');
    expect((await add(await app.as('GP', 'leeg'), {}, passkey)).answer.status).toBe(409);
    const { challenge, user } = await offerOf(agent);
    const other = { name: 'Elders', credential: new SoftwarePasskey().make({ ...SITE, challenge }, user.id) };
    await (await app.as('DISTRICT_NURSE', 'leeg')).post('/api/v1/account/passkeys').send(other).expect(409);
    await app.owner.query('UPDATE auth.challenge SET expires_at = now()');
    await agent.post('/api/v1/account/passkeys').send(other).expect(409);
    expect(await list(agent)).toHaveLength(1);
  });

  it('is neither added nor removed without a fresh second factor', async () => {
    const agent = await app.as('ELDERLY_ADVISER', 'leeg');
    await added(agent);
    const [{ id }] = await list(agent);
    await app.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '5 minutes 1 second'`);
    const offer = await agent.post('/api/v1/account/passkeys/options').expect(403);
    expect(offer.body.code).toBe('STEP_UP_REQUIRED');
    await agent.delete(`/api/v1/account/passkeys/${id}`).expect(403);
    expect(await list(agent)).toHaveLength(1);
  });

  it('is removed by its owner only', async () => {
    const owner = await app.as('PRACTICE_NURSE', 'leeg');
    await added(owner);
    const [{ id }] = await list(owner);
    await (await app.as('GP', 'leeg')).delete(`/api/v1/account/passkeys/${id}`).expect(404);
    expect(await list(owner)).toHaveLength(1);
  });
});

describe('signing in with a passkey', () => {
  let agent: Agent;
  let passkey: SoftwarePasskey;
  beforeAll(async () => {
    agent = await app.as('LOG_OFFICER', 'leeg');
    passkey = await added(agent);
  });

  it('asks everybody the same, and names no credential', async () => {
    const { body } = await app.visitor().post('/api/v1/session/passkey/options').expect(200);
    expect(body).toEqual({
      rpId: SITE.rpId,
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      timeout: 300_000,
      userVerification: 'required',
      allowCredentials: [],
    });
  });

  it.each<[string, Lie]>([
    ['another website', { origin: 'https://samenoud.test.invalid' }],
    ['another port', { origin: `${SITE.origin}:8080` }],
    ['another site id', { rpId: 'elders.test' }],
    ['a person the authenticator did not verify', { isVerified: false }],
    ['a challenge that is not ours', { challenge: 'bm9vaXQgZ2V2cmFhZ2Q' }],
    ['an answer of the other kind', { type: 'webauthn.create' }],
  ])('refuses %s', async (_, lie) => {
    const { answer } = await use(app.visitor(), passkey, lie);
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('PASSKEY_REFUSED');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('refuses an answer that was used before', async () => {
    const { credential, answer } = await use(app.visitor(), passkey);
    expect(answer.body.state).toBe('SIGNED_IN');
    const replayed = await app.visitor().post('/api/v1/session/passkey').send({ credential });
    expect(replayed.body.code).toBe('PASSKEY_REFUSED');
  });

  it.each([
    { counter: 'lower', change: -1, outcome: 'PASSKEY_REFUSED' },
    { counter: 'no higher', change: 0, outcome: 'PASSKEY_REFUSED' },
    { counter: 'higher', change: 1, outcome: 'SIGNED_IN' },
  ])('with a counter $counter than before gives $outcome', async ({ change, outcome }) => {
    await app.owner.query('UPDATE auth.passkey SET counter = 100 WHERE credential_id = $1', [passkey.id]);
    const { answer } = await use(app.visitor(), passkey, {}, 100 + change);
    expect(answer.body.state ?? answer.body.code).toBe(outcome);
  });

  it('works again and again with an authenticator that does not count', async () => {
    const synced = await added(await app.as('PRACTICE_ASSISTANT', 'leeg'));
    expect((await use(app.visitor(), synced, {}, 0)).answer.status).toBe(200);
    expect((await use(app.visitor(), synced, {}, 0)).answer.status).toBe(200);
  });

  it('refuses a signature of another key, an unknown passkey, and one of a disabled account, in the same words', async () => {
    const stranger = new SoftwarePasskey();
    const unknown = await use(app.visitor(), stranger);
    const challenge = await challengeOf(app.visitor(), 'passkey');
    const forged = { ...stranger.sign({ ...SITE, challenge }), id: passkey.id };
    const other = await app.visitor().post('/api/v1/session/passkey').send({ credential: forged }).expect(401);
    expect(other.body).toEqual(unknown.answer.body);
    const set = (value: string) =>
      app.owner.query(`UPDATE auth.account SET disabled_at = ${value} WHERE email = $1`, [
        emailOf('LOG_OFFICER', 'leeg'),
      ]);
    await set('now()');
    await app.owner.query('TRUNCATE auth.throttle');
    expect((await use(app.visitor(), passkey, {}, 500)).answer.body).toEqual(unknown.answer.body);
    await set('NULL');
  });

  it('slows down who keeps failing with one passkey', async () => {
    await use(app.visitor(), passkey, { isVerified: false });
    expect((await use(app.visitor(), passkey, {}, 900)).answer.status).toBe(429);
  });
});

describe('the passkey as the only second factor', () => {
  const email = emailOf('GP', 'zuid');
  const signIn = (agent: Agent) => agent.post('/api/v1/session').send({ email, password: PASSWORD });

  it('is asked for after the password, and the password alone enrols nothing any more', async () => {
    await givePassword(app, email);
    const attacker = app.visitor();
    const offered = await signIn(attacker).expect(200);
    await app.owner.query('TRUNCATE auth.throttle');
    const owner = await app.as('GP', 'zuid');
    const passkey = await added(owner);

    await attacker
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(offered.body.secret) })
      .expect(401);
    const victim = app.visitor();
    expect((await signIn(victim).expect(200)).body).toEqual({ state: 'SECOND_FACTOR_REQUIRED', passkey: true });
    expect((await victim.get('/api/v1/session').expect(401)).body.code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await use(victim, passkey)).answer.body.state).toBe('SIGNED_IN');
    await victim.get('/api/v1/session').expect(200);
  });

  it('stays, while there is a password; a recovery code helps out', async () => {
    const owner = await app.as('GP', 'zuid');
    const [{ id }] = await list(owner);
    const refused = await owner.delete(`/api/v1/account/passkeys/${id}`).expect(409);
    expect(refused.body.code).toBe('LAST_FACTOR');
    const { body } = await owner.post('/api/v1/account/recovery-codes').expect(200);
    const phoneless = app.visitor();
    await signIn(phoneless).expect(200);
    const answer = await phoneless.post('/api/v1/session/second-factor').send({ code: body.recoveryCodes[0] });
    expect(answer.body).toMatchObject({ state: 'SIGNED_IN' });
    expect(answer.body.recoveryCodes).toBeUndefined();
    await added(owner);
    await owner.delete(`/api/v1/account/passkeys/${id}`).expect(204);
  });
});

describe('a step-up with a passkey', () => {
  const letGrowOld = () => app.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);

  async function stepUp(agent: Agent, passkey: SoftwarePasskey, challenge?: string) {
    const asked = challenge ?? (await challengeOf(agent, 'step-up/passkey'));
    return agent
      .post('/api/v1/session/step-up/passkey')
      .send({ credential: passkey.sign({ ...SITE, challenge: asked }) });
  }

  it('names the own passkeys and makes the second factor fresh, with another token', async () => {
    const { agent } = await enrol(app, emailOf('ELDERLY_CARE_PHYSICIAN', 'zuid'));
    const passkey = await added(agent);
    await letGrowOld();
    await agent.post('/api/v1/account/recovery-codes').expect(403);
    const { body } = await agent.post('/api/v1/session/step-up/passkey/options').expect(200);
    expect(body.allowCredentials).toEqual([{ id: passkey.id, type: 'public-key', transports: ['internal'] }]);
    const answer = await stepUp(agent, passkey, body.challenge);
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeDefined();
    await agent.post('/api/v1/account/recovery-codes').expect(200);
    await letStepsCountAgain(app);
  });

  it('is refused with the passkey of another person, a challenge for signing in, or one of another session', async () => {
    const agent = await app.as('ELDERLY_ADVISER', 'zuid');
    const own = await added(agent);
    const colleague = await app.as('DISTRICT_NURSE', 'zuid');
    const theirs = await added(colleague);
    await letGrowOld();
    expect((await stepUp(agent, theirs)).body.code).toBe('PASSKEY_REFUSED');
    const forSignIn = await challengeOf(app.visitor(), 'passkey');
    expect((await stepUp(agent, own, forSignIn)).body.code).toBe('PASSKEY_REFUSED');
    const forColleague = await challengeOf(colleague, 'step-up/passkey');
    expect((await stepUp(agent, own, forColleague)).body.code).toBe('PASSKEY_REFUSED');
    await agent.post('/api/v1/account/recovery-codes').expect(403);
  });

  it('ends the session after ten wrong tries', async () => {
    const agent = await app.as('PRACTICE_MANAGER', 'zuid');
    const passkey = await added(agent);
    for (let tries = 1; tries <= 9; tries += 1)
      expect((await stepUp(agent, passkey, 'geen')).body.code).toBe('PASSKEY_REFUSED');
    expect((await stepUp(agent, passkey, 'geen')).body.code).toBe('TOO_MANY_WRONG_CODES');
    await agent.get('/api/v1/session').expect(401);
  });
});

async function logged(userId: string, wanted: number): Promise<unknown[]> {
  for (let round = 0; round < 50; round += 1) {
    const { rows } = await app.owner.query(
      `SELECT event_type, outcome FROM audit.event WHERE user_id = $1
         AND (event_type LIKE '%PASSKEY' OR query->>'step' = 'PASSKEY') ORDER BY event_type, outcome`,
      [userId],
    );
    if (rows.length >= wanted) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}
