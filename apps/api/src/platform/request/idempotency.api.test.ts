import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite } from '../../testing/colleagues.ts';
import { enrol } from '../../testing/sign-in-steps.ts';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';

const BSN = '999911120';
let stack: TestApp;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  gp = await stack.as('GP');
}, 60_000);
afterAll(() => stack.close());

const send = (agent: Agent, path: string, key: string, body: object = {}) =>
  agent.post(`/api/v1/${path}`).set('Idempotency-Key', key).send(body);

async function newClient(facts: object = {}): Promise<string> {
  const person = { name: { family: `Herhaald ${(people += 1)}` }, sex: 'FEMALE', birthDate: '1940-06-15', ...facts };
  return (await gp.post('/api/v1/clients').send(person).expect(201)).body.id;
}

async function keptAnswers(): Promise<string> {
  return JSON.stringify((await stack.owner.query('SELECT i::text FROM care.idempotency i')).rows);
}

describe('a repeated POST', () => {
  it('gets the first answer by the permission its role came in with', async () => {
    const [one, other] = [await newClient(), await newClient()];
    const said = { statement: 'Ik gebruik geen rollator.', givenBy: 'CLIENT', givenOn: '2026-01-05' };
    const merge = { survivorId: one, mergedId: other, reason: 'Dezelfde persoon' };
    for (const [path, body] of [
      [`clients/${one}/statements`, said],
      ['merges', merge],
    ] as const) {
      const first = await send(gp, path, path, body).expect(201);
      const again = await send(gp, path, path, body);
      expect([again.status, again.body]).toEqual([201, first.body]);
    }
  });

  it('for the own account opens no client', async () => {
    const [one, other] = [await newClient(), await newClient()];
    const nurse = await stack.as('PRACTICE_NURSE');
    await nurse
      .post('/api/v1/merges')
      .send({ survivorId: one, mergedId: other, reason: 'Dezelfde persoon' })
      .expect(201);
    const { body: page } = await gp.get('/api/v1/approvals?limit=200').expect(200);
    const asked = page.items.find(({ subject }: { subject: object }) => JSON.stringify(subject).includes(other));
    const decide = () => send(gp, `approvals/${asked.id}/decision`, 'besluit', { verdict: 'REFUSE' });
    const first = await decide().expect(200);
    const again = await decide();
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('that answers a secret is done again, and its answer is kept nowhere', async () => {
    const client = await newClient({ bsn: BSN });
    for (let round = 0; round < 2; round += 1)
      expect((await send(gp, `clients/${client}/bsn/reveal`, 'bsn').expect(200)).body).toEqual({ bsn: BSN });

    const manager = await stack.as('PRACTICE_MANAGER');
    const { id } = await invite(manager);
    const paths = new Set<string>();
    for (let round = 0; round < 2; round += 1)
      paths.add((await send(manager, `users/${id}/link`, 'link').expect(200)).body.path.split('#')[1]);
    expect(paths.size).toBe(2);

    const { agent } = await enrol(stack, 'district_nurse@noord.test.invalid');
    const { body } = await send(agent, 'account/recovery-codes', 'codes').expect(200);
    const kept = await keptAnswers();
    for (const secret of [BSN, ...paths, ...body.recoveryCodes]) expect(kept).not.toContain(secret);
  });
});
