import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { choosePassword, firstSignIn, invite, linkFor } from '../testing/colleagues.ts';
import { codeOf, enrol, letStepsCountAgain, letWaitsPass, PASSWORD } from '../testing/sign-in-steps.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { offerConfirmLinks } from './confirm-links.ts';

let app: TestApp;
let manager: Agent;

beforeAll(async () => {
  app = await startTestApp({ publicUrl: 'http://samenoud.test' });
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  manager = await app.as('PRACTICE_MANAGER');
});

const GP = { role: 'GP' };

async function questionOf(agent: Agent, userId: string): Promise<string> {
  const { body } = await agent.get('/api/v1/approvals').expect(200);
  return body.items.find(({ subject }: { subject: { userId: string } }) => subject.userId === userId).id;
}
const decide = (agent: Agent, id: string, verdict: 'APPROVE' | 'REFUSE') =>
  agent.post(`/api/v1/approvals/${id}/decision`).send({ verdict });
async function userOf(agent: Agent, id: string): Promise<{ state: string; awaitsApproval: boolean }> {
  const { body } = await agent.get('/api/v1/users').expect(200);
  return body.items.find((user: { id: string }) => user.id === id);
}

describe('a physician, and whoever can be a second person, is let in by two people', () => {
  it.each(['GP', 'ELDERLY_CARE_PHYSICIAN', 'PRACTICE_MANAGER', 'LOG_OFFICER'])(
    '%s: accepted, she waits and sees nothing until a second person says yes',
    async (role) => {
      const person = await invite(manager, { role });
      await choosePassword(app, await linkFor(manager, person.id));
      const { agent, answer } = await firstSignIn(app, person.email);
      expect(answer).toMatchObject({ state: 'MEMBERSHIP_REQUIRED', memberships: [] });
      await agent.get('/api/v1/organisations').expect(401);
      expect(await userOf(manager, person.id)).toMatchObject({ state: 'WAITING', awaitsApproval: true });
      const question = await questionOf(manager, person.id);
      expect((await decide(manager, question, 'APPROVE').expect(403)).body.code).toBe('NOT_ONESELF');
      await decide(await app.as('PRACTICE_NURSE'), question, 'APPROVE').expect(404);
      const officer = await app.as('LOG_OFFICER');
      await app.owner.query(
        `UPDATE auth.session SET second_factor_at = now() - interval '6 minutes' WHERE membership_id = $1`,
        [testMember('noord', 'LOG_OFFICER').userId],
      );
      expect((await decide(officer, question, 'APPROVE').expect(403)).body.code).toBe('STEP_UP_REQUIRED');
      await officer.post('/api/v1/session/step-up').send({}).expect(200);
      await decide(officer, question, 'APPROVE').expect(200);
      expect(await userOf(manager, person.id)).toMatchObject({ state: 'ACTIVE', awaitsApproval: false });
      await agent.post('/api/v1/session/membership').send({ membershipId: person.id }).expect(200);
      await agent.get('/api/v1/organisations').expect(200);
    },
  );

  it('a yes before she accepts is as good, and a no closes the invitation with its link', async () => {
    const gp = await app.as('GP');
    const [one, other] = [await invite(manager, GP), await invite(manager, GP)];
    const [token, dead] = [await linkFor(manager, one.id), await linkFor(manager, other.id)];
    await decide(gp, await questionOf(gp, one.id), 'APPROVE').expect(200);
    expect(await userOf(manager, one.id)).toMatchObject({ state: 'INVITED', awaitsApproval: false });
    await choosePassword(app, token);
    expect((await firstSignIn(app, one.email)).answer).toMatchObject({ state: 'SIGNED_IN' });
    await decide(gp, await questionOf(gp, other.id), 'REFUSE').expect(200);
    expect((await userOf(manager, other.id)).state).toBe('WITHDRAWN');
    expect(await choosePassword(app, dead)).toBe(404);
  });

  it('and is never the second person herself, nor does the question outlive the invitation', async () => {
    const person = await invite(manager, { role: 'ELDERLY_CARE_PHYSICIAN', email: 'gp@noord.test.invalid' });
    const gp = await app.as('GP');
    const question = await questionOf(gp, person.id);
    expect((await decide(gp, question, 'APPROVE').expect(403)).body.code).toBe('NOT_ONESELF');
    await manager.post(`/api/v1/users/${person.id}/withdraw`).expect(200);
    await decide(await app.as('LOG_OFFICER'), question, 'APPROVE').expect(409);
  });

  it('when nobody answered for 14 days the question is asked anew', async () => {
    const person = await invite(manager, GP);
    const again = () => manager.post(`/api/v1/users/${person.id}/approval`);
    await again().expect(409);
    await app.owner.query(`UPDATE care.approval SET asked_at = now() - interval '14 days 1 minute'`);
    await again().expect(200);
    const officer = await app.as('LOG_OFFICER');
    await decide(officer, await questionOf(officer, person.id), 'APPROVE').expect(200);
    expect(await userOf(manager, person.id)).toMatchObject({ state: 'INVITED', awaitsApproval: false });
    await manager.post(`/api/v1/users/${testMember('zuid', 'GP').userId}/approval`).expect(404);
  });
});

