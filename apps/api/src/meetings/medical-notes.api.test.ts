import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { bringIn, changeItem, getMeeting, leadTo, lineOf, makeMeeting, newElder, stepMeeting, type TestItem, type TestMeeting } from '../testing/test-meetings.ts'; // prettier-ignore
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let gp: Agent;
let physician: Agent;
let nurse: Agent;
/** Whoever must not know that there is such a thing. */
let others: readonly Agent[];

beforeAll(async () => {
  stack = await startTestApp();
  [gp, physician, nurse] = [await stack.as('GP'), await stack.as('ELDERLY_CARE_PHYSICIAN'), await stack.as('DISTRICT_NURSE')]; // prettier-ignore
  others = await Promise.all((['ELDERLY_ADVISER', 'PRACTICE_ASSISTANT', 'PRACTICE_NURSE'] as const).map((role) => stack.as(role))); // prettier-ignore
});
afterAll(() => stack.close());

const WORDS = 'eGFR 38: metformine halveren';
const ROLES = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;
const attendees = ROLES.map((role) => ({ userId: testMember('noord', role).userId, present: true }));
const noteOf = ({ id }: TestItem): string => `/api/v1/agenda-items/${id}/medical-note`;
const annexOf = ({ id }: TestMeeting, more = ''): string => `/api/v1/meetings/${id}/medical-annex${more}`;
const put = (by: Agent, item: TestItem, version: number, text: string | null = WORDS): ReturnType<Agent['put']> =>
  send(by, item, version, { text });
const send = (by: Agent, item: TestItem, version: number, body: object): ReturnType<Agent['put']> =>
  by.put(noteOf(item)).set('If-Match', `"${version}"`).send(body); // prettier-ignore
const consent = async (client: string, rule: string, to: 'DISTRICT_NURSE' | 'ELDERLY_CARE_PHYSICIAN'): Promise<string> => {
  const basis = { toOrganisationId: testMember('noord', to).organisationId, givenBy: 'CLIENT', how: 'ORAL', on: '2026-01-05' };
  const { body } = await gp.post(`/api/v1/clients/${client}/consents`).send({ ...basis, rule, categories: [5] }).expect(201);
  return body.id;
}; // prettier-ignore
/** A running meeting of everybody, with a line for each of these clients. */
async function running(...clients: readonly string[]): Promise<{ meeting: TestMeeting; items: readonly TestItem[] }> {
  const meeting = await makeMeeting(gp, { attendees });
  for (const client of clients) await bringIn(gp, meeting, client);
  const begun = await leadTo(gp, meeting, 'RUNNING');
  return { meeting: begun, items: clients.flatMap((client) => lineOf(begun, client) ?? []) };
}
async function withNote(family?: string): Promise<{ client: string; meeting: TestMeeting; item: TestItem }> {
  const client = await newElder(gp, family);
  const { meeting, items } = await running(client);
  const item = items[0] as TestItem;
  await put(gp, item, 0).expect(200);
  return { client, meeting, item };
}
const statusOf = (by: Agent, item: TestItem): Promise<string> =>
  by.get(noteOf(item)).then(({ status, body }) => [status, body.code].filter(Boolean).join(' '));
const placesOf = async (by: Agent, meeting: TestMeeting): Promise<(string | null)[]> =>
  (await by.get(annexOf(meeting)).expect(200)).body.items.map(({ clientId }: { clientId: string | null }) => clientId);
/** What row-level security lets this role read: the note and its versions. */
const rowsFor = (role: StaffRole, { id }: TestItem): Promise<number> =>
  actAs(stack, role, () =>
    query(
      `SELECT id FROM care.medical_note WHERE item_id = $1
       UNION ALL SELECT id FROM care.record_version WHERE content ->> 'item_id' = $1::text`,
      [id],
    ),
  ).then((rows) => rows.length);
