import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { listen } from '../testing/event-listener.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { bringIn, changeItem, getMeeting, leadTo, lineOf, makeMeeting, newElder, rebuildAgenda, stepMeeting, type TestItem, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let assistant: Agent;

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const NOTE = { kind: 'NOTE', text: 'Geheim besluit' };

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, assistant] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('PRACTICE_ASSISTANT')]; // prettier-ignore
});
afterAll(() => stack.close());

const line = async (by: Agent, meeting: { id: string }, clientId: string): Promise<TestItem> =>
  lineOf(await getMeeting(by, meeting), clientId) as TestItem;

const say = async (by: Agent, meeting: { id: string }, clientId: string, clientAgreement: string): Promise<TestItem> =>
  (await changeItem(by, await line(gp, meeting, clientId), { clientAgreement }).expect(200)).body;

const bringInWith = async (by: Agent, meeting: { id: string }, clientId: string, clientAgreement: string): Promise<TestItem> =>
  (await by.post(`/api/v1/meetings/${meeting.id}/agenda-items`).send({ clientId, question: 'Wat nu?', clientAgreement }).expect(201)).body; // prettier-ignore

async function joinTeam(clientId: string): Promise<void> {
  const path = `/api/v1/clients/${clientId}/team`;
  const { body } = await gp.get(path).expect(200);
  await gp.put(path).set('If-Match', `"${body.version}"`).send({ members: [{ userId: NURSE }] }).expect(200); // prettier-ignore
}

const decide = (item: TestItem): ReturnType<Agent['post']> =>
  gp.post(`/api/v1/agenda-items/${item.id}/decisions`).send(NOTE).expect(201);

/** Notes of a meeting in its look back. */
async function notesCounted(by: Agent, { id }: TestMeeting): Promise<number> {
  const { body } = await by.get('/api/v1/meeting-look-backs?year=2099').expect(200);
  const meeting = body.meetings.find(({ meetingId }: { meetingId: string }) => meetingId === id);
  return meeting.figures.decisions.find(({ kind }: { kind: string }) => kind === 'NOTE')?.count ?? 0;
}

describe('the agreement of a client to be discussed', () => {
  it('is not asked until somebody says so, survives a rebuild, and is written down until the meeting is over', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    expect(await bringIn(gp, meeting, client)).toMatchObject({ clientAgreement: 'NOT_ASKED' });
    expect(await say(nurse, meeting, client, 'YES')).toMatchObject({ clientAgreement: 'YES' });
    expect(lineOf(await rebuildAgenda(gp, meeting), client)).toMatchObject({ clientAgreement: 'YES', question: 'Wat nu?' }); // prettier-ignore
    for (const [to, said] of [
      ['OPEN', 'NO'],
      ['RUNNING', 'NOT_ASKED'],
    ] as const) {
      await stepMeeting(gp, meeting, to).expect(200);
      expect(await say(gp, meeting, client, said)).toMatchObject({ clientAgreement: said });
    }
    for (const to of ['CLOSED', 'REOPENED'] as const) {
      await stepMeeting(gp, meeting, to, 'Reden').expect(200);
      const { body } = await changeItem(gp, await line(gp, meeting, client), { clientAgreement: 'NO' }).expect(409);
      expect(body.code).toBe('WRONG_STATE');
    }
  });

  it('is yes, not asked or no, and nothing else', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    const item = await bringIn(gp, meeting, client);
    for (const clientAgreement of ['MAYBE', null]) {
      const { body } = await changeItem(gp, item, { clientAgreement }).expect(400);
      expect(body.errors).toMatchObject([{ pointer: '/clientAgreement' }]);
    }
  });
});

