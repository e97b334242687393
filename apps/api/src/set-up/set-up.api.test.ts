import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, PASSWORD } from '../testing/sign-in-steps.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { offerSetUpLink } from './set-up-link.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: false, publicUrl: 'http://samenoud.test' });
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.owner.query('TRUNCATE auth.account, auth.one_time_link, care.practice CASCADE');
});

const BODY = {
  practiceName: 'Huisartsenpraktijk De Eik',
  displayName: 'Rob Hoekstra',
  email: 'Rob@DeEik.example',
  password: PASSWORD,
};
const setUp = (body: object) => app.visitor().post('/api/v1/set-up').send(body);
const offer = async (): Promise<string> => {
  const link = await offerSetUpLink(app.config);
  return link?.split('#')[1] ?? '';
};

describe('the set-up link', () => {
  it('makes the practice and its manager, who then enrols a second factor', async () => {
    const link = await offerSetUpLink(app.config);
    expect(link).toMatch(/^http:\/\/samenoud\.test\/instellen#[\w-]{43}$/);
    await setUp({ ...BODY, token: link?.split('#')[1] }).expect(201);
    const agent = app.visitor();
    const first = await agent
      .post('/api/v1/session')
      .send({ email: 'rob@deeik.example', password: PASSWORD })
      .expect(200);
    const { body } = await agent
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(first.body.secret) })
      .expect(200);
    expect(body).toMatchObject({
      user: { displayName: 'Rob Hoekstra', role: 'PRACTICE_MANAGER', organisation: 'Huisartsenpraktijk De Eik' },
    });
  });

  it('works once, and is not offered to an installation with accounts', async () => {
    const [token, other] = [await offer(), await offer()];
    const answers = await Promise.all([token, other, token].map((each) => setUp({ ...BODY, token: each })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404, 404]);
    expect((await setUp({ ...BODY, token }).expect(404)).body.code).toBe('LINK_INVALID');
    expect(await offerSetUpLink(app.config)).toBeUndefined();
    const { rows } = await app.owner.query('SELECT email FROM auth.account');
    expect(rows).toEqual([{ email: 'rob@deeik.example' }]);
  });

  it('is over after 72 hours, and never what somebody guesses', async () => {
    const token = await offer();
    const { rows } = await app.owner.query(
      'SELECT extract(epoch FROM expires_at - now())::int / 3600.0 AS hours FROM auth.one_time_link',
    );
    expect(Number(rows[0].hours)).toBeCloseTo(72, 1);
    await app.owner.query('UPDATE auth.one_time_link SET expires_at = now()');
    await setUp({ ...BODY, token }).expect(404);
    await setUp({ ...BODY, token: 'x'.repeat(43) }).expect(404);
  });

  it('refuses a password that is easy to guess, and stays open', async () => {
    const token = await offer();
    const { body } = await setUp({ ...BODY, token, password: 'RobHoekstra2026' }).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/password', code: 'PASSWORD_COMMON' }]);
    await setUp({ ...BODY, token }).expect(201);
  });
});