describe('a practice with one manager and nobody else', () => {
  let alone: Agent;
  const SECOND = ['GP', 'LOG_OFFICER'] as const;

  beforeEach(async () => {
    await app.owner.query(
      `UPDATE care.membership SET valid = tstzrange(lower(valid), greatest(now() - interval '1 second', lower(valid) + interval '1 microsecond'))
       WHERE practice_id = $1 AND role = ANY ($2) OR practice_id = $1 AND role = 'PRACTICE_MANAGER' AND id <> $3`,
      [testMember('leeg', 'GP').practiceId, SECOND, testMember('leeg', 'PRACTICE_MANAGER').userId],
    );
    await app.owner.query('UPDATE care.user_invitation SET withdrawn_at = now() WHERE approved_at IS NULL');
    alone = await app.as('PRACTICE_MANAGER', 'leeg');
  });

  const confirm = (token: string) => app.visitor().post('/api/v1/account-links/confirm').send({ token });
  async function hostLink(): Promise<string> {
    const links = await offerConfirmLinks(app.config);
    expect(links).toMatchObject([{ practice: 'Praktijk leeg' }]);
    expect(links[0]?.link).toMatch(/^http:\/\/samenoud\.test\/uitnodiging#[\w-]{43}$/);
    return links[0]?.link.split('#')[1] ?? '';
  }

  it('has its first GP confirmed by the host, once', async () => {
    expect(await offerConfirmLinks(app.config)).toEqual([]);
    const person = await invite(alone, GP, 'leeg');
    expect((await alone.get('/api/v1/approvals').expect(200)).body.items).toEqual([]);
    const [old, token] = [await hostLink(), await hostLink()];
    await confirm(old).expect(404);
    const { body } = await app.visitor().post('/api/v1/account-links/view').send({ token }).expect(200);
    expect(body).toMatchObject({ purpose: 'CONFIRM', role: 'GP', email: person.email });
    expect(await choosePassword(app, token)).toBe(404);
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    await choosePassword(app, await linkFor(alone, person.id));
    expect((await firstSignIn(app, person.email)).answer).toMatchObject({ state: 'SIGNED_IN', user: { role: 'GP' } });
    const second = await invite(alone, GP, 'leeg');
    expect(await offerConfirmLinks(app.config)).toEqual([]);
    expect(await questionOf(alone, second.id)).toBeDefined();
  });

  it('lets the manager herself be its GP by the host, and by nobody else', async () => {
    const email = 'practice_manager@leeg.test.invalid';
    const { agent, secret } = await enrol(app, email);
    const { organisationId } = testMember('leeg', 'GP');
    const body = { displayName: 'Zelf', email, organisationId };
    const nurse = await agent
      .post('/api/v1/users')
      .send({ ...body, role: 'PRACTICE_NURSE' })
      .expect(403);
    const officer = await agent
      .post('/api/v1/users')
      .send({ ...body, role: 'LOG_OFFICER' })
      .expect(403);
    expect([nurse.body.code, officer.body.code]).toEqual(['NOT_ONESELF', 'NOT_ONESELF']);
    const { body: own } = await agent
      .post('/api/v1/users')
      .send({ ...body, role: 'GP' })
      .expect(201);
    const token = await linkFor(agent, own.id);
    expect((await agent.post('/api/v1/account-links/join').send({ token }).expect(200)).body.state).toBe('WAITING');
    await confirm(await hostLink()).expect(200);
    await letStepsCountAgain(app);
    await letWaitsPass(app);
    const again = app.visitor();
    await again.post('/api/v1/session').send({ email, password: PASSWORD }).expect(200);
    const { body: signedIn } = await again
      .post('/api/v1/session/second-factor')
      .send({ code: codeOf(secret) })
      .expect(200);
    expect(signedIn.memberships.map(({ role }: { role: string }) => role).toSorted()).toEqual([
      'GP',
      'PRACTICE_MANAGER',
    ]);
  });

  it('whose link ends as soon as there is a second person, who is then asked', async () => {
    const person = await invite(alone, GP, 'leeg');
    const token = await hostLink();
    const officer = await invite(alone, { role: 'LOG_OFFICER' }, 'leeg');
    await choosePassword(app, await linkFor(alone, officer.id));
    const { agent, answer } = await firstSignIn(app, officer.email);
    expect(answer).toMatchObject({ state: 'MEMBERSHIP_REQUIRED' });
    for (const { link } of await offerConfirmLinks(app.config)) {
      const its = link.split('#')[1] ?? '';
      const { body } = await app.visitor().post('/api/v1/account-links/view').send({ token: its }).expect(200);
      if (body.role === 'LOG_OFFICER') await confirm(its).expect(200);
    }
    await agent.post('/api/v1/session/membership').send({ membershipId: officer.id }).expect(200);
    await confirm(token).expect(404);
    expect(await offerConfirmLinks(app.config)).toEqual([]);
    await alone.post(`/api/v1/users/${person.id}/approval`).expect(200);
    await decide(agent, await questionOf(agent, person.id), 'APPROVE').expect(200);
  });
});
