import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDayLong } from '@samenoud/domain';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { bringIn, changeItem, getMeeting, leadTo, lineOf, makeMeeting, newElder, stepMeeting, type TestItem, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let adviser: Agent;

const NURSE = testMember('noord', 'DISTRICT_NURSE').userId;
const GP = testMember('noord', 'GP').userId;
const DAY = formatDutchDayLong(dayOfInstant('2099-03-02T12:30:00+01:00'));

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, adviser] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('ELDERLY_ADVISER')];
});
afterAll(() => stack.close());

interface Minutes {
  readonly edition: number;
  readonly editions: readonly { readonly edition: number; readonly reason: string | null }[];
  readonly items: readonly {
    readonly clientId: string | null;
    readonly outcome: string | null;
    readonly decisions: readonly object[];
  }[];
  readonly attendance: readonly object[];
}

const decide = (item: TestItem, body: object, by: Agent = gp): ReturnType<Agent['post']> =>
  by.post(`/api/v1/agenda-items/${item.id}/decisions`).send(body).expect(201);
const minutesOf = async ({ id }: TestMeeting, by: Agent = gp, edition = ''): Promise<Minutes> =>
  (await by.get(`/api/v1/meetings/${id}/minutes${edition}`).expect(200)).body;
const saidOf = (minutes: Minutes, clientId: string) => minutes.items.find((item) => item.clientId === clientId);

/** A meeting that runs, with a line for each of these clients. */
async function running(...clients: readonly string[]): Promise<{ meeting: TestMeeting; items: readonly TestItem[] }> {
  const meeting = await makeMeeting(gp);
  for (const clientId of clients) await bringIn(gp, meeting, clientId);
  const begun = await leadTo(gp, meeting, 'RUNNING');
  return { meeting: begun, items: clients.flatMap((clientId) => lineOf(begun, clientId) ?? []) };
}
const NOTE = { kind: 'NOTE', text: 'Dochter komt mee' };

describe('closing a meeting', () => {
  it('gives every line an outcome, and lets what was not discussed carry over with its question', async () => {
    const [discussed, noted, left] = [await newElder(gp), await newElder(gp), await newElder(gp)];
    const next = await makeMeeting(gp, { startsAt: '2099-05-04T10:00:00Z' });
    const { meeting, items } = await running(discussed, noted, left);
    await decide(items[0] as TestItem, NOTE);
    await changeItem(gp, items[1] as TestItem, { outcome: 'DISCUSSED' }).expect(200);
    const { body: closed } = await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const outcomes = [discussed, noted, left].map((clientId) => lineOf(closed, clientId)).map((item) => (item as unknown as { outcome: string }).outcome); // prettier-ignore
    expect(outcomes).toEqual(['DISCUSSED', 'DISCUSSED', 'NOT_DISCUSSED']);
    const after = await getMeeting(gp, next);
    expect(lineOf(after, left)).toMatchObject({
      question: 'Wat nu?',
      reasons: [{ code: 'CARRIED_OVER', detail: '1 keer' }],
    });
    for (const clientId of [discussed, noted]) expect(lineOf(after, clientId)).toBeUndefined();
  });

  it('closes the signals that were discussed, in words that say where', async () => {
    const [seen, unseen] = [await newElder(gp), await newElder(gp)];
    for (const clientId of [seen, unseen])
      await gp.post(`/api/v1/clients/${clientId}/signals`).send({ type: 'FALL', urgency: 'URGENT' }).expect(201);
    const { meeting, items } = await running(seen, unseen);
    await decide(items[0] as TestItem, NOTE, nurse);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const signals = await Promise.all([seen, unseen].map((clientId) => gp.get(`/api/v1/clients/${clientId}/signals`)));
    expect(signals.map(({ body }) => body.items[0])).toMatchObject([
      { state: 'CLOSED', outcome: `besproken in teamoverleg van ${DAY}`, version: 3 },
      { state: 'ON_AGENDA', outcome: null },
    ]);
  });

  it('gives a task to tell the client what was decided: to whom the team named, else the case manager, else the GP, and once', async () => {
    const [named, managed, told] = [await newElder(gp), await newElder(gp), await newElder(gp)];
    const { meeting, items } = await running(named, managed, told);
    for (const item of items) await decide(item, NOTE);
    await changeItem(gp, items[0] as TestItem, { feedback: { by: NURSE, on: addDays(TODAY, 3) } }).expect(200);
    await changeItem(gp, items[2] as TestItem, { feedback: { by: NURSE, on: addDays(TODAY, -1) } }).expect(200);
    await decide(items[1] as TestItem, { kind: 'NAME_CASE_MANAGER', userId: NURSE });
    for (const to of ['CLOSED', 'REOPENED', 'CLOSED'] as const)
      await stepMeeting(gp, meeting, to, 'Vergeten').expect(200);
    const tasks = await Promise.all(
      [named, managed, told].map((clientId) => gp.get(`/api/v1/clients/${clientId}/actions`)),
    );
    expect(tasks.map(({ body }) => body.items)).toMatchObject([
      [{ kind: 'TASK', owner: { userId: NURSE }, dueOn: addDays(TODAY, 3), byRule: 'FEEDBACK_TO_CLIENT' }],
      [{ kind: 'TASK', owner: { userId: NURSE }, dueOn: addDays(TODAY, 14) }],
      [],
    ]);
  });
});

