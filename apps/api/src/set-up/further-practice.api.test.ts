import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choosePassword, firstSignIn, invite } from '../testing/colleagues.ts';
import { enrol } from '../testing/sign-in-steps.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { FurtherPractice } from './further-practice.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ publicUrl: 'http://samenoud.test' });
}, 60_000);
afterAll(() => app.close());

const offer = (name: string, shortName?: string): Promise<string> =>
  app.app.get(FurtherPractice, { strict: false }).offer(name, shortName);
const tokenOf = (link: string): string => link.split('#')[1] ?? '';
const setUp = (step: string, body: object) => app.visitor().post(`/api/v1/set-up${step}`).send(body);

describe('a further practice', () => {
  it('is made by the host, whose link lets its manager in', async () => {
    const link = await offer('Huisartsenpraktijk De Eik');
    expect(link).toMatch(/^http:\/\/samenoud\.test\/instellen#[\w-]{43}$/);
    const token = tokenOf(link);
    expect((await setUp('/view', { token }).expect(200)).body).toEqual({ practiceName: 'Huisartsenpraktijk De Eik' });
    const email = 'rob@deeik.example';
    const { body } = await setUp('/manager', { token, displayName: 'Rob Hoekstra', email }).expect(200);
    expect(await choosePassword(app, tokenOf(body.path))).toBe(200);
    const { agent, answer } = await firstSignIn(app, email);
    expect(answer).toMatchObject({
      state: 'SIGNED_IN',
      user: { displayName: 'Rob Hoekstra', role: 'PRACTICE_MANAGER', organisation: 'Huisartsenpraktijk De Eik' },
      practice: { name: 'Huisartsenpraktijk De Eik' },
    });
    const { body: people } = await agent.get('/api/v1/users').expect(200);
    expect(people.items).toMatchObject([{ email, state: 'ACTIVE' }]);
    expect(people.organisations).toMatchObject([{ kind: 'PRACTICE' }]);
    await invite(agent, { organisationId: people.organisations[0].id, role: 'PRACTICE_NURSE' });
    const { rows } = await app.owner.query(
      `SELECT count(*)::int AS n FROM care.instrument_version v JOIN care.practice p ON p.id = v.practice_id WHERE p.short_name = $1`,
      ['huisartsenpraktijk-de-eik'],
    );
    expect(rows[0].n).toBeGreaterThan(0);
    await expect(offer('Huisartsenpraktijk De Eik')).rejects.toThrow(
      'Er is al een praktijk met de korte naam huisartsenpraktijk-de-eik',
    );
  });

  it('is taken by a manager who has an account in another practice with that account', async () => {
    const email = 'practice_manager@zuid.test.invalid';
    const { agent } = await enrol(app, email);
    const token = tokenOf(await offer('Praktijk Oost', 'oost'));
    const { body } = await setUp('/manager', { token, displayName: 'Zelf', email }).expect(200);
    const { body: joined } = await agent
      .post('/api/v1/account-links/join')
      .send({ token: tokenOf(body.path) })
      .expect(200);
    const { body: session } = await agent
      .post('/api/v1/session/membership')
      .send({ membershipId: joined.userId })
      .expect(200);
    expect(session.practice.name).toBe('Praktijk Oost');
  });

  it('has a link that works once, makes no first practice, and is renewed until somebody came in', async () => {
    const older = tokenOf(await offer('Praktijk West', 'west'));
    const token = tokenOf(await offer('Praktijk West', 'west'));
    const manager = { displayName: 'Kim', email: 'kim@west.example' };
    await setUp('/manager', { ...manager, token: older }).expect(404);
    await setUp('', { ...manager, practiceName: 'Ander', password: 'vier paarse stoelen dansen', token }).expect(404);
    const answers = await Promise.all([1, 2].map(() => setUp('/manager', { ...manager, token })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    const again = tokenOf(await offer('Praktijk West', 'west'));
    const { body } = await setUp('/manager', { ...manager, token: again }).expect(200);
    expect(await choosePassword(app, tokenOf(body.path))).toBe(200);
  });

  it('is not made before there is a first', async () => {
    await app.owner.query('TRUNCATE auth.account, auth.one_time_link, care.practice CASCADE');
    await expect(offer('Praktijk Eerst')).rejects.toThrow('Er is nog geen eerste praktijk.');
    const { rows } = await app.owner.query('SELECT FROM care.practice');
    expect(rows).toHaveLength(0);
  });
});