describe('a client who does not agree', () => {
  it('is at once shown to her own care alone: her line is a place without name', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp, 'Geheimhouder')];
    await bringIn(gp, meeting, client, 'Geheime vraag');
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
    const listener = await listen(stack, 'DISTRICT_NURSE');
    await say(gp, meeting, client, 'NO');
    expect(await listener.until(`ACCESS_CHANGED ${client}`)).toContain(`ACCESS_CHANGED ${client}`);
    await listener.leave();
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    const [own, seen] = [await line(gp, meeting, client), await getMeeting(nurse, meeting)];
    expect(own).toMatchObject({ clientAgreement: 'NO', question: 'Geheime vraag' });
    expect(seen.agenda.find(({ place }) => place === own.place)).toMatchObject({ shared: false, id: null, clientId: null, question: null, clientAgreement: null, dropped: false }); // prettier-ignore
    await say(gp, meeting, client, 'YES');
    await nurse.get(`/api/v1/clients/${client}`).expect(200);
    expect(await line(nurse, meeting, client)).toMatchObject({ question: 'Geheime vraag', clientAgreement: 'YES' });
  });

  it('is written down by an attendee who then sees her no more', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp)];
    await bringIn(gp, meeting, client);
    expect(await say(nurse, meeting, client, 'NO')).toMatchObject({ shared: false, clientId: null, dropped: false });
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
  });

  it('gives nobody a part in her care when she is brought in with a no, from the agenda or the record', async () => {
    const [meeting, client] = [await makeMeeting(gp, { startsAt: '2098-02-02T10:00:00Z' }), await newElder(gp)];
    expect(await bringInWith(gp, meeting, client, 'NO')).toMatchObject({ clientAgreement: 'NO' });
    const other = await newElder(gp);
    const asked = { question: 'Belt vaak', clientAgreement: 'NO' };
    await assistant.post(`/api/v1/clients/${other}/agenda-items`).send(asked).expect(201);
    const { rows } = await stack.owner.query(
      `SELECT 1 FROM care.team_member WHERE client_id = ANY ($1::uuid[]) AND reason = 'MEETING'`,
      [[client, other]],
    );
    expect(rows).toEqual([]);
    await stepMeeting(gp, meeting, 'CANCELLED', 'Klaar').expect(200);
  });

  it('is one who said no on any of the lines that came together when records were merged', async () => {
    const [meeting, client, doubled] = [await makeMeeting(gp), await newElder(gp), await newElder(gp)];
    await bringInWith(gp, meeting, client, 'NO');
    const { id } = await bringIn(gp, meeting, doubled);
    await stack.owner.query('UPDATE care.agenda_item SET client_id = $2 WHERE id = $1', [id, client]);
    await stepMeeting(gp, meeting, 'OPEN').expect(200);
    expect((await nurse.get(`/api/v1/clients/${client}`)).status).toBe(404);
    await stepMeeting(gp, meeting, 'CANCELLED', 'Klaar').expect(200); // it cannot be built again as it is
  });

  it('stays with who is in her team, and with nobody by another meeting', async () => {
    const [meeting, own, past] = [await makeMeeting(gp), await newElder(gp), await newElder(gp)]; // prettier-ignore
    await joinTeam(own);
    const other = await makeMeeting(gp, { startsAt: '2099-01-05T10:00:00Z' });
    await bringIn(gp, other, past);
    for (const client of [own, past]) await bringInWith(gp, meeting, client, 'NO');
    await leadTo(gp, meeting, 'RUNNING');
    await nurse.get(`/api/v1/clients/${past}`).expect(200); // by the other meeting
    expect(await line(nurse, meeting, own)).toMatchObject({ clientAgreement: 'NO' });
    const hidden = await line(gp, meeting, past);
    expect(lineOf(await getMeeting(nurse, meeting), past)).toBeUndefined();
    const { body: decision } = await decide(hidden);
    await nurse.get(`/api/v1/agenda-items/${hidden.id}/card`).expect(404);
    await changeItem(nurse, await line(gp, meeting, past), { question: 'Toch?' }).expect(404);
    await nurse.post(`/api/v1/agenda-items/${hidden.id}/decisions`).send(NOTE).expect(404);
    await nurse.post(`/api/v1/decisions/${decision.id}/undo`).expect(404);
    expect(JSON.stringify(await getMeeting(nurse, other))).not.toContain('Geheim besluit');
  });

  it('is not in the minutes, on paper or in the figures of who may not see her, in either line of defence', async () => {
    const [meeting, client] = [await makeMeeting(gp), await newElder(gp, 'Geheimdrager')];
    await bringIn(gp, await makeMeeting(gp, { startsAt: '2099-01-06T10:00:00Z' }), client); // a part of another meeting
    await bringInWith(gp, meeting, client, 'NO');
    await leadTo(gp, meeting, 'RUNNING');
    const item = await line(gp, meeting, client);
    await decide(item);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    for (const path of ['', '/minutes']) {
      const paths = [`/api/v1/meetings/${meeting.id}${path}`, `/api/v1/meetings/${meeting.id}${path || '/agenda'}.pdf`];
      const [body, pdf] = await Promise.all(paths.map((one) => nurse.get(one).buffer(true).expect(200)));
      expect(JSON.stringify(body?.body)).not.toMatch(/Geheim/);
      const pages = (await readPdf(pdf?.body as Buffer, { scan: false })).pages.map(({ text }) => text).join('\n');
      expect(pages).not.toMatch(/Geheim/);
    }
    await nurse.get(`/api/v1/agenda-items/${item.id}/agreements.pdf`).expect(404);
    expect([await notesCounted(gp, meeting), await notesCounted(nurse, meeting)]).toEqual([1, 0]);
    const rows = await actAs(stack, 'DISTRICT_NURSE', () =>
      query(
        `SELECT id FROM care.agenda_item WHERE id = $1 UNION ALL SELECT id FROM care.agenda_reason WHERE item_id = $1
         UNION ALL SELECT id FROM care.decision WHERE item_id = $1 UNION ALL SELECT id FROM care.minutes_item WHERE item_id = $1
         UNION ALL SELECT id FROM care.agenda_topic WHERE client_id = $2 AND meeting_id = $3`,
        [item.id, client, meeting.id],
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('what a client said in an earlier meeting', () => {
  const later = (): Promise<TestMeeting> => makeMeeting(gp, { startsAt: '2099-05-04T10:00:00Z' });

  it('goes along with a line that was not discussed; after a discussion only a no stands', async () => {
    const [meeting, next] = [await makeMeeting(gp), await later()];
    const [left, discussed, refused] = [await newElder(gp), await newElder(gp), await newElder(gp)];
    for (const [client, said] of [[left, 'YES'], [discussed, 'YES'], [refused, 'NO']] as const)
      await bringInWith(gp, meeting, client, said); // prettier-ignore
    await leadTo(gp, meeting, 'RUNNING');
    for (const client of [discussed, refused]) await decide(await line(gp, meeting, client));
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect(await line(gp, next, left)).toMatchObject({ clientAgreement: 'YES' });
    for (const client of [discussed, refused]) await bringIn(gp, next, client);
    expect(await line(gp, next, discussed)).toMatchObject({ clientAgreement: 'NOT_ASKED' });
    expect(await line(gp, next, refused)).toMatchObject({ clientAgreement: 'NO' });
    expect(lineOf(await getMeeting(nurse, next), refused)).toBeUndefined();
  });

  it('holds at once on the next agenda, unless she was asked anew there', async () => {
    const [meeting, next] = [await makeMeeting(gp), await later()];
    const [client, asked] = [await newElder(gp), await newElder(gp)];
    for (const one of [client, asked]) for (const agenda of [meeting, next]) await bringIn(gp, agenda, one);
    await say(gp, next, asked, 'YES');
    for (const one of [client, asked]) await say(gp, meeting, one, 'NO');
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
    expect(await line(gp, next, client)).toMatchObject({ clientAgreement: 'NO' });
    expect(await line(nurse, next, asked)).toMatchObject({ clientAgreement: 'YES' });
  });

  it('goes along with what people brought in to a meeting that is cancelled', async () => {
    const [meeting, client] = [await makeMeeting(gp, { startsAt: '2096-01-01T10:00:00Z' }), await newElder(gp)];
    const next = await makeMeeting(gp, { startsAt: '2096-02-01T10:00:00Z' });
    await bringIn(gp, meeting, client);
    await say(gp, meeting, client, 'NO');
    await stepMeeting(gp, meeting, 'CANCELLED', 'Ziekte').expect(200);
    expect(await line(gp, next, client)).toMatchObject({ clientAgreement: 'NO', question: 'Wat nu?' });
    await nurse.get(`/api/v1/clients/${client}`).expect(404);
  });
});
