import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  changeProvider,
  type ConfiguredProvider,
  configureProvider,
  forgetTries,
  goThere,
  signInThere,
  switchOn,
} from '../testing/organisation-sign-in.ts';
import { type ScriptedProvider, startScriptedProvider } from '../testing/scripted-provider.ts';
import { codeOf, enrol, givePassword, letStepsCountAgain, PASSWORD } from '../testing/sign-in-steps.ts';
import { invite, linkFor } from '../testing/colleagues.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const RETURN = '/api/v1/session/organisation/return';
const NURSE = { sub: 'nurse-1', email: 'district_nurse@noord.test.invalid' };
const nurse = testMember('noord', 'DISTRICT_NURSE');

let stack: TestApp;
let provider: ScriptedProvider;
let manager: Agent;
let made: ConfiguredProvider;

beforeAll(async () => {
  stack = await startTestApp();
  provider = await startScriptedProvider();
  manager = await stack.as('PRACTICE_MANAGER');
  made = await configureProvider(stack, manager, provider, 'DISTRICT_NURSE', { secondFactor: true, emailDomains: ['noord.test.invalid'] });
}, 60_000); // prettier-ignore
afterAll(async () => {
  await provider.close();
  await stack.close();
});
beforeEach(async () => {
  provider.reset();
  provider.claims = NURSE;
  await forgetTries(stack);
});

/** As if nobody ever came from the provider, and nobody has a second factor here. */
async function startOver(): Promise<void> {
  await stack.owner.query(`DELETE FROM auth.provider_identity; DELETE FROM auth.recovery_code;
    UPDATE auth.account SET totp_confirmed_at = NULL, totp_last_step = 0, totp_secret = NULL, disabled_at = NULL,
      password_hash = NULL, via_provider = false;
    UPDATE auth.session SET ended_at = now() WHERE provider_id IS NOT NULL AND ended_at IS NULL`);
}
const links = async (): Promise<unknown[]> =>
  (await stack.owner.query('SELECT subject, account_id FROM auth.provider_identity ORDER BY subject')).rows;
const liveSessions = async (): Promise<number> => {
  const sql = 'SELECT FROM auth.session WHERE provider_id IS NOT NULL AND ended_at IS NULL';
  return (await stack.owner.query(sql)).rowCount ?? 0;
};
const signIn = async (agent: Agent, name = made.code) => (await signInThere(agent, name, provider)).body;
const cookiesOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']);