describe('the record of a client', () => {
  it('tells that she was brought in, discussed, and what was noted, to whom meetings are shared with', async () => {
    const client = await newElder(gp);
    const { meeting, items } = await running(client);
    await decide(items[0] as TestItem, NOTE);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const told = async (by: Agent): Promise<string[]> => {
      const { body } = await by.get(`/api/v1/clients/${client}/timeline?kind=MEETING`).expect(200);
      return body.items.map(({ code, text }: { code: string; text: string | null }) => `${code} ${text}`).toSorted();
    };
    const all = ['BROUGHT_IN Wat nu?', 'DISCUSSED Wat nu?', 'NOTE Dochter komt mee'];
    expect([await told(gp), await told(nurse)]).toEqual([all, all]);
    expect(await told(await stack.as('PRACTICE_ASSISTANT'))).toEqual([]);
  });
});

describe('minutes', () => {
  it('say who was there and what was decided, and an earlier edition stays as it was', async () => {
    const client = await newElder(gp);
    const { meeting, items } = await running(client);
    const attendees = [
      { userId: GP, present: true },
      { userId: NURSE, present: false },
    ];
    const { body: noted } = await gp
      .put(`/api/v1/meetings/${meeting.id}/attendance`)
      .set('If-Match', `"${meeting.version}"`)
      .send({ attendees })
      .expect(200);
    expect(noted.attendees).toHaveLength(2);
    await decide(items[0] as TestItem, { kind: 'ACTION', text: 'Bel de dochter', ownerId: NURSE, dueOn: '2099-03-09' });
    const { body: taken } = await decide(items[0] as TestItem, NOTE);
    await gp.post(`/api/v1/decisions/${taken.id}/undo`).expect(200);
    await gp.get(`/api/v1/meetings/${meeting.id}/minutes`).expect(404);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const first = await minutesOf(meeting);
    expect(first).toMatchObject({
      edition: 1,
      attendance: [
        { role: 'DISTRICT_NURSE', present: false },
        { role: 'GP', present: true },
      ],
    });
    expect(saidOf(first, client)).toMatchObject({
      outcome: 'DISCUSSED',
      decisions: [{ kind: 'ACTION', action: { text: 'Bel de dochter', ownerId: NURSE } }],
    });
    await stepMeeting(gp, meeting, 'REOPENED', 'Nog een besluit').expect(200);
    await decide(items[0] as TestItem, NOTE);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const second = await minutesOf(meeting);
    expect(second.editions).toMatchObject([
      { edition: 2, reason: 'Nog een besluit' },
      { edition: 1, reason: null },
    ]);
    expect(saidOf(second, client)?.decisions).toHaveLength(2);
    expect(await minutesOf(meeting, gp, '?edition=1')).toEqual({ ...first, editions: second.editions });
    await gp.get(`/api/v1/meetings/${meeting.id}/minutes?edition=3`).expect(404);
  });

  it('keep a place for who is not shared, on screen and on paper, and what is of another category for whom it is', async () => {
    const [hidden, partly] = [await newElder(gp, 'Geheimhouder'), await newElder(gp, 'Halfopen')];
    const grant = { toOrganisationId: testMember('noord', 'ELDERLY_ADVISER').organisationId, rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' }; // prettier-ignore
    await gp
      .post(`/api/v1/clients/${partly}/consents`)
      .send({ ...grant, categories: [1, 6] })
      .expect(201);
    const { meeting, items } = await running(hidden, partly);
    await decide(items[0] as TestItem, { kind: 'NOTE', text: 'Alleen voor ons' });
    await decide(items[1] as TestItem, { kind: 'ASSIGN_PROFILE', profile: 'COMPLEX', reason: 'Zware zorg' });
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const seen = await minutesOf(meeting, adviser);
    expect(seen.items.filter((item) => item.clientId === null).length).toBeGreaterThan(0);
    expect(saidOf(seen, partly)).toMatchObject({ decisions: [{ kind: 'ASSIGN_PROFILE', profile: null, reason: null }], hidden: [{ pointer: '/decisions', code: 'NO_BASIS' }] }); // prettier-ignore
    expect(JSON.stringify(seen)).not.toMatch(/Geheimhouder|Alleen voor ons|Zware zorg/);
    const paper = async (by: Agent): Promise<string> => {
      const { body } = await by.get(`/api/v1/meetings/${meeting.id}/minutes.pdf`).responseType('blob').expect(200);
      const pdf = await readPdf(body as Buffer, { scan: false });
      expect([pdf.isTagged, pdf.language]).toEqual([true, 'nl-NL']);
      return pdf.pages.map((page) => page.text).join('\n');
    };
    expect(await paper(gp)).toMatch(/Geheimhouder[^]*Alleen voor ons[^]*Halfopen[^]*Zware zorg/);
    const hers = await paper(adviser);
    expect(hers).toMatch(/Niet gedeeld[^]*Halfopen/);
    expect(hers).not.toMatch(/Geheimhouder|Alleen voor ons|Zware zorg/);
  });

  it('are for who takes part', async () => {
    const meeting = await leadTo(gp, await makeMeeting(gp, { attendees: [{ userId: GP }] }), 'CLOSED');
    expect(await minutesOf(meeting)).toMatchObject({ edition: 1 });
    const others = [
      await nurse.get(`/api/v1/meetings/${meeting.id}/minutes`),
      await nurse.get(`/api/v1/meetings/${meeting.id}/minutes.pdf`),
    ];
    expect(others.map(({ status }) => status)).toEqual([404, 404]);
  });
});

describe('the calendar file', () => {
  it('says when and where, and nothing of a client', async () => {
    const meeting = await makeMeeting(gp, { place: 'Zaal 1, boven' });
    await bringIn(gp, meeting, await newElder(gp, 'Nietindeagenda'), 'Geheime vraag');
    const { text, headers } = await nurse.get(`/api/v1/meetings/${meeting.id}/calendar.ics`).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toMatch(/DTSTART:20990302T113000Z\r\n[^]*LOCATION:Zaal 1\\, boven\r\n/);
    expect(text).not.toMatch(/Nietindeagenda|Geheime/);
  });
});
