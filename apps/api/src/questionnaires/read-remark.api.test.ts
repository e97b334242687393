import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, dayOfInstant } from '@samenoud/domain';
import { inviteOnline } from '../testing/online-invitation.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const HOME = '/api/v1/public/questionnaire';
const BORN = '1941-04-03';
const WORDS = 'Ik slaap slecht.';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

interface Sent {
  readonly client: string;
  readonly form: string;
}

/** A form sent from home, with this in the open field. */
async function sentOnline(family: string, remark: string): Promise<Sent> {
  const person = { name: { family }, sex: 'FEMALE', birthDate: BORN };
  const client: string = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
  const { code } = await inviteOnline(stack.owner, client);
  const home = stack.visitor();
  const { body } = await home.post(`${HOME}/access`).send({ code, birthDate: BORN }).expect(200);
  const form: string = body.responseId;
  await home.put(`${HOME}/responses/${form}/remark`).set('If-Match', '"1"').send({ remark }).expect(200);
  await home.post(`${HOME}/responses/${form}/complete`).send({ completedBy: 'SELF' }).expect(200);
  return { client, form };
}

async function waiting(by: Agent): Promise<string[]> {
  const search = by.post('/api/v1/clients/search').send({ filter: { todo: ['REMARK_TO_READ'] } });
  return (await search.expect(200)).body.items.map(({ name }: { name: { family: string } }) => name.family);
}

const formOf = async (by: Agent, id: string) => (await by.get(`/api/v1/responses/${id}`).expect(200)).body;
const markRead = (by: Agent, id: string) => by.post(`/api/v1/responses/${id}/remark/read`);
const byPhone = (form: string) =>
  gp
    .post(`/api/v1/responses/${form}/amendments`)
    .send({ answers: { 'imesa-01': 2 }, reason: 'Gebeld', reasonCode: 'PHONE' });

describe('a remark written online', () => {
  it('waits for the assistant until the next working day, who reads it until it is marked as read', async () => {
    const { form } = await sentOnline('Wacht', WORDS);
    expect(await waiting(assistant)).toEqual(['Wacht']);
    const dueOn = addWorkingDays(dayOfInstant(Date.now()), 1);
    expect(await formOf(assistant, form)).toMatchObject({ remark: WORDS, remarkRead: { dueOn, by: null, at: null } });
    const { body } = await markRead(assistant, form).expect(200);
    const { userId } = testMember('noord', 'PRACTICE_ASSISTANT');
    expect(body.remarkRead).toEqual({ dueOn, by: userId, at: expect.any(String) });
    expect(await waiting(assistant)).toEqual([]);
    expect(await formOf(assistant, form)).not.toHaveProperty('remark');
    expect(await formOf(gp, form)).toMatchObject({ remark: WORDS, remarkRead: { by: userId } });
  });

  it('was read by who came first', async () => {
    const { form } = await sentOnline('Eerst', WORDS);
    await markRead(assistant, form).expect(200);
    const { body } = await markRead(gp, form).expect(200);
    expect(body.remarkRead.by).toBe(testMember('noord', 'PRACTICE_ASSISTANT').userId);
  });

  it('goes on waiting when the form is amended by phone, and keeps who read it', async () => {
    const { form } = await sentOnline('Gebeld', WORDS);
    const asked = (await byPhone(form).expect(201)).body.id;
    expect(await waiting(assistant)).toEqual(['Gebeld']);
    expect((await markRead(assistant, form)).body).toMatchObject({ code: 'WRONG_STATE', newestId: asked });
    await markRead(assistant, asked).expect(200);
    expect(await waiting(assistant)).toEqual([]);
  });

  it('is no work where the open field stayed empty, or was written on paper', async () => {
    await sentOnline('Leeg', '');
    const { client } = await sentOnline('Papier', '');
    const begun = await assistant.post(`/api/v1/clients/${client}/responses`).send({ channel: 'PAPER' }).expect(201);
    const path = `/api/v1/responses/${begun.body.id}`;
    await assistant.put(`${path}/remark`).set('If-Match', '"1"').send({ remark: WORDS }).expect(200);
    const head = { completedOn: dayOfInstant(Date.now()), completedBy: 'SELF' };
    await assistant.post(`${path}/complete`).send(head).expect(200);
    expect(await waiting(assistant)).toEqual([]);
    expect((await markRead(assistant, begun.body.id)).body.code).toBe('WRONG_STATE');
    expect(await formOf(assistant, begun.body.id)).not.toHaveProperty('remark');
  });

  it('is no work any more for who died', async () => {
    const { client } = await sentOnline('Overleden', WORDS);
    await stack.owner.query(`UPDATE care.client SET status = 'DECEASED' WHERE id = $1`, [client]);
    expect(await waiting(assistant)).toEqual([]);
  });
});