describe('the way to the provider', () => {
  it.each([
    'wie.dan.ook@noord.test.invalid',
    'DISTRICT_NURSE@noord.test.invalid',
    () => made.code.toLowerCase().replaceAll('-', ' '),
  ])('is found by %s', async (typed) => {
    const name = typeof typed === 'string' ? typed : typed();
    const answer = await stack.visitor().post('/api/v1/session/organisation').send({ name }).expect(200);
    const href = new URL(answer.body.href);
    expect(href.origin + href.pathname).toBe(`${provider.issuer}/authorize`);
    const { state, nonce, code_challenge: challenge, ...others } = Object.fromEntries(href.searchParams);
    expect(others).toEqual({
        client_id: 'samenoud', response_type: 'code', scope: 'openid email', max_age: '43200', code_challenge_method: 'S256',
        redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/via-organisatie$/),
      }); // prettier-ignore
    expect(new Set([state, nonce, challenge]).size).toBe(3);
    expect(cookiesOf(answer)).toMatch(
      /^samenoud-organisation=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it.each([
    ['an unknown domain', 'wie@elders.test.invalid'],
    ['an unknown code', '0000-0000-0000'],
    ['no code at all', 'thuiszorg'],
    ['an address that is none', '@noord.test.invalid'],
    ['only the domain', 'noord.test.invalid'],
  ])('for %s is our own page, and else the same', async (_, name) => {
    const answer = await stack.visitor().post('/api/v1/session/organisation').send({ name }).expect(200);
    expect(answer.body).toEqual({ href: '/via-organisatie' });
    expect(cookiesOf(answer)).toMatch(/^samenoud-organisation=/);
    expect(provider.asked).toEqual([]);
  });

  it('is not shown for a domain that two claim, while the code goes on', async () => {
    const zuid = await stack.as('PRACTICE_MANAGER', 'zuid');
    const second = await configureProvider(stack, zuid, provider, 'DISTRICT_NURSE', { emailDomains: ['noord.test.invalid'] }, 'zuid');
    const { body } = await stack.visitor().post('/api/v1/session/organisation').send({ name: NURSE.email }).expect(200);
    expect(body).toEqual({ href: '/via-organisatie' });
    await goThere(stack.visitor(), made.code, provider);
    await changeProvider(zuid, second, { enabled: false });
    await goThere(stack.visitor(), NURSE.email, provider);
  }); // prettier-ignore

  it('looks unknown while the provider is away or switched off', async () => {
    provider.instead = { '/.well-known/openid-configuration': (_, response) => void response.destroy() };
    const name = made.code;
    const away = await stack.visitor().post('/api/v1/session/organisation').send({ name }).expect(200);
    await changeProvider(manager, made, { enabled: false });
    const off = await stack.visitor().post('/api/v1/session/organisation').send({ name }).expect(200);
    await switchOn(stack, manager, made);
    expect([away.body, off.body]).toEqual([{ href: '/via-organisatie' }, { href: '/via-organisatie' }]);
  });

  it('is asked for 51 times a minute from one address, and then slower', async () => {
    const ask = () => stack.visitor().post('/api/v1/session/organisation').send({ name: '0000-0000-0000' });
    for (let round = 0; round < 51; round += 1) await ask().expect(200);
    const { headers, body } = await ask().expect(429);
    expect([headers['retry-after'], body.code]).toEqual(['1', 'TOO_MANY_REQUESTS']);
  }, 30_000);
});

describe('somebody who comes from the provider', () => {
  beforeEach(startOver);

  it('is known by an address that it verified, once, and by her own name there from then on', async () => {
    const agent = stack.visitor();
    const answer = await signInThere(agent, NURSE.email, provider);
    expect(answer.body).toMatchObject({
      state: 'SIGNED_IN', elsewhere: false, user: { id: nurse.userId, role: 'DISTRICT_NURSE', organisation: 'Thuiszorg noord' },
      practice: { id: nurse.practiceId }, stepUp: 'PROVIDER',
    }); // prettier-ignore
    expect(cookiesOf(answer)).toMatch(/samenoud=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/);
    expect(cookiesOf(answer)).toMatch(/samenoud-organisation=; Max-Age=0; Path=\//);
    await agent.get('/api/v1/session').expect(200);
    expect(await links()).toEqual([{ subject: 'nurse-1', account_id: expect.any(String) }]);

    provider.claims = { sub: 'nurse-1', email: undefined, email_verified: undefined };
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'SIGNED_IN', user: { id: nurse.userId } });
    provider.claims = { ...NURSE, sub: 'nurse-2' };
    expect(await signIn(stack.visitor())).toMatchObject({ code: 'ORGANISATION_SIGN_IN_REFUSED' });
  });

  it('leaves her sign-in in the log of the practice, and nothing of the token anywhere', async () => {
    await signIn(stack.visitor());
    const { rows } = await stack.owner.query(
      `SELECT event_type, user_id, query FROM audit.event WHERE event_type = 'SIGN_IN' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ event_type: 'SIGN_IN', user_id: nurse.userId, query: { step: 'ORGANISATION' } }]);
    const { rows: stored } = await stack.owner
      .query(`SELECT s::text FROM auth.session s UNION ALL SELECT f::text FROM auth.provider_flow f
      UNION ALL SELECT e::text FROM audit.event e UNION ALL SELECT i::text FROM auth.provider_identity i`);
    const everything = JSON.stringify(stored);
    for (const secret of ['an-access-token', 'a-code', 'eyJ', NURSE.email]) expect(everything).not.toContain(secret);
    expect(provider.lastForm.get('client_secret')).toBeNull();
  });

  it('tells her address at the userinfo endpoint, where the token has none', async () => {
    provider.claims = { sub: 'nurse-1', email: undefined };
    provider.description = { userinfo_endpoint: `${provider.issuer}/me` };
    const say = (body: object) => {
      provider.instead = { '/me': (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)) };
    };
    say({ sub: 'another', email: NURSE.email, email_verified: true });
    expect(await signIn(stack.visitor())).toMatchObject({ code: 'ORGANISATION_SIGN_IN_REFUSED' });
    say({ sub: 'nurse-1', email: NURSE.email, email_verified: true });
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'SIGNED_IN' });
  }); // prettier-ignore

  it('gives the second factor here when the token speaks of none, and is linked only then', async () => {
    for (const claims of [{ amr: ['pwd'] }, { amr: undefined }, { amr: 'mfa' }]) {
      provider.claims = { ...NURSE, ...claims };
      expect(await signIn(stack.visitor())).toMatchObject({ state: 'ENROL_SECOND_FACTOR' });
    }
    expect(await links()).toEqual([]);
    const agent = stack.visitor();
    const { secret } = await signIn(agent);
    await agent.get('/api/v1/session').expect(401);
    const { body } = await agent
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(secret) })
      .expect(200);
    expect(body).toMatchObject({ state: 'SIGNED_IN', stepUp: 'CODE', user: { id: nurse.userId } });
    expect(await links()).toHaveLength(1);
    await letStepsCountAgain(stack);
    const again = stack.visitor();
    expect(await signIn(again)).toEqual({ state: 'SECOND_FACTOR_REQUIRED', elsewhere: false });
    await again.post('/api/v1/session/second-factor').send({ code: '000000' }).expect(401);
  });

  it('gives it here too when the manager did not say that the organisation asks for one', async () => {
    await changeProvider(manager, made, { secondFactor: false });
    await switchOn(stack, manager, made);
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'ENROL_SECOND_FACTOR' });
    await changeProvider(manager, made, { secondFactor: true });
    await switchOn(stack, manager, made);
  });

  it('proves the first time with the second factor that she has here', async () => {
    const { secret } = await enrol(stack, NURSE.email);
    await forgetTries(stack);
    for (let round = 0; round < 2; round += 1)
      expect(await signIn(stack.visitor())).toMatchObject({ state: 'SECOND_FACTOR_REQUIRED' });
    const agent = stack.visitor();
    await signIn(agent);
    await agent
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(secret) })
      .expect(200);
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'SIGNED_IN', stepUp: 'CODE' });
  });

  it.each([
    ['an address that is not verified', { email_verified: false }],
    ['an address of which nothing is said', { email_verified: undefined }],
    ['a word that only sounds like yes', { email_verified: 'true' }],
    ['no address', { email: undefined }],
    ['an address that nobody has', { email: 'niemand@noord.test.invalid' }],
    ['a colleague of another organisation', { email: 'gp@noord.test.invalid' }],
    ['the same organisation of another practice', { email: 'district_nurse@zuid.test.invalid' }],
    ['a list of addresses', { email: [NURSE.email] }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a very long subject', { sub: 'x'.repeat(256) }],
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'somebody-else' }],
    ['several audiences, and ours not the one', { aud: ['samenoud', 'other'], azp: 'other' }],
    ['another issuer', { iss: 'https://elders.example' }],
    ['a token of the past', { exp: Math.floor(Date.now() / 1000) - 120 }],
    ['no end', { exp: undefined }],
    ['a sign-in of long ago', { auth_time: Math.floor(Date.now() / 1000) - 13 * 3600 }],
    ['no time of sign-in', { auth_time: undefined }],
  ])('is refused with %s', async (_, claims) => {
    provider.claims = { ...NURSE, ...claims };
    const answer = await signInThere(stack.visitor(), made.code, provider);
    expect([answer.status, answer.body]).toEqual(await refusal());
    expect([await liveSessions(), await links()]).toEqual([0, []]);
  });

  it.each<[string, () => void]>([
    ['that nobody signed', () => {
      provider.header = { alg: 'none' };
      provider.spoil = (token) => `${token.split('.').slice(0, 2).join('.')}.`;
    }],
    ['that says so and is signed all the same', () => void (provider.header = { alg: 'none' })],
    ['signed in a way that was not agreed', () => void (provider.header = { alg: 'HS256' })],
    ['with another key', () => void (provider.header = { kid: 'two' })],
    ['that was changed', () => void (provider.spoil = withOther)],
    ['that is none', () => void (provider.spoil = () => 'geen.token.dit')],
    ['that is empty', () => void (provider.spoil = () => '')],
    ['without keys to judge it by', () => void (provider.instead = { '/keys': (_, response) => response.end('{"keys":[]}') })],
  ])('is refused with a token %s', async (_, plant) => {
    plant();
    const answer = await signInThere(stack.visitor(), made.code, provider);
    expect([answer.status, answer.body]).toEqual(await refusal());
    expect(await liveSessions()).toBe(0);
  }); // prettier-ignore

  it.each<[string, string, (response: Response) => void]>([
    ['garbage', '/token', (response) => void response.end('\u0000garbage')],
    ['a fault', '/token', (response) => void response.writeHead(500).end('{}')],
    ['the way inward', '/token', (response) => void response.writeHead(307, { location: '/keys' }).end()],
    ['300 kB', '/token', (response) => void response.end(`{"access_token":"${'x'.repeat(300_000)}"}`)],
    ['nothing at all', '/token', (response) => void response.destroy()],
    ['no token', '/token', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"access_token":"a","token_type":"bearer"}')],
    ['keys that are none', '/keys', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":"all"}')],
    ['300 kB of keys', '/keys', (response) => void response.end('x'.repeat(300_000))],
  ])('is refused when the provider answers %s', async (_, path, answer) => {
    const agent = stack.visitor();
    const brought = await goThere(agent, made.code, provider);
    provider.instead = { [path]: (__, response) => answer(response) };
    const { status, body } = await agent.post(RETURN).send(brought);
    expect([status, body]).toEqual(await refusal());
  }); // prettier-ignore

  it('is refused when the provider does not answer within five seconds', async () => {
    provider.instead = { '/token': (_, response) => void response.write('{') };
    const { status, body } = await signInThere(stack.visitor(), made.code, provider);
    expect([status, body]).toEqual(await refusal());
  }, 20_000);

  it('comes back once, in her own browser, in ten minutes, with what she took along', async () => {
    const agent = stack.visitor();
    const brought = await goThere(agent, made.code, provider);
    const stranger = stack.visitor();
    const others = await goThere(stranger, made.code, provider);
    const refused = await refusal();
    const trying = async (who: Agent, body: object) => {
      const answer = await who.post(RETURN).send(body);
      return [answer.status, answer.body];
    };
    expect(await trying(stack.visitor(), brought)).toEqual(refused);
    expect(await trying(stranger, brought)).toEqual(refused);
    expect(await liveSessions()).toBe(0);
    expect(others.state).not.toBe(brought.state);
    // a browser that was refused forgets its way: the right owner was not asked yet
    expect((await agent.post(RETURN).send({ ...brought, state: others.state })).status).toBe(401);
    expect(await liveSessions()).toBe(0);
  });

  it('comes back twice at once and is let in once', async () => {
    const first = stack.visitor();
    const asked = await first.post('/api/v1/session/organisation').send({ name: made.code }).expect(200);
    const brought = provider.visit(asked.body.href);
    const cookie = cookiesOf(asked).split(';')[0] ?? '';
    const back = () => stack.visitor().post(RETURN).set('Cookie', cookie).send(brought);
    const answers = await Promise.all([back(), back(), back()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
    expect((await back()).status).toBe(401);
    expect(await liveSessions()).toBe(1);
  });

  it('comes too late after ten minutes, and not at all when it was switched off meanwhile', async () => {
    const agent = stack.visitor();
    const late = await goThere(agent, made.code, provider);
    await stack.owner.query(`UPDATE auth.provider_flow SET expires_at = now()`);
    const answers = [await agent.post(RETURN).send(late)];
    const off = await goThere(agent, made.code, provider);
    await changeProvider(manager, made, { enabled: false });
    answers.push(await agent.post(RETURN).send(off));
    await switchOn(stack, manager, made);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('is refused from another site', async () => {
    const agent = stack.visitor();
    const brought = await goThere(agent, made.code, provider);
    const { body } = await agent.post(RETURN).set('Sec-Fetch-Site', 'cross-site').send(brought).expect(403);
    expect(body.code).toBe('CROSS_ORIGIN');
    await agent.post(RETURN).set('Sec-Fetch-Site', 'same-origin').send(brought).expect(200);
  });

  it('is refused once her account is closed or her membership ended', async () => {
    await signIn(stack.visitor());
    await stack.owner.query('UPDATE auth.account SET disabled_at = now() WHERE email = $1', [NURSE.email]);
    expect(await signIn(stack.visitor())).toMatchObject({ code: 'ORGANISATION_SIGN_IN_REFUSED' });
    await stack.owner.query('UPDATE auth.account SET disabled_at = NULL');
    await whileMembershipEnded(async () => {
      expect(await signIn(stack.visitor())).toMatchObject({ code: 'ORGANISATION_SIGN_IN_REFUSED' });
    });
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'SIGNED_IN' });
  });
});

type Response = import('node:http').ServerResponse;

/** What everybody is refused with, whatever the reason. */
async function refusal(): Promise<[number, unknown]> {
  const { status, body } = await stack.visitor().post(RETURN).send({ code: 'x', state: 'y' });
  expect([status, body.code]).toEqual([401, 'ORGANISATION_SIGN_IN_REFUSED']);
  return [status, body];
}

function withOther(token: string): string {
  const [head, body, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'another' })).toString('base64url');
  return `${head}.${changed}.${signature}`;
}

async function whileMembershipEnded(work: () => Promise<void>): Promise<void> {
  const set = (valid: string) =>
    stack.owner.query(`UPDATE care.membership SET valid = ${valid} WHERE id = $1`, [nurse.userId]);
  await set(`tstzrange(lower(valid), now())`);
  await work();
  await set(`tstzrange(lower(valid), NULL)`);
}

describe('a session that began at a provider', () => {
  /** As if she works for this organisation only. */
  const whileOtherEnded = async (work: () => Promise<void>) => {
    const set = (valid: string) =>
      stack.owner.query(`UPDATE care.membership SET valid = ${valid} WHERE id = $1`, [other]);
    await set(`tstzrange(lower(valid), now())`);
    await work();
    await set(`tstzrange(lower(valid), NULL)`);
  };
  let agent: Agent;
  let other: string;

  beforeAll(async () => {
    const { rows } = await stack.owner.query(
      `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name)
       SELECT m.practice_id, gen_random_uuid(), m.account_id, $2, 'GP', 'Ook huisarts' FROM care.membership m WHERE m.id = $1 RETURNING id`,
      [nurse.userId, testMember('noord', 'GP').organisationId],
    );
    other = rows[0].id;
  });
  beforeEach(async () => {
    await startOver();
    agent = stack.visitor();
    await signIn(agent);
  });
  afterAll(() =>
    stack.owner.query('UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE id = $1', [other]),
  );

  it('holds memberships of its organisation only, and chooses an only one by itself', async () => {
    const { body } = await agent.get('/api/v1/session/memberships').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([nurse.userId]);
    await agent.post('/api/v1/session/membership').send({ membershipId: other }).expect(404);
    expect((await agent.get('/api/v1/session').expect(200)).body.user.id).toBe(nurse.userId);
    const change = 'UPDATE auth.session SET membership_id = $1 WHERE provider_id IS NOT NULL AND ended_at IS NULL';
    await expect(stack.owner.query(change, [other])).rejects.toThrow('session_provider_membership_fk');
  });

  it('sets no first second factor of an account that also opens something else', async () => {
    await startOver();
    provider.claims = { ...NURSE, amr: ['pwd'] };
    const visitor = stack.visitor();
    expect(await signIn(visitor)).toMatchObject({ status: 409, code: 'VIA_ORGANISATION' });
    await whileOtherEnded(async () => {
      const own = stack.visitor();
      const { secret } = await signIn(own);
      await givePassword(stack, NURSE.email);
      expect(await signIn(stack.visitor())).toMatchObject({ status: 409, code: 'VIA_ORGANISATION' });
      await own
        .post('/api/v1/session/second-factor')
        .send({ code: codeOf(secret) })
        .expect(401);
      const agentOfPassword = stack.visitor();
      const { body } = await agentOfPassword
        .post('/api/v1/session')
        .send({ email: NURSE.email, password: PASSWORD })
        .expect(200);
      await agentOfPassword
        .post('/api/v1/session/second-factor')
        .send({ code: codeOf(body.secret) })
        .expect(200);
      expect(await signIn(stack.visitor())).toMatchObject({ state: 'SECOND_FACTOR_REQUIRED' });
    });
  });

  it('makes the password alone open nothing, nor be given by a manager, before a re-enrolment', async () => {
    await givePassword(stack, NURSE.email);
    const withPassword = async () => {
      await forgetTries(stack);
      return stack.visitor().post('/api/v1/session').send({ email: NURSE.email, password: PASSWORD });
    };
    const link = async () => (await manager.post(`/api/v1/users/${nurse.userId}/link`)).body.code ?? 'MADE';
    expect((await withPassword()).body).toMatchObject({ status: 409, code: 'USE_ORGANISATION' });
    expect(await link()).toBe('LINK_WITHOUT_FACTOR');
    const { items } = (await manager.get('/api/v1/identity-providers').expect(200)).body;
    await manager.delete(`/api/v1/identity-providers/${made.id}/people/${items[0].people[0].id}`).expect(200);
    expect((await withPassword()).body).toMatchObject({ code: 'USE_ORGANISATION' });
    expect(await link()).toBe('LINK_WITHOUT_FACTOR');
    const reEnrol = manager.post(`/api/v1/users/${nurse.userId}/re-enrol`).send({ identityCheck: 'IN_PERSON' });
    expect((await reEnrol.expect(200)).body).toEqual({ state: 'DONE' });
    expect(await link()).toBe('LINK_AFTER_RE_ENROL');
    expect((await withPassword()).body).toMatchObject({ state: 'ENROL_SECOND_FACTOR' });
  });

  it('holds no more after a code of Samenoud itself', async () => {
    await startOver();
    const { secret } = await enrol(stack, NURSE.email);
    await forgetTries(stack);
    provider.claims = { ...NURSE, amr: ['pwd'] };
    await signIn(agent);
    const { body } = await agent
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(secret) })
      .expect(200);
    expect(body).toMatchObject({ state: 'SIGNED_IN', user: { id: nurse.userId } });
    await agent.post('/api/v1/session/membership').send({ membershipId: other }).expect(404);
  });

  it('leaves the factors of the account alone, also by the functions below the app', async () => {
    const passkey = {
      name: 'x',
      credential: { id: 'bm9vaXQ', response: { clientDataJSON: 'e30', attestationObject: 'oA' } },
    };
    const answers = [
      await agent.post('/api/v1/account/recovery-codes').send({}),
      await agent.post('/api/v1/account/passkeys/options').send({}),
      await agent.delete(`/api/v1/account/passkeys/${other}`),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [409, 'VIA_ORGANISATION']),
    );
    expect((await agent.post('/api/v1/account/passkeys').send(passkey)).status).toBe(409);
    const { rows } = await stack.owner.query(
      `SELECT auth.add_passkey(token_hash, gen_random_uuid(), 'x', 'x', 0, '{}', 'x') AS added,
         auth.remove_own_passkey(token_hash, gen_random_uuid()) AS removed, auth.replace_recovery_codes(token_hash, '{x}')
       FROM auth.session WHERE provider_id IS NOT NULL AND ended_at IS NULL`,
    );
    expect(rows).toMatchObject([{ added: false, removed: 'UNKNOWN' }]);
    expect((await stack.owner.query('SELECT FROM auth.recovery_code')).rowCount).toBe(0);
  });

  it('takes no invitation into another practice with it', async () => {
    const zuid = await stack.as('PRACTICE_MANAGER', 'zuid');
    const asked = await invite(zuid, { email: NURSE.email }, 'zuid');
    const token = await linkFor(zuid, asked.id);
    const { status, body } = await agent.post('/api/v1/account-links/join').send({ token });
    expect([status, body.code]).toEqual([409, 'VIA_ORGANISATION']);
    const { rows } = await stack.owner.query(
      `SELECT auth.join_invitation((SELECT token_hash FROM auth.one_time_link WHERE user_id = $1), token_hash) AS taken
       FROM auth.session WHERE provider_id IS NOT NULL AND ended_at IS NULL`,
      [asked.id],
    );
    expect(rows).toEqual([{ taken: { accountId: null } }]);
  });

  it.each([[{ enabled: false }], [{ clientSecret: 'heel geheim van de thuiszorg' }], [{ secondFactor: true }]])(
    'ends at once with a change of the provider: %j',
    async (change) => {
      await changeProvider(manager, made, change);
      const { status } = await agent.get('/api/v1/session');
      await switchOn(stack, manager, made);
      expect(status).toBe(401);
    },
  );

  it('outlives a change of the domains', async () => {
    await changeProvider(manager, made, { emailDomains: ['noord.test.invalid', 'nog-een.nl'] });
    expect((await agent.get('/api/v1/session')).status).toBe(200);
  });

  it('works nowhere any more once the membership ended', async () => {
    await whileMembershipEnded(async () => {
      expect((await agent.get('/api/v1/session').expect(401)).body.code).toBe('MEMBERSHIP_REQUIRED');
      await agent.post('/api/v1/session/membership').send({ membershipId: other }).expect(404);
    });
  });

  it('ends, and is proven anew, when the manager takes the person off the provider', async () => {
    const { items } = (await manager.get('/api/v1/identity-providers').expect(200)).body;
    const [person] = items[0].people;
    expect(person).toMatchObject({ displayName: 'DISTRICT_NURSE noord' });
    const { body } = await manager.delete(`/api/v1/identity-providers/${made.id}/people/${person.id}`).expect(200);
    expect(body.people).toEqual([]);
    await manager.delete(`/api/v1/identity-providers/${made.id}/people/${person.id}`).expect(404);
    await agent.get('/api/v1/session').expect(401);
    provider.claims = { ...NURSE, sub: 'nurse-2' };
    expect(await signIn(stack.visitor())).toMatchObject({ state: 'SIGNED_IN' });
  });

  describe('asked for a fresh second factor', () => {
    const goAgain = async () => {
      const { body } = await agent.post('/api/v1/session/step-up/organisation').expect(200);
      const asked = Object.fromEntries(new URL(body.href).searchParams);
      expect([asked['prompt'], asked['max_age']]).toEqual(['login', '0']);
      return provider.visit(body.href);
    };
    const givenAt = async (): Promise<string> => (await agent.get('/api/v1/session').expect(200)).body.secondFactorAt;

    beforeEach(() =>
      stack.owner.query(
        `UPDATE auth.session SET second_factor_at = now() - interval '1 hour' WHERE provider_id IS NOT NULL`,
      ),
    );

    it('gets it by signing in there again', async () => {
      const before = await givenAt();
      const brought = await goAgain();
      const { body } = await agent.post(RETURN).send(brought).expect(200);
      expect(body).toMatchObject({ state: 'SIGNED_IN', elsewhere: true, user: { id: nurse.userId } });
      expect(Date.parse(await givenAt()) - Date.parse(before)).toBeGreaterThan(3_000_000);
    });

    it.each([
      ['somebody else', { sub: 'nurse-2' }],
      ['an earlier sign-in', { auth_time: Math.floor(Date.now() / 1000) - 300 }],
      ['no second factor', { amr: ['pwd'] }],
    ])('gets none by %s', async (_, claims) => {
      const before = await givenAt();
      provider.claims = { ...NURSE, ...claims };
      const brought = await goAgain();
      await agent.post(RETURN).send(brought).expect(401);
      expect(await givenAt()).toBe(before);
    });

    it('gets none for another session, nor with the demo button', async () => {
      const brought = await goAgain();
      const { body } = await agent.post('/api/v1/session/step-up').send({});
      expect(body.code ?? 'passed').toBe('CODE_WRONG');
      await agent.delete('/api/v1/session').expect(204);
      await agent.post(RETURN).send(brought).expect(401);
    });

    it('is there for nobody who signed in with a password', async () => {
      const gp = await stack.as('GP');
      expect((await gp.post('/api/v1/session/step-up/organisation').expect(409)).body.code).toBe('WRONG_STATE');
    });
  });
});
