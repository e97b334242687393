import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const SAID = { statement: 'Ik gebruik geen rollator.', givenBy: 'CLIENT', givenOn: '2026-01-05' };

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
  const person = { name: { family: `Verklaring ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}
/** Category, rule and basis of every line that reading left in the log. */
async function readsOf(client: string, objectType: string): Promise<string[]> {
  const { rows } = await stack.owner.query(
    `SELECT DISTINCT concat_ws(' ', sensitivity, authorisation_rule, consent_rule_id) AS line FROM audit.event
     WHERE client_id = $1 AND object_type = $2 AND action = 'R' ORDER BY line`,
    [client, objectType],
  );
  return rows.map(({ line }: { line: string }) => line);
}

const path = (client: string): string => `/api/v1/clients/${client}/statements`;

describe('a statement of the client', () => {
  it('is kept as it was said, with who wrote it down, and once for the same key', async () => {
    const client = await newClient();
    const send = () => assistant.post(path(client)).set('Idempotency-Key', 's-1').send(SAID).expect(201);
    const { body } = await send();
    expect(body).toMatchObject({ ...SAID, responseId: null, withdrawn: null });
    expect(body.recordedBy).toBe(testMember('noord', 'PRACTICE_ASSISTANT').userId);
    expect((await send()).body.id).toBe(body.id);
    expect((await gp.get(path(client)).expect(200)).body).toMatchObject({ total: 1, items: [{ id: body.id }] });
  });

  it.each([
    ['no text', { statement: ' ' }, '/statement', 'REQUIRED'],
    ['2001 characters', { statement: 'a'.repeat(2001) }, '/statement', 'TOO_LONG'],
    ['a day to come', { givenOn: '2999-01-01' }, '/givenOn', 'IN_FUTURE'],
    ['a form of nobody', { responseId: '01a2001d-0000-7000-8000-000000000000' }, '/responseId', 'INVALID_VALUE'],
  ])('is refused with %s', async (_, fault, pointer, code) => {
    const { body } = await assistant.post(path(await newClient())).send({ ...SAID, ...fault }).expect(400); // prettier-ignore
    expect(body.errors).toMatchObject([{ pointer, code }]);
  });

  it('takes 2000 characters', async () => {
    const statement = 'é'.repeat(2000);
    const { body } = await assistant.post(path(await newClient())).send({ ...SAID, statement }).expect(201); // prettier-ignore
    expect(body.statement).toBe(statement);
  });

  it('about answers is for who may read these, and for who wrote it down', async () => {
    const client = await newClient();
    const form = await enterForm(gp, client, COMPLEX);
    const nurse = await stack.as('PRACTICE_NURSE');
    await nurse.post(path(client)).send({ ...SAID, responseId: form.id }).expect(201); // prettier-ignore
    expect((await assistant.get(path(client))).body).toMatchObject({ total: 0, hidden: [{ code: 'ROLE' }] });
    await assistant.post(path(client)).send({ ...SAID, responseId: form.id }).expect(201); // prettier-ignore
    expect((await assistant.get(path(client))).body.total).toBe(1);
    expect((await gp.get(path(client))).body).toMatchObject({ total: 2, items: [{ responseId: form.id }, {}] });
  });

  it('is not found for who cannot see it and wants to withdraw it', async () => {
    const client = await newClient();
    const form = await enterForm(gp, client, COMPLEX);
    const { body } = await gp
      .post(path(client))
      .send({ ...SAID, responseId: form.id })
      .expect(201);
    const withdraw = (by: Agent, id: string): ReturnType<Agent['post']> =>
      by.post(`/api/v1/statements/${id}/withdraw`).send({ reason: 'Klopt weer' });
    expect((await withdraw(assistant, body.id).expect(404)).body.code).toBe('NOT_FOUND');
    const { body: own } = await assistant
      .post(path(client))
      .send({ ...SAID, responseId: form.id })
      .expect(201);
    await withdraw(assistant, own.id).expect(200);
    await withdraw(gp, body.id).expect(200);
  });

  it('leaves a line in the log for each category that was shown, with the rule that opened it', async () => {
    const client = await newClient();
    const form = await enterForm(gp, client, COMPLEX);
    await gp
      .post(path(client))
      .send({ ...SAID, responseId: form.id })
      .expect(201);
    await gp.get(path(client)).expect(200);
    await assistant.get(path(client)).expect(200);
    expect(await readsOf(client, 'CLIENT_STATEMENTS')).toEqual([
      '1 IDENTITY.READ.GP OWN',
      '1 IDENTITY.READ.PRACTICE_ASSISTANT OWN',
      '3 HEALTH_ANSWERS.READ.GP OWN',
    ]);
  });

  it('is never changed; withdrawn once, with the reason, and stays', async () => {
    const client = await newClient();
    const { body } = await assistant.post(path(client)).send(SAID).expect(201);
    const withdraw = (): ReturnType<Agent['post']> =>
      gp.post(`/api/v1/statements/${body.id}/withdraw`).send({ reason: 'Klopt weer' });
    expect((await withdraw().expect(200)).body.withdrawn).toMatchObject({ reason: 'Klopt weer' });
    expect((await withdraw().expect(409)).body.code).toBe('WRONG_STATE');
    expect((await gp.get(path(client))).body.items).toMatchObject([{ statement: SAID.statement }]);
  });

  it('is written down by the practice, and read by the team', async () => {
    const client = await newClient();
    await assistant.post(path(client)).send(SAID).expect(201);
    const nurse = await stack.as('DISTRICT_NURSE');
    await nurse.post(path(client)).send(SAID).expect(403);
    await nurse.get(path(client)).expect(404);
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
    expect((await nurse.get(path(client)).expect(200)).body.total).toBe(1);
  });
});
