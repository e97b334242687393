import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant } from '@samenoud/domain';
import { settleOnce } from '../care-teams/keep-settled.ts';
import { Consents } from '../consents/consents.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let nurse: Agent;
let poh: Agent;
const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const POH = testMember('noord', 'PRACTICE_NURSE').userId;
const ADVISER = testMember('noord', 'ELDERLY_ADVISER').userId;
const TODAY = dayOfInstant(Date.now());

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  gp = await stack.as('GP');
  nurse = await stack.as('DISTRICT_NURSE');
  poh = await stack.as('PRACTICE_NURSE');
}, 60_000);
afterAll(() => stack.close(), 30_000);

/** A client of whom this person is the case manager. */
async function clientOf(userId: string): Promise<string> {
  const body = { name: { family: 'Jansen' }, sex: 'MALE', birthDate: '1940-03-01', confirmDuplicate: true };
  const { id } = (await assistant.post('/api/v1/clients').send(body).expect(201)).body;
  const { version } = (await assistant.get(`/api/v1/clients/${id}/team`).expect(200)).body;
  await assistant
    .put(`/api/v1/clients/${id}/case-manager`)
    .set('If-Match', `"${version}"`)
    .send({ userId })
    .expect(200);
  return id;
}
const at = (day: string): string => `${day}T09:00:00Z`;
const propose = (agent: Agent, body: object, now?: string) => {
  const call = agent
    .post('/api/v1/caseload/handovers')
    .send({ toUserId: NURSE, fromOn: TODAY, reason: 'vakantie', ...body });
  return now === undefined ? call : call.set('Samenoud-Now', now);
};
const step = (agent: Agent, id: string, act: string, body: object = {}) =>
  agent.post(`/api/v1/handovers/${id}/${act}`).send(body);
const managerOf = async (client: string) => (await assistant.get(`/api/v1/clients/${client}`)).body.caseManagerId;

describe('a hand-over for good', () => {
  it('opens the record for who accepts, and closes it for nobody of the practice', async () => {
    const client = await clientOf(POH);
    const { body } = await propose(poh, { clientId: client }).expect(201);
    expect(body.items).toMatchObject([
      { state: 'PROPOSED', fromUserId: POH, toUserId: NURSE, summary: 'Geen telefoonnummer bekend.' },
    ]);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const { items } = (await nurse.get('/api/v1/caseload/handovers').expect(200)).body;
    expect(items).toMatchObject([{ id: body.items[0].id, clientName: 'Jansen' }]);
    expect(await managerOf(client)).toBe(POH);
    await step(nurse, body.items[0].id, 'accept').expect(201);
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
    expect(await managerOf(client)).toBe(NURSE);
    expect((await step(nurse, body.items[0].id, 'accept')).body.code).toBe('WRONG_STATE');
    expect((await step(nurse, body.items[0].id, 'end')).body.code).toBe('WRONG_STATE');
  });

  it('is refused for a receiver who may not, without consent, and beside one that waits', async () => {
    const client = await clientOf(POH);
    const code = async (body: object): Promise<string> => (await propose(poh, { clientId: client, ...body })).body.code;
    expect(await code({ toUserId: testMember('noord', 'GP').userId })).toBe('RECEIVER_NOT_ALLOWED');
    expect(await code({ toUserId: POH })).toBe('RECEIVER_NOT_ALLOWED');
    expect(await code({ toUserId: ADVISER })).toBe('CONSENT_REQUIRED');
    expect(await code({ fromOn: addDays(TODAY, -1) })).toBe('INVALID_INPUT');
    expect(await code({ untilOn: addDays(TODAY, -1) })).toBe('INVALID_INPUT');
    const { body } = await propose(poh, { clientId: client }).expect(201);
    expect(await code({})).toBe('HANDOVER_OPEN');
    expect((await step(assistant, body.items[0].id, 'withdraw')).status).toBe(403);
    await step(nurse, body.items[0].id, 'decline', { reason: 'te vol' }).expect(201);
    const again = await propose(poh, { clientId: client }).expect(201);
    await step(poh, again.body.items[0].id, 'withdraw').expect(201);
    expect(await managerOf(client)).toBe(POH);
  });

  it('does not exist for who has nothing to do with it', async () => {
    const client = await clientOf(POH);
    const { body } = await propose(poh, { clientId: client }).expect(201);
    const outsider = await stack.as('ELDERLY_ADVISER');
    expect((await outsider.get('/api/v1/caseload/handovers').expect(200)).body.items).toEqual([]);
    expect((await step(outsider, body.items[0].id, 'accept')).status).toBe(404);
    expect((await propose(outsider, { clientId: client })).status).toBe(404);
  });
});