const asPaper = async (by: Agent, path: string): Promise<string> => {
  const { body } = await by.get(path).responseType('blob').expect(200);
  const pdf = await readPdf(body as Buffer, { scan: false });
  expect([pdf.isTagged, pdf.language]).toEqual([true, 'nl-NL']);
  return pdf.pages.map((page) => page.text).join('\n');
};

describe('a medical note', () => {
  it('is written by GP and SO, one on top of the other, and every version stays', async () => {
    const { client, item } = await withNote();
    const { body: seen } = await physician.get(noteOf(item)).expect(200);
    expect(seen).toMatchObject({ version: 1, text: WORDS, changedBy: testMember('noord', 'GP').userId });
    const { rows: logged } = await stack.owner.query(
      `SELECT event_type, sensitivity FROM audit.event WHERE client_id = $1 AND object_type = 'MEDICAL_ANNEX' ORDER BY seq`,
      [client],
    );
    expect(logged.map(({ event_type, sensitivity }) => [event_type, sensitivity])).toEqual([['CREATE_MEDICAL_ANNEX', 5], ['READ_MEDICAL_ANNEX', 5]]); // prettier-ignore
    expect((await put(physician, item, 1, ' Kreatinine in mei ').expect(200)).body).toMatchObject({ version: 2, text: 'Kreatinine in mei' }); // prettier-ignore
    expect((await put(gp, item, 1, 'Van de huisarts').expect(412)).body).toMatchObject({ code: 'STALE', current: { version: 2, text: 'Kreatinine in mei' } }); // prettier-ignore
    expect((await put(gp, item, 2, 'Kreatinine in mei').expect(200)).body).toMatchObject({ version: 2, changedBy: testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId }); // prettier-ignore
    await put(gp, item, 2, null).expect(200);
    expect((await gp.get(noteOf(item)).expect(200)).body).toMatchObject({ version: 3, text: null });
    const { rows } = await stack.owner.query(
      `SELECT v.version, v.category, v.content ->> 'text' AS text FROM care.record_version v JOIN care.medical_note n ON n.id = v.subject_id
       WHERE n.item_id = $1 ORDER BY v.version`,
      [item.id],
    );
    expect(rows).toEqual(
      [WORDS, 'Kreatinine in mei', null].map((text, at) => ({ version: at + 1, category: 5, text })),
    );
  });

  it('is made once when two begin at the same moment', async () => {
    const { items } = await running(await newElder(gp));
    const answers = await Promise.all([gp, physician].map((by) => put(by, items[0] as TestItem, 0)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it('is refused to everybody else by her function, before any id is looked at, and stands nowhere she reads', async () => {
    const { client, meeting, item } = await withNote();
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    for (const by of others)
      for (const path of [noteOf(item), annexOf(meeting), annexOf(meeting, '.pdf')])
        expect((await by.get(path).expect(403)).body.code).toBe('ROLE');
    for (const by of [...others, nurse]) expect((await put(by, item, 1).expect(403)).body.code).toBe('ROLE');
    for (const by of [others[2] as Agent, nurse])
      for (const path of [`/api/v1/agenda-items/${item.id}/card`, `/api/v1/meetings/${meeting.id}`, `/api/v1/meetings/${meeting.id}/minutes`, `/api/v1/clients/${client}/timeline`])
        expect(JSON.stringify((await by.get(path).expect(200)).body)).not.toMatch(/medical|eGFR/i); // prettier-ignore
  });

  it('is not there for a physician who takes no part in the meeting or the care', async () => {
    const [meeting, client] = [await makeMeeting(gp, { attendees: attendees.slice(0, 1) }), await newElder(gp)];
    await bringIn(gp, meeting, client);
    const item = lineOf(await leadTo(gp, meeting, 'RUNNING'), client) as TestItem;
    expect([(await physician.get(noteOf(item))).status, (await put(physician, item, 0)).status]).toEqual([404, 404]);
    await physician.get(annexOf(meeting)).expect(404);
  });

  it.each([
    ['OPEN', 409, 'WRONG_STATE'],
    ['RUNNING', 200, undefined],
    ['CLOSED', 409, 'WRONG_STATE'],
    ['REOPENED', 200, undefined],
  ] as const)('while the meeting is %s is answered with %i', async (state, status, code) => {
    const [meeting, client] = [await makeMeeting(gp, { attendees }), await newElder(gp)];
    await bringIn(gp, meeting, client);
    const item = lineOf(await leadTo(gp, meeting, state), client) as TestItem;
    expect((await put(gp, item, 0).expect(status)).body.code).toBe(code);
  });

  it('is refused at its field when it is too long, blank, no text or left out, and without a version', async () => {
    const { item } = await withNote();
    const refused = async (body: object): Promise<string> => {
      const { errors } = (await send(gp, item, 1, body).expect(400)).body;
      return errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).join();
    };
    expect(await refused({ text: 'x'.repeat(1001) })).toBe('/text TOO_LONG');
    expect(await refused({ text: '  ' })).toBe('/text REQUIRED');
    expect(await refused({ text: 7 })).toBe('/text INVALID_TYPE');
    expect(await refused({})).toBe('/text REQUIRED');
    await gp.put(noteOf(item)).send({ text: WORDS }).expect(428);
  });
});

describe('what the client says about her medical part', () => {
  it('opens the note to the wijkverpleegkundige from that moment, and closes it again', async () => {
    const { client, meeting, item } = await withNote();
    const card = async (): Promise<unknown> => (await nurse.get(`/api/v1/agenda-items/${item.id}/card`).expect(200)).body.medicalNote; // prettier-ignore
    expect([await statusOf(nurse, item), await card()]).toEqual(['403 NO_BASIS', undefined]);
    const id = await consent(client, 'GRANT', 'DISTRICT_NURSE');
    expect([await statusOf(nurse, item), await card()]).toEqual(['200', 'READ']);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const minutes = async () =>
      (await nurse.get(`/api/v1/meetings/${meeting.id}/minutes`).expect(200)).body.hasMedicalAnnex;
    expect([await placesOf(nurse, meeting), await minutes()]).toEqual([[client], true]);
    await nurse.post(`/api/v1/consents/${id}/withdraw`).send({}).expect(200); // prettier-ignore
    expect([await statusOf(nurse, item), await placesOf(nurse, meeting), await minutes()]).toEqual(['403 NO_BASIS', [], undefined]); // prettier-ignore
  });

  it('keeps it from a physician of another organisation, who then cannot tell whether there is one', async () => {
    const client = await newElder(gp);
    const { items } = await running(client);
    const item = items[0] as TestItem;
    await consent(client, 'DENY', 'ELDERLY_CARE_PHYSICIAN');
    expect([await statusOf(physician, item), (await put(physician, item, 0)).body.code]).toEqual(['403 NO_BASIS', 'NO_BASIS']); // prettier-ignore
    await put(gp, item, 0).expect(200);
    expect(await statusOf(physician, item)).toBe('403 NO_BASIS');
  });

  it('keeps it from who is in her care by the meeting alone, once she does not agree to be discussed', async () => {
    const { client, meeting, item } = await withNote();
    const later = await makeMeeting(gp, { attendees, startsAt: '2099-05-04T10:00:00Z' }); // by which she stays in the team
    await gp.post(`/api/v1/meetings/${later.id}/agenda-items`).send({ clientId: client, question: 'Nu?', clientAgreement: 'YES' }).expect(201); // prettier-ignore
    const line = lineOf(await getMeeting(gp, meeting), client) as TestItem;
    expect([await statusOf(physician, item), await rowsFor('ELDERLY_CARE_PHYSICIAN', item)]).toEqual(['200', 2]);
    await changeItem(gp, line, { clientAgreement: 'NO' }).expect(200);
    expect([await statusOf(physician, item), await rowsFor('ELDERLY_CARE_PHYSICIAN', item)]).toEqual(['404 NOT_FOUND', 0]); // prettier-ignore
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect([await placesOf(physician, meeting), await placesOf(gp, meeting)]).toEqual([[], [client]]);
  });

  it('keeps it for the GP alone once she is shielded', async () => {
    const { client, meeting, item } = await withNote();
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const { body } = await gp.post(`/api/v1/clients/${client}/restrictions`).send({ reason: 'Wil dat niet', askedBy: 'CLIENT', askedOn: '2026-01-05' }).expect(201); // prettier-ignore
    await gp.post(`/api/v1/restrictions/${body.id}/decision`).send({ decision: 'RESTRICT', reason: 'Goed' }).expect(200); // prettier-ignore
    expect([await statusOf(physician, item), await placesOf(physician, meeting), await placesOf(gp, meeting)]).toEqual(['403 RESTRICTED', [], [client]]); // prettier-ignore
  });
});

describe('the medical annex', () => {
  it('is a paper of its own, and the minutes have no word of it', async () => {
    const [noted, silent] = [await newElder(gp, 'Nierpatiënt'), await newElder(gp, 'Zwijger')];
    const { meeting, items } = await running(noted, silent);
    await put(gp, items[0] as TestItem, 0).expect(200);
    await gp.get(annexOf(meeting)).expect(404);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const paper = await asPaper(gp, annexOf(meeting, '.pdf'));
    expect(paper).toMatch(/MEDISCHE BIJLAGE[^]*Alleen voor artsen[^]*Nierpatiënt[^]*eGFR 38[^]*GP noord/);
    expect(paper).not.toMatch(/Zwijger/);
    const minutes = await asPaper(gp, `/api/v1/meetings/${meeting.id}/minutes.pdf`);
    expect(minutes).toMatch(/Nierpatiënt[^]*Zwijger/);
    expect(minutes).not.toMatch(/eGFR|MEDISCHE|bijlage/i);
  });

  it('names to a reader only whose medical part is shared with her, and counts no others', async () => {
    const [open, closed] = [await newElder(gp), await newElder(gp, 'Geslotene')];
    const { meeting, items } = await running(open, closed);
    for (const item of items) await put(gp, item, 0).expect(200);
    await consent(open, 'GRANT', 'DISTRICT_NURSE');
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    const { body } = await nurse.get(annexOf(meeting)).expect(200);
    expect(body.items).toMatchObject([{ clientId: open, text: WORDS }]);
    expect(await asPaper(nurse, annexOf(meeting, '.pdf'))).not.toMatch(/Geslotene|niet gedeeld/i);
    const { rows } = await stack.owner.query(
      `SELECT sensitivity, query -> 'ids' AS ids FROM audit.event WHERE event_type = 'READ_MEDICAL_ANNEX' AND object_id = $1 ORDER BY seq`,
      [meeting.id],
    );
    expect(rows).toEqual([{ sensitivity: 5, ids: [open] }, { sensitivity: 5, ids: [open] }]); // prettier-ignore
  });

  it('stays with an earlier edition as it was', async () => {
    const { meeting, item } = await withNote();
    const said = async (edition = ''): Promise<string[]> =>
      (await gp.get(annexOf(meeting, edition)).expect(200)).body.items.map(({ text }: { text: string }) => text);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    await stepMeeting(gp, meeting, 'REOPENED', 'Vergeten').expect(200);
    await put(physician, item, 1, 'En ijzer').expect(200);
    expect(await said()).toEqual([WORDS]);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect([await said(), await said('?edition=1')]).toEqual([['En ijzer'], [WORDS]]);
    await gp.get(annexOf(meeting, '?edition=3')).expect(404);
    await stepMeeting(gp, meeting, 'REOPENED', 'Toch niet').expect(200);
    await put(gp, item, 2, null).expect(200);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect([await said(), await said('?edition=2')]).toEqual([[], ['En ijzer']]);
  });
});

describe('the database alone', () => {
  it('shows a note and its versions to no practice nurse, although her organisation wrote it', async () => {
    const { item } = await withNote();
    expect(await Promise.all((['GP', 'PRACTICE_NURSE'] as const).map((role) => rowsFor(role, item)))).toEqual([2, 0]);
  });
});
