import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTION_STATES, type ActionState, addDays, isActionStep } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const TASK = { text: 'Bel de apotheek', owner: { kind: 'USER', userId: NURSE }, dueOn: addDays(TODAY, 7) };

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let nurse: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP'), await stack.as('DISTRICT_NURSE')]; // prettier-ignore
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Taak ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

const join = (client: string, role: 'DISTRICT_NURSE' | 'ELDERLY_CARE_PHYSICIAN'): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, testMember('noord', role).userId));

interface Task {
  readonly id: string;
  readonly version: number;
  readonly state: ActionState;
}
const addTask = async (client: string, task: object = TASK): Promise<Task> =>
  (await assistant.post(`/api/v1/clients/${client}/tasks`).send(task).expect(201)).body;

const patch = (by: Agent, { id, version }: Task, body: object): ReturnType<Agent['patch']> =>
  by.patch(`/api/v1/actions/${id}`).set('If-Match', `"${version}"`).send(body);

/** A task brought to a state the way people do. */
async function taskIn(client: string, state: ActionState): Promise<Task> {
  const task = await addTask(client);
  if (state === 'OPEN') return task;
  return (await patch(gp, task, { state, ...(state === 'CANCELLED' ? { reason: 'Niet meer nodig' } : {}) }).expect(200)).body; // prettier-ignore
}