describe('a stand-in', () => {
  it('ends by herself on the day after the last one, before anybody wrote it down and after', async () => {
    const client = await clientOf(POH);
    const [first, last] = [addDays(TODAY, -9), addDays(TODAY, -3)];
    const { body } = await propose(poh, { clientId: client, fromOn: first, untilOn: last }, at(first)).expect(201);
    const { id } = body.items[0];
    await nurse.post(`/api/v1/handovers/${id}/accept`).set('Samenoud-Now', at(first)).expect(201);
    const during = await assistant.get(`/api/v1/clients/${client}`).set('Samenoud-Now', at(last));
    expect(during.body.caseManagerId).toBe(NURSE);
    expect(await managerOf(client)).toBe(POH);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const stored = () =>
      stack.owner.query(
        'SELECT c.case_manager_id AS "managerId", h.state FROM care.client c JOIN care.handover h ON h.client_id = c.id WHERE c.id = $1',
        [client],
      );
    expect((await stored()).rows).toEqual([{ managerId: NURSE, state: 'ACCEPTED' }]);
    await settleOnce(stack.config, stack.app);
    expect((await stored()).rows).toEqual([{ managerId: POH, state: 'ENDED' }]);
  });

  it('can be ended earlier, and the giver is case manager again', async () => {
    const client = await clientOf(POH);
    const { body } = await propose(poh, { clientId: client, untilOn: addDays(TODAY, 14) }).expect(201);
    await step(nurse, body.items[0].id, 'accept').expect(201);
    expect(await managerOf(client)).toBe(NURSE);
    await poh.get(`/api/v1/clients/${client}`).expect(200);
    await step(gp, body.items[0].id, 'end').expect(201);
    expect(await managerOf(client)).toBe(POH);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('begins on her first day, not before', async () => {
    const client = await clientOf(POH);
    const { body } = await propose(poh, {
      clientId: client,
      fromOn: addDays(TODAY, 3),
      untilOn: addDays(TODAY, 9),
    }).expect(201);
    await step(nurse, body.items[0].id, 'accept').expect(201);
    expect(await managerOf(client)).toBe(POH);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const later = await assistant.get(`/api/v1/clients/${client}`).set('Samenoud-Now', at(addDays(TODAY, 4)));
    expect(later.body.caseManagerId).toBe(NURSE);
  });

  it('stays where the giver works here no more, which shows', async () => {
    const client = await clientOf(NURSE);
    const [first, last] = [addDays(TODAY, -9), addDays(TODAY, -3)];
    const { body } = await propose(
      assistant,
      { clientId: client, toUserId: POH, fromOn: first, untilOn: last },
      at(first),
    ).expect(201);
    await poh.post(`/api/v1/handovers/${body.items[0].id}/accept`).set('Samenoud-Now', at(first)).expect(201);
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE id = $1`, [NURSE]);
    await settleOnce(stack.config, stack.app);
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange(lower(valid), NULL) WHERE id = $1`, [NURSE]);
    expect(await managerOf(client)).toBe(POH);
    const { items } = (await gp.get('/api/v1/caseload/handovers').expect(200)).body;
    expect(items.find(({ id }: { id: string }) => id === body.items[0].id)).toMatchObject({
      state: 'ENDED',
      giverGone: true,
    });
  });
});

describe('a whole caseload', () => {
  it('is proposed in one step, all or nothing', async () => {
    await assistant
      .post('/api/v1/caseload/handovers')
      .send({ fromUserId: ADVISER, toUserId: NURSE, fromOn: TODAY, reason: 'ziek' })
      .expect(409);
    const own = [await clientOf(POH), await clientOf(POH)];
    const { body } = await propose(assistant, { fromUserId: POH }).expect(409);
    expect(body.code).toBe('HANDOVER_OPEN');
    await stack.owner.query(
      `UPDATE care.handover SET state = 'WITHDRAWN', answered_at = now() WHERE state = 'PROPOSED'`,
    );
    const { items } = (await propose(assistant, { fromUserId: POH }).expect(201)).body;
    expect(items.map(({ clientId }: { clientId: string }) => clientId)).toEqual(expect.arrayContaining(own));
  });
});

describe('what a hand-over shows', () => {
  const organisation = testMember('noord', 'ELDERLY_ADVISER').organisationId;
  const consents = () => stack.app.get(Consents, { strict: false });
  const grant = (client: string): Promise<string> =>
    actAs(stack, 'GP', () =>
      consents().register(client, {
        kind: 'GRANT', fromOrgId: null, toOrgId: organisation, categories: [1], givenBy: 'CLIENT', how: 'ORAL',
        givenOn: '2026-11-01', textVersion: '1', validUntilOn: '2999-01-01',
      }),
    ); // prettier-ignore
  const openTo = async (toUserId: string): Promise<{ client: string; consent: string; id: string }> => {
    const client = await clientOf(POH);
    const consent = await grant(client);
    const summary = 'Telefoon 0599 123456.';
    const { body } = await propose(poh, { clientId: client, toUserId, summaries: [{ clientId: client, summary }] });
    return { client, consent, id: body.items[0].id };
  };
  const shown = async (agent: Agent, id: string) =>
    (await agent.get('/api/v1/caseload/handovers').expect(200)).body.items.find(
      (item: { id: string }) => item.id === id,
    );

  it('has what is due for the client, drafted from the record, only where category 4 is shared', async () => {
    const client = await clientOf(POH);
    await grant(client);
    const { body: drafts } = await poh.post('/api/v1/caseload/handovers/drafts').send({ clientId: client }).expect(200);
    expect(drafts.items).toEqual([
      { clientId: client, clientName: 'Jansen', text: 'Er is nu niets te doen. Er is nog geen zorgleefplan.' },
    ]);
    const mine = (await poh.post('/api/v1/caseload/handovers/drafts').send({}).expect(200)).body.items;
    expect(mine.map(({ clientId }: { clientId: string }) => clientId)).toContain(client);
    const careSummaries = [{ clientId: client, text: 'Belt liever na tienen.' }];
    const asked = async (toUserId: string): Promise<string> =>
      (await propose(poh, { clientId: client, toUserId, careSummaries }).expect(201)).body.items[0].id;
    const toAdviser = await asked(ADVISER);
    expect(await shown(await stack.as('ELDERLY_ADVISER'), toAdviser)).toMatchObject({ careSummary: null });
    await step(poh, toAdviser, 'withdraw').expect(201);
    const toNurse = await asked(NURSE);
    // the organisation of the nurse has no part in the care yet, so nothing of it is shared with her before she accepts
    expect(await shown(nurse, toNurse)).toMatchObject({ careSummary: null });
    expect(await shown(gp, toNurse)).toMatchObject({ careSummary: 'Belt liever na tienen.' });
    await step(nurse, toNurse, 'accept').expect(201);
    expect(await shown(nurse, toNurse)).toMatchObject({ careSummary: 'Belt liever na tienen.' });
  });

  it('is gone for the ouderenadviseur as soon as the client takes her consent back', async () => {
    const adviser = await stack.as('ELDERLY_ADVISER');
    const { client, consent, id } = await openTo(ADVISER);
    expect(await shown(adviser, id)).toMatchObject({ clientName: 'Jansen', summary: 'Telefoon 0599 123456.' });
    await actAs(stack, 'GP', () => consents().withdraw(client, consent));
    expect(await shown(adviser, id)).toMatchObject({ state: 'WITHDRAWN', clientName: null, summary: '', reason: '' });
    expect((await step(adviser, id, 'accept')).body.code).toBe('WRONG_STATE');
    expect(await shown(gp, id)).toMatchObject({ state: 'WITHDRAWN', summary: 'Telefoon 0599 123456.' });
  });

  it('is gone once the consent ended by the clock', async () => {
    const adviser = await stack.as('ELDERLY_ADVISER');
    const { client, id } = await openTo(ADVISER);
    await stack.owner.query(`UPDATE care.consent SET valid_until = now() WHERE client_id = $1`, [client]);
    await stack.owner.query(`UPDATE care.client SET changes_at = now() WHERE id = $1`, [client]);
    await settleOnce(stack.config, stack.app);
    expect(await shown(adviser, id)).toMatchObject({ state: 'WITHDRAWN', clientName: null, summary: '' });
  });

  it('is gone the moment the consent ends, before anybody wrote that down', async () => {
    const adviser = await stack.as('ELDERLY_ADVISER');
    const { client, id } = await openTo(ADVISER);
    await stack.owner.query(`UPDATE care.consent SET valid_until = now() WHERE client_id = $1`, [client]);
    await stack.owner.query(
      `UPDATE care.access_basis SET validity = tstzrange(lower(validity), now()) WHERE client_id = $1 AND kind = 'GRANT'`,
      [client],
    );
    expect(await shown(adviser, id)).toMatchObject({ clientName: null, summary: '', reason: '' });
    expect(await shown(poh, id)).toMatchObject({ clientName: 'Jansen', summary: 'Telefoon 0599 123456.' });
  });

  it('is only for the GP once the client is under restriction', async () => {
    const { client, id } = await openTo(NURSE);
    const wish = { reason: 'Wil dit niet', askedBy: 'CLIENT', askedOn: TODAY };
    const asked = await assistant.post(`/api/v1/clients/${client}/restrictions`).send(wish).expect(201);
    const decision = { decision: 'RESTRICT', reason: 'Besproken' };
    await gp.post(`/api/v1/restrictions/${asked.body.id}/decision`).send(decision).expect(200);
    for (const agent of [nurse, poh, assistant]) expect(await shown(agent, id)).toBeUndefined();
    expect((await step(nurse, id, 'accept')).status).toBe(404);
    expect(await shown(gp, id)).toMatchObject({ state: 'WITHDRAWN', clientName: 'Jansen', reason: 'vakantie' });
  });
});
