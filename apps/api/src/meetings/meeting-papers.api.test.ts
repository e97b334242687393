import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay, formatDutchDayLong } from '@samenoud/domain';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, TODAY } from '../testing/test-forms.ts';
import { bringIn, leadTo, lineOf, makeMeeting, newElder, stepMeeting, type TestItem, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const SOON = addDays(TODAY, 7);
const HELD = dayOfInstant('2099-03-02T12:30:00+01:00');

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let adviser: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, adviser] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('ELDERLY_ADVISER')];
});
afterAll(() => stack.close());

const decide = (item: TestItem, body: object): ReturnType<Agent['post']> =>
  gp.post(`/api/v1/agenda-items/${item.id}/decisions`).send(body).expect(201);

interface Paper {
  readonly text: string;
  readonly smallest: number;
}

async function paper(path: string, by: Agent = gp): Promise<Paper> {
  const { body } = await by.get(`/api/v1/${path}`).responseType('blob').expect(200);
  const pdf = await readPdf(body as Buffer, { scan: false });
  expect([pdf.isTagged, pdf.language]).toEqual([true, 'nl-NL']);
  return {
    text: pdf.pages.map((page) => page.text).join('\n'),
    smallest: Math.min(...pdf.pages.flatMap(({ sizes }) => sizes.slice(1))),
  };
}

/** A meeting that runs, with a line for each of these clients. */
async function running(...clients: readonly string[]): Promise<{ meeting: TestMeeting; items: readonly TestItem[] }> {
  const meeting = await makeMeeting(gp);
  for (const clientId of clients) await bringIn(gp, meeting, clientId);
  const begun = await leadTo(gp, meeting, 'RUNNING');
  return { meeting: begun, items: clients.flatMap((clientId) => lineOf(begun, clientId) ?? []) };
}

describe('the agenda on paper', () => {
  it('says who is on it and why, and looks another than the minutes', async () => {
    const client = await newElder(gp, 'Agendavrouw');
    await enterForm(gp, client, COMPLEX);
    const meeting = await makeMeeting(gp, { place: 'Kamer 2' });
    await bringIn(gp, meeting, client, 'Lukt het thuis nog?');
    const { text } = await paper(`meetings/${meeting.id}/agenda.pdf`);
    expect(text).toMatch(
      new RegExp(`AGENDA[^]*Agenda teamoverleg van ${formatDutchDayLong(HELD)}[^]*Kamer 2[^]*Agendavrouw`),
    );
    expect(text).toMatch(/eerste profiel: complex[^]*ingebracht[^]*Vraag: Lukt het thuis nog\?[^]*Besluit/);
    await leadTo(gp, meeting, 'CLOSED');
    const { text: minutes } = await paper(`meetings/${meeting.id}/minutes.pdf`);
    expect(minutes).toMatch(/VERSLAG[^]*Verslag teamoverleg van/);
    expect(minutes).not.toContain('AGENDA');
  });

  it('keeps the place of who is not shared, without a name', async () => {
    const meeting = await makeMeeting(gp);
    await bringIn(gp, meeting, await newElder(gp, 'Verborgene'), 'Geheime vraag');
    const { text } = await paper(`meetings/${meeting.id}/agenda.pdf`, adviser);
    expect(text).toMatch(/\d\. Niet gedeeld/);
    expect(text).not.toMatch(/Verborgene|Geheime vraag/);
    expect((await paper(`meetings/${meeting.id}/agenda.pdf`, nurse)).text).toContain('Verborgene');
  });
});

describe('texts of a meeting for the HIS', () => {
  it('have at most four lines per client who was discussed, with roles for names', async () => {
    const [discussed, left] = [await newElder(gp, 'Hisvrouw'), await newElder(gp)];
    const { meeting, items } = await running(discussed, left);
    const item = items[0] as TestItem;
    await decide(item, { kind: 'ASSIGN_PROFILE', profile: 'COMPLEX', reason: 'Zware zorg' });
    await decide(item, { kind: 'NAME_CASE_MANAGER', userId: NURSE });
    await decide(item, { kind: 'ACTION', text: 'Huisbezoek', ownerId: NURSE, dueOn: SOON });
    await decide(item, { kind: 'NEXT_REVIEW', on: SOON });
    await gp.get(`/api/v1/meetings/${meeting.id}/his-texts`).expect(404);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const { body } = await gp.get(`/api/v1/meetings/${meeting.id}/his-texts`).expect(200);
    const mine = body.texts.filter(({ clientId }: TestItem) => [discussed, left].includes(clientId ?? ''));
    expect(mine).toMatchObject([{ itemId: item.id, clientId: discussed }]);
    expect(mine[0].text.split('\n')).toEqual([
      `Ouderenzorg Team ${formatDutchDay(HELD)}: besproken`,
      'Profiel Complex; casemanager DISTRICT_NURSE noord (wijkverpleegkundige)',
      `Afgesproken: Huisbezoek (wijkverpleegkundige, uiterlijk ${formatDutchDay(SOON)})`,
      `Opnieuw bespreken op ${formatDutchDay(SOON)}`,
    ]);
    await nurse.get(`/api/v1/meetings/${meeting.id}/his-texts`).expect(403);
  });
});