describe('an action', () => {
  it('is added once for the same key, and stands in the list of its owner and of the client', async () => {
    const client = await newClient();
    await join(client, 'DISTRICT_NURSE');
    const send = () => assistant.post(`/api/v1/clients/${client}/tasks`).set('Idempotency-Key', 'taak-1').send(TASK);
    const { body } = await send().expect(201);
    expect((await send().expect(201)).body.id).toBe(body.id);
    expect(body).toMatchObject({ kind: 'TASK', state: 'OPEN', version: 1, postponedCount: 0, byRule: null });
    const { body: hers } = await nurse.get('/api/v1/actions?owner=me').expect(200);
    expect(hers.items.filter(({ id }: Task) => id === body.id)).toMatchObject([{ clientName: `Taak ${people}` }]);
    const { body: ofClient } = await gp.get(`/api/v1/clients/${client}/actions`).expect(200);
    expect(ofClient).toMatchObject({ total: 1, items: [{ id: body.id, clientName: null, mayMove: true }] });
    expect((await gp.get(`/api/v1/actions?owner=${NURSE}`).expect(200)).body.total).toBeGreaterThan(0);
  });

  it('stands in the list of its owner with the day of birth, due first, narrowed to what is due, and the last done on top', async () => {
    const client = await newClient();
    await join(client, 'DISTRICT_NURSE');
    const mine = async (asked: string): Promise<{ id: string; clientBirthDate: string }[]> => {
      const { body } = await nurse.get(`/api/v1/actions?owner=me&limit=200${asked}`).expect(200);
      return body.items.filter(({ clientId }: { clientId: string }) => clientId === client);
    };
    const ids = async (asked: string): Promise<string[]> => (await mine(asked)).map(({ id }) => id);
    const later = await addTask(client);
    const late = await addTask(client, { ...TASK, dueOn: addDays(TODAY, -2) });
    const now = await addTask(client, { ...TASK, dueOn: TODAY });
    expect(await ids('')).toEqual([late.id, now.id, later.id]);
    expect(await ids(`&dueBy=${TODAY}`)).toEqual([late.id, now.id]);
    expect((await mine('')).map(({ clientBirthDate }) => clientBirthDate)).toEqual(Array(3).fill('1940-06-15'));
    await patch(nurse, later, { state: 'DONE' }).expect(200);
    await patch(nurse, late, { state: 'DONE' }).expect(200);
    expect(await ids('&state=DONE')).toEqual([late.id, later.id]);
    await nurse.get('/api/v1/actions?dueBy=morgen').expect(400);
  });

  it('takes every step of docs/state-machines/action.md and no other', async () => {
    const client = await newClient();
    for (const from of ACTION_STATES)
      for (const to of ACTION_STATES) {
        const body = { state: to, ...(to === 'CANCELLED' ? { reason: 'Proef' } : {}) };
        const answer = await patch(gp, await taskIn(client, from), body);
        const expected = isActionStep(from, to) ? [200, to] : [409, 'WRONG_STATE'];
        expect([from, to, answer.status, answer.body.state ?? answer.body.code]).toEqual([from, to, ...expected]);
      }
    for (const state of ['DONE', 'CANCELLED'] as const)
      for (const change of [{ text: 'Anders' }, { dueOn: addDays(TODAY, 9) }, { owner: { kind: 'CLIENT' } }])
        expect((await patch(gp, await taskIn(client, state), change)).body.code).toBe('WRONG_STATE');
  });

  it('counts a later day as postponed, with the day it was and who did it; an earlier day not', async () => {
    const task = await addTask(await newClient());
    const { body: later } = await patch(gp, task, { dueOn: addDays(TODAY, 10) }).expect(200);
    const { body: earlier } = await patch(gp, later, { dueOn: addDays(TODAY, 2) }).expect(200);
    const by = testMember('noord', 'GP').userId;
    expect(earlier).toMatchObject({
      version: 3,
      postponedCount: 1,
      postponements: [{ from: TASK.dueOn, to: addDays(TODAY, 10), by }],
    });
  });

  it('is done today unless another day is given, never a day to come', async () => {
    const client = await newClient();
    expect((await taskIn(client, 'DONE')) as object).toMatchObject({ doneOn: TODAY });
    const task = await addTask(client);
    const { body } = await patch(gp, task, { state: 'DONE', doneOn: addDays(TODAY, 1) }).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/doneOn', code: 'IN_FUTURE' }]);
    expect((await patch(gp, task, { state: 'DONE', doneOn: addDays(TODAY, -3) })).body.doneOn).toBe(addDays(TODAY, -3));
  });

  it.each([
    ['a colleague without name', { kind: 'USER' }, '/owner/userId', 'REQUIRED'],
    ['another without name', { kind: 'OTHER', name: ' ' }, '/owner/name', 'REQUIRED'],
    ['a client with an id', { kind: 'CLIENT', userId: NURSE }, '/owner/userId', 'INVALID_VALUE'],
  ])('is refused with %s as owner', async (_, owner, pointer, code) => {
    const { body } = await assistant.post(`/api/v1/clients/${await newClient()}/tasks`).send({ ...TASK, owner }).expect(400); // prettier-ignore
    expect(body.errors).toMatchObject([{ pointer, code }]);
  });

  it('is not for a colleague who left, and is ticked off though hers left since', async () => {
    const client = await newClient();
    const physician = testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId;
    const task = await addTask(client, { ...TASK, owner: { kind: 'USER', userId: physician } });
    const done = await addTask(client, { ...TASK, owner: { kind: 'USER', userId: physician } });
    const left = (valid: string): Promise<unknown> =>
      stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), ${valid}) WHERE id = $1`, [physician]); // prettier-ignore
    await left('now()');
    const { body } = await assistant.post(`/api/v1/clients/${client}/tasks`).send({ ...TASK, owner: { kind: 'USER', userId: physician } }).expect(409); // prettier-ignore
    expect(body.code).toBe('OWNER_NOT_ACTIVE');
    const { body: ticked } = await patch(gp, done, { state: 'DONE' }).expect(200);
    expect((await patch(gp, ticked, { state: 'OPEN' }).expect(409)).body.code).toBe('OWNER_NOT_ACTIVE');
    await patch(gp, ticked, { state: 'OPEN', owner: { kind: 'USER', userId: NURSE } }).expect(200);
    await patch(gp, task, { dueOn: addDays(TODAY, 8) }).expect(200);
    await left('NULL');
  });

  it('is moved by its owner and the case manager, and by who runs the practice; read by others of the team', async () => {
    const client = await newClient();
    await join(client, 'DISTRICT_NURSE');
    await join(client, 'ELDERLY_CARE_PHYSICIAN');
    const physician = await stack.as('ELDERLY_CARE_PHYSICIAN');
    const task = await addTask(client);
    expect((await patch(physician, task, { state: 'DONE' }).expect(403)).body.code).toBe('ROLE');
    expect((await physician.get(`/api/v1/clients/${client}/actions`)).body.items).toMatchObject([{ mayMove: false }]);
    const { body } = await patch(nurse, task, { state: 'DONE' }).expect(200);
    const adviser = await stack.as('ELDERLY_ADVISER');
    await patch(adviser, body, { state: 'OPEN' }).expect(404);
    await adviser.get(`/api/v1/clients/${client}/actions`).expect(404);
  });

  it('is not overwritten by who saw an older version, and asks for a reason to be cancelled', async () => {
    const task = await addTask(await newClient());
    await patch(gp, task, { text: 'Bel de apotheek over de pillen' }).expect(200);
    const { body } = await patch(assistant, task, { state: 'DONE' }).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { version: 2, text: 'Bel de apotheek over de pillen' } });
    const { body: refused } = await patch(gp, { ...task, version: 2 }, { state: 'CANCELLED' }).expect(400);
    expect(refused.errors).toMatchObject([{ pointer: '/reason', code: 'REQUIRED' }]);
    await gp.patch(`/api/v1/actions/${task.id}`).send({ state: 'DONE' }).expect(428);
  });
});
