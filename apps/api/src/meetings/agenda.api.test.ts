import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settleOnce } from '../care-teams/keep-settled.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { bringIn, changeItem, getMeeting, leadTo, lineOf, makeMeeting, newElder, rebuildAgenda, stepMeeting, type TestItem } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';
import { buildAgendasOfToday } from './keep-agendas.ts';

let stack: TestApp;
let gp: Agent;
let poh: Agent;
let nurse: Agent;
let adviser: Agent;
let assistant: Agent;

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const ADVISER = testMember('noord', 'ELDERLY_ADVISER').userId;
const GP = testMember('noord', 'GP').userId;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, poh, nurse, adviser, assistant] = await Promise.all(
    (['GP', 'PRACTICE_NURSE', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_ASSISTANT'] as const).map((role) => stack.as(role)),
  ) as [Agent, Agent, Agent, Agent, Agent]; // prettier-ignore
});
afterAll(() => stack.close());

const fall = (clientId: string): Promise<unknown> =>
  gp.post(`/api/v1/clients/${clientId}/signals`).send({ type: 'FALL', urgency: 'URGENT' }).expect(201);
describe('the agenda', () => {
  it('is built when the meeting is made, by who sees less just the same, and twice it is the same', async () => {
    const client = await newElder(gp);
    await fall(client);
    const meeting = await makeMeeting(adviser);
    expect(lineOf(await getMeeting(gp, meeting), client)).toMatchObject({
      reasons: [{ code: 'SIGNAL', detail: 'val, snel bespreken' }],
    });
    const [once, twice] = [await rebuildAgenda(gp, meeting), await rebuildAgenda(gp, meeting)];
    expect(twice.agenda).toEqual(once.agenda);
  });

  it('is built again by the worker the night after, and not twice a day', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await fall(client);
    await buildAgendasOfToday(stack.config, stack.app);
    expect(lineOf(await getMeeting(gp, meeting), client)).toBeUndefined();
    await stack.owner.query(`UPDATE care.meeting SET built_at = built_at - interval '1 day' WHERE id = $1`, [
      meeting.id,
    ]);
    await buildAgendasOfToday(stack.config, stack.app);
    expect(lineOf(await getMeeting(gp, meeting), client)).toMatchObject({ reasons: [{ code: 'SIGNAL' }] });
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
  });

  it('brings a client in with a question, and once only however often she is brought in', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    const item = await bringIn(gp, meeting, client, ' Kan zij nog alleen wonen? ');
    expect(item).toMatchObject({
      question: 'Kan zij nog alleen wonen?',
      reasons: [{ code: 'MANUAL', detail: 'Kan zij nog alleen wonen?' }],
    });
    await bringIn(nurse, meeting, client, 'En de dochter?');
    const lines = (await getMeeting(gp, meeting)).agenda.filter(({ clientId }) => clientId === client);
    expect(lines).toMatchObject([
      {
        question: 'Kan zij nog alleen wonen?',
        reasons: [{ code: 'MANUAL', detail: 'Kan zij nog alleen wonen? · En de dochter?' }],
      },
    ]);
    for (const question of ['', 'a'.repeat(201)])
      await gp.post(`/api/v1/meetings/${meeting.id}/agenda-items`).send({ clientId: client, question }).expect(400);
  });

  it('keeps the question that somebody typed, whatever is built after', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await fall(client);
    const item = lineOf(await rebuildAgenda(gp, meeting), client) as TestItem;
    await changeItem(gp, item, { question: 'Is een alarm nodig?', presenterId: NURSE }).expect(200);
    expect(lineOf(await rebuildAgenda(gp, meeting), client)).toMatchObject({
      id: item.id,
      question: 'Is een alarm nodig?',
      presenterId: NURSE,
    });
    expect((await changeItem(gp, item, { question: 'Anders?' }).expect(412)).body.current).toMatchObject({
      question: 'Is een alarm nodig?',
    });
  });

  it('takes back what somebody brought in, and with it the line that had nothing else', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    const item = await bringIn(gp, meeting, client);
    const withdrawTopicId = item.reasons[0]?.rowId;
    expect((await changeItem(nurse, item, { withdrawTopicId }).expect(200)).body.dropped).toBe(true);
    expect(lineOf(await getMeeting(gp, meeting), client)).toBeUndefined();
    const again = await bringIn(gp, meeting, client, 'Toch nog iets');
    expect(again.id).toBe(item.id);
    const { body } = await changeItem(nurse, again, { withdrawTopicId }).expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/withdrawTopicId', code: 'INVALID_VALUE' }]);
  });

  it('only grows once it is shared, shows what went, and stands still from the start on', async () => {
    const [meeting, first, late] = [await makeMeeting(gp), await newElder(gp), await newElder(gp)];
    const item = await bringIn(gp, meeting, first);
    await stepMeeting(gp, meeting, 'OPEN').expect(200);
    await changeItem(gp, item, { withdrawTopicId: item.reasons[0]?.rowId }).expect(200);
    await bringIn(gp, meeting, late);
    const { agenda } = await getMeeting(gp, meeting);
    expect(agenda.filter(({ clientId }) => clientId === first || clientId === late)).toMatchObject([
      { clientId: first, dropped: true, addedLater: false },
      { clientId: late, dropped: false, addedLater: true },
    ]);
    expect(agenda.map(({ place }) => place)).toEqual(agenda.map((_, index) => index + 1));
    await stepMeeting(gp, meeting, 'RUNNING').expect(200);
    expect((await gp.post(`/api/v1/meetings/${meeting.id}/rebuild`).expect(409)).body.code).toBe('WRONG_STATE');
    const body = { clientId: await newElder(gp), question: 'Te laat?' };
    expect((await gp.post(`/api/v1/meetings/${meeting.id}/agenda-items`).send(body).expect(409)).body.code).toBe(
      'WRONG_STATE',
    );
  });

  it('notes an outcome while the meeting runs, and not before or after', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    const item = await bringIn(gp, meeting, client);
    expect((await changeItem(gp, item, { outcome: 'DISCUSSED' }).expect(409)).body.code).toBe('WRONG_STATE');
    for (const to of ['OPEN', 'RUNNING'] as const) await stepMeeting(gp, meeting, to).expect(200);
    const { body } = await changeItem(nurse, item, {
      outcome: 'NOT_DISCUSSED',
      feedback: { by: NURSE, on: '2099-03-05' },
    }).expect(200);
    expect(body).toMatchObject({ outcome: 'NOT_DISCUSSED', feedback: { by: NURSE, on: '2099-03-05' } });
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect((await changeItem(gp, body, { outcome: 'DISCUSSED' }).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('lets an assistant bring a client in from the record, and tells her no more than what she wrote', async () => {
    const [near, client] = [await makeMeeting(gp, { startsAt: '2098-01-05T10:00:00Z' }), await newElder(gp)];
    await fall(client);
    const { body } = await assistant
      .post(`/api/v1/clients/${client}/agenda-items`)
      .send({ question: 'Belt vaak' })
      .expect(201);
    expect(body).toMatchObject({ clientId: client, reasons: [{ code: 'MANUAL', detail: 'Belt vaak' }], decisions: [] });
    expect(lineOf(await getMeeting(gp, near), client)?.reasons.map(({ code }) => code)).toEqual(['SIGNAL', 'MANUAL']);
    const askOf = async (who: string, question: string) =>
      (await assistant.post(`/api/v1/clients/${who}/agenda-items`).send({ question }).expect(201)).body;
    expect(await askOf(client, 'Weer gevallen')).toMatchObject({
      question: 'Belt vaak',
      reasons: [{ detail: 'Belt vaak · Weer gevallen' }],
    }); // all her own
    const asked = await newElder(gp);
    await gp.post(`/api/v1/clients/${asked}/agenda-items`).send({ question: 'Vraag van de huisarts' }).expect(201);
    const own = await askOf(asked, 'Van mij');
    expect(own).toMatchObject({ question: 'Van mij', reasons: [{ code: 'MANUAL', detail: 'Van mij' }] });
    expect(JSON.stringify(own)).not.toContain('huisarts');
    const elsewhere = await stack.as('PRACTICE_ASSISTANT', 'zuid');
    const person = { name: { family: 'Zuid' }, sex: 'MALE', birthDate: '1940-06-15' };
    const { body: other } = await elsewhere.post('/api/v1/clients').send(person).expect(201);
    expect((await elsewhere.post(`/api/v1/clients/${other.id}/agenda-items`).send({ question: 'Wanneer?' }).expect(409)).body.code).toBe('NO_MEETING'); // prettier-ignore
  });

  it('names beside itself who left since the meeting before, and has no line for her', async () => {
    const client = await newElder(gp);
    await fall(client);
    const { body } = await gp.get(`/api/v1/clients/${client}`).expect(200);
    await gp
      .patch(`/api/v1/clients/${client}`)
      .set('If-Match', `"${body.version}"`)
      .send({ status: 'MOVED' })
      .expect(200);
    const meeting = await makeMeeting(gp, { startsAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect(lineOf(meeting, client)).toBeUndefined();
    expect(meeting).toMatchObject({ gone: [{ clientId: client, status: 'MOVED' }] });
  });

  it('goes to the next meeting with what people brought in, when one is cancelled', async () => {
    const next = await makeMeeting(gp, { startsAt: '2097-02-01T10:00:00Z' });
    const [meeting, client] = [await makeMeeting(gp, { startsAt: '2097-01-01T10:00:00Z' }), await newElder(gp)];
    await bringIn(gp, meeting, client, 'Mee naar de volgende?');
    await stepMeeting(gp, meeting, 'CANCELLED', 'Ziekte').expect(200);
    expect(lineOf(await getMeeting(gp, next), client)).toMatchObject({ question: 'Mee naar de volgende?' });
    expect(await getMeeting(gp, meeting)).toMatchObject({ state: 'CANCELLED', reason: 'Ziekte' });
  });
});

describe('a place on the agenda', () => {
  const inTeam = async (clientId: string): Promise<string[]> => {
    const { body } = await gp.get(`/api/v1/clients/${clientId}/team`).expect(200);
    return body.members.filter(({ reasons }: { reasons: string[] }) => reasons.includes('MEETING')).map(({ userId }: { userId: string }) => userId); // prettier-ignore
  };

  it('is a part in the care of the client until thirty days after, and is logged with her', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const item = await bringIn(gp, meeting, client);
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
    expect(await inTeam(client)).toEqual(expect.arrayContaining([NURSE, GP]));
    const { rows } = await stack.owner.query(`SELECT ctx.utc(upper(active)) AS until FROM care.team_member WHERE client_id = $1 AND user_id = $2`, [client, NURSE]); // prettier-ignore
    expect(rows).toEqual([{ until: '2099-04-01T11:30:00.000000Z' }]);
    const { rows: logged } = await stack.owner.query(`SELECT 1 FROM audit.event WHERE event_type = 'FOLLOW_AGENDA' AND client_id = $1`, [client]); // prettier-ignore
    expect(logged).toHaveLength(1);
    await changeItem(gp, item, { withdrawTopicId: item.reasons[0]?.rowId }).expect(200);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('says nothing but itself to who is not shared with, until consent is there', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp, 'Geheimhouder')];
    await bringIn(gp, meeting, client, 'Geheime vraag');
    const seen = await getMeeting(adviser, meeting);
    expect(lineOf(seen, client)).toBeUndefined();
    const place = lineOf(await getMeeting(gp, meeting), client)?.place ?? 0;
    expect(seen.agenda.find((item) => item.place === place)).toMatchObject({ shared: false, id: null, clientId: null, question: null, reasons: [] }); // prettier-ignore
    expect(JSON.stringify(seen)).not.toMatch(/Geheim/);
    expect(await inTeam(client)).not.toContain(ADVISER);
    const grant = { toOrganisationId: testMember('noord', 'ELDERLY_ADVISER').organisationId, rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' }; // prettier-ignore
    await gp
      .post(`/api/v1/clients/${client}/consents`)
      .send({ ...grant, categories: [1, 6] })
      .expect(201);
    await fall(client);
    await rebuildAgenda(gp, meeting);
    const line = lineOf(await getMeeting(adviser, meeting), client);
    expect(line).toMatchObject({ shared: true, question: 'Geheime vraag', reasons: [{ code: 'MANUAL' }], hidden: [{ pointer: '/reasons', code: 'NO_BASIS' }] }); // prettier-ignore
  });

  it('opens to an ouderenadviseur by a consent that is given while the meeting runs', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await bringIn(gp, meeting, client);
    await leadTo(gp, meeting, 'RUNNING');
    const toOrganisationId = testMember('noord', 'ELDERLY_ADVISER').organisationId;
    const grant = { toOrganisationId, rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' };
    await gp.post(`/api/v1/clients/${client}/consents`).send({ ...grant, categories: [1, 6] }).expect(201); // prettier-ignore
    await settleOnce(stack.config, stack.app);
    expect(lineOf(await getMeeting(adviser, meeting), client)).toMatchObject({ shared: true, question: 'Wat nu?' });
  });

  it('ends with who does not take part any more, and follows the day of the meeting', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await bringIn(gp, meeting, client);
    const { version } = await getMeeting(gp, meeting);
    const attendees = [{ userId: GP, present: true }];
    const { body } = await gp
      .put(`/api/v1/meetings/${meeting.id}/attendance`)
      .set('If-Match', `"${version}"`)
      .send({ attendees })
      .expect(200);
    expect(body.attendees).toMatchObject([{ userId: GP, present: true }]);
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    await nurse.get(`/api/v1/meetings/${meeting.id}`).expect(404);
  });

  it('of a restricted client is open to the GP alone', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await bringIn(gp, meeting, client);
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [client]);
    expect(lineOf(await getMeeting(gp, meeting), client)).toBeDefined();
    for (const by of [poh, nurse]) expect(lineOf(await getMeeting(by, meeting), client)).toBeUndefined();
  });
});
