import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';

const TODAY = dayOfInstant(Date.now());
const UNKNOWN = '01a2001d-0000-7000-8000-000000000000';
const WHOLE = { channel: 'PAPER', completedOn: addDays(TODAY, -20), completedBy: 'SELF', status: 'COMPLETED' };
const ANSWERS = { 'gfi-01': 'dependent' };

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

async function newClient(birthDate = '1941-04-03'): Promise<string> {
  people += 1;
  const person = { name: { family: `Cliënt ${people}` }, sex: 'FEMALE', birthDate };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

async function entered(by: Agent, client: string, form: object = WHOLE): Promise<string> {
  const path = `/api/v1/clients/${client}/responses`;
  const { body } = await by
    .post(path)
    .send({ answers: ANSWERS, ...form })
    .expect(201);
  return body.id;
}

describe('an answer that cannot be', () => {
  it.each([
    ['PATCH', `responses/${UNKNOWN}`, { 'gfi-05': 11 }, '/answers/gfi-05'],
    ['POST', `clients/${UNKNOWN}/responses`, { 'gfi-16': 'no' }, '/answers/gfi-16'],
    ['POST', `responses/${UNKNOWN}/amendments`, { 'imesa-01': null }, '/answers/imesa-01'],
  ])('is named before version and id are looked at: %s %s', async (method, path, answers, pointer) => {
    const url = `/api/v1/${path}`;
    const { status, body } = await (method === 'PATCH' ? gp.patch(url) : gp.post(url)).send({
      answers,
      ...(path.endsWith('responses') ? { channel: 'PAPER' } : {}),
      ...(path.endsWith('amendments') ? { reason: 'Gebeld' } : {}),
    });
    expect({ status, pointers: body.errors?.map((error: { pointer: string }) => error.pointer) }).toEqual({
      status: 400,
      pointers: [pointer],
    });
  });
});

describe('moving a form to the right client', () => {
  const move = (id: string, to: string, reason = 'WRONG_CLIENT') =>
    gp.post(`/api/v1/responses/${id}/void`).send({ reason, moveToClientId: to });

  it('is not to the client it stands with', async () => {
    const client = await newClient();
    const { body } = await move(await entered(assistant, client), client).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/moveToClientId', code: 'INVALID_ID' }]);
  });

  it('is for a form of the wrong client, not for one entered twice', async () => {
    const id = await entered(assistant, await newClient());
    const { body } = await move(id, await newClient(), 'ENTERED_TWICE').expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/moveToClientId', code: 'INVALID_VALUE' }]);
    expect((await gp.get(`/api/v1/responses/${id}`)).body.status).toBe('COMPLETED');
  });

  it('is not to somebody who was born after the form was filled in', async () => {
    const id = await entered(assistant, await newClient());
    const { body } = await move(id, await newClient(addDays(TODAY, -19))).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/moveToClientId', code: 'BEFORE_BIRTH' }]);
    await move(id, await newClient(WHOLE.completedOn)).expect(200);
  });

  it('is left out with null', async () => {
    const id = await entered(assistant, await newClient());
    const sent = { reason: 'OTHER', reasonCode: null, moveToClientId: null };
    const { body } = await gp.post(`/api/v1/responses/${id}/void`).send(sent).expect(200);
    expect(body).toMatchObject({ status: 'VOID', voidCode: 'OTHER' });
  });
});

describe('completing a form another person began', () => {
  it('still says who began it, and shows the assessment to who completed it', async () => {
    const id = await entered(gp, await newClient(), { channel: 'PAPER' });
    const { body } = await assistant
      .post(`/api/v1/responses/${id}/complete`)
      .send({ completedOn: TODAY, completedBy: 'SELF' })
      .expect(200);
    expect(body.assessment.instruments.gfi).toMatchObject({ lower: 1, upper: 15 });
    expect(body.enteredBy).toBe((await gp.get('/api/v1/session')).body.user.id);
  });
});

describe('two who begin a form for one client in the same moment', () => {
  it('leave one form, and the other is told which', async () => {
    const client = await newClient();
    const begin = (by: Agent) => by.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' });
    const lock = await stack.owner
      .query('BEGIN')
      .then(() => stack.owner.query('LOCK TABLE care.response IN SHARE MODE'));
    expect(lock.command).toBe('LOCK');
    const both = Promise.all([begin(assistant), begin(gp)]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stack.owner.query('COMMIT');
    const [begun, refused] = (await both).toSorted((a, b) => a.status - b.status);
    expect([begun?.status, refused?.status]).toEqual([201, 409]);
    expect(refused?.body).toMatchObject({ code: 'RESPONSE_IN_PROGRESS', responseId: begun?.body.id });
  });
});