describe('looking back', () => {
  interface Figures {
    readonly discussed: number;
    readonly notShared: number;
    readonly meetings: number;
  }
  const lookBack = async (by: Agent, year: number): Promise<{ total: Figures; meetings: readonly { figures: Figures }[] }> =>
    (await by.get(`/api/v1/meeting-look-backs?year=${year}`).expect(200)).body; // prettier-ignore

  it('counts what a meeting came to, for each reader what she may see, and nobody by name', async () => {
    const [talked, left] = [await newElder(gp), await newElder(gp)];
    const meeting = await makeMeeting(gp, { startsAt: '2087-03-02T12:30:00+01:00' });
    for (const clientId of [talked, left]) await bringIn(gp, meeting, clientId);
    const begun = await leadTo(gp, meeting, 'RUNNING');
    const item = lineOf(begun, talked) as TestItem;
    const { body: first } = await decide(item, { kind: 'ACTION', text: 'Bel', ownerId: NURSE, dueOn: SOON });
    await gp
      .patch(`/api/v1/actions/${first.action.id}`)
      .set('If-Match', '"1"')
      .send({ dueOn: addDays(SOON, 7), reason: 'Vakantie' })
      .expect(200);
    const { body: second } = await decide(item, { kind: 'ACTION', text: 'Weg', ownerId: NURSE, dueOn: SOON });
    await gp.post(`/api/v1/decisions/${second.id}/undo`).expect(200);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const seen = await lookBack(gp, 2087);
    const places = begun.agenda.length;
    expect(seen.total).toMatchObject({
      meetings: 1,
      discussed: 1,
      notDiscussed: places - 1,
      notShared: 0,
      undone: 1,
      actionsRunning: 1,
      actionsCancelled: 0,
      byHand: { broughtIn: 2, outcomes: 0, reopened: 0 },
    });
    expect(seen.meetings).toMatchObject([{ meetingId: meeting.id, heldOn: '2087-03-02', figures: seen.total }]);
    expect((await lookBack(adviser, 2087)).total).toMatchObject({ discussed: 0, notShared: places });
    expect(JSON.stringify(seen)).not.toContain(NURSE);
    expect((await lookBack(gp, 2086)).total).toMatchObject({ meetings: 0, discussed: 0 });
    await gp.get('/api/v1/meeting-look-backs?year=abc').expect(400);
  });
});

describe('the page for the client', () => {
  it('says in large type what was agreed and whom to call, without what is of the team', async () => {
    const client = await newElder(gp, 'Briefkrijger');
    const { meeting, items } = await running(client);
    const item = items[0] as TestItem;
    await decide(item, { kind: 'NAME_CASE_MANAGER', userId: NURSE });
    await decide(item, { kind: 'ASSIGN_PROFILE', profile: 'COMPLEX', reason: 'Alleen voor het team' });
    await decide(item, { kind: 'ACTION', text: 'Neemt de medicijnen met u door', ownerId: NURSE, dueOn: SOON });
    await decide(item, { kind: 'REFER', type: 'OTHER', typeText: 'fysio', receiver: 'de fysiotherapeut', reason: 'lopen', dueOn: SOON }); // prettier-ignore
    await decide(item, { kind: 'NOTE', text: 'Dochter is overbelast' });
    await gp.get(`/api/v1/agenda-items/${item.id}/agreements.pdf`).expect(409);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const { text, smallest } = await paper(`agenda-items/${item.id}/agreements.pdf`, nurse);
    const words = text.replaceAll(/\s+/g, ' ');
    for (const told of [
      'Wat we hebben afgesproken',
      'Briefkrijger',
      'Er komt veel op u af. DISTRICT_NURSE noord, wijkverpleegkundige, maakt een afspraak om bij u langs te komen.',
      `DISTRICT_NURSE noord: Neemt de medicijnen met u door. Uiterlijk op ${formatDutchDayLong(SOON)}.`,
      'Dat doen wij alleen als u dat goed vindt.',
      'Bel DISTRICT_NURSE noord.',
    ])
      expect(words).toContain(told);
    expect(words).not.toMatch(/Alleen voor het team|overbelast|complex|fysio\b|lopen/i);
    expect(smallest).toBeGreaterThanOrEqual(16);
    const { rows } = await stack.owner.query(
      `SELECT query -> 'ids' AS ids FROM audit.event WHERE event_type = 'READ_MINUTES' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ ids: [client] }]);
  });

  it('is there for who was discussed, and for who may see her', async () => {
    const client = await newElder(gp);
    const { meeting, items } = await running(client);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const path = `/api/v1/agenda-items/${items[0]?.id}/agreements.pdf`;
    expect([(await gp.get(path)).status, (await adviser.get(path)).status]).toEqual([409, 404]);
  });
});
