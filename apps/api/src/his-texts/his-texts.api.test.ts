import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, formatDutchDay, formatDutchDayLong, STAFF_ROLES } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { enterForm, LIGHTEST, ON_PAPER, TODAY } from '../testing/test-forms.ts';
import { leadTo, lineOf, makeMeeting, stepMeeting } from '../testing/test-meetings.ts';
import { testMember } from '../testing/test-network.ts';

const ROUNDS = '/api/v1/screening-rounds';
const RETURN_BY = addDays(TODAY, 28);
const today = formatDutchDay(TODAY);
const filledIn = formatDutchDay(ON_PAPER.completedOn);
/** GFI 6. */
const FRAIL: Readonly<Record<string, unknown>> = {
  ...LIGHTEST,
  'gfi-01': 'dependent',
  'gfi-02': 'dependent',
  'gfi-03': 'dependent',
  'gfi-04': 'dependent',
  'gfi-05': 3,
  'gfi-09': 'yes',
};

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
  await stack.owner.query('UPDATE care.client SET lives_at_home = false');
  const person = { name: { family: `HIS ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

interface Sent {
  readonly round: string;
  readonly invitation: string;
  readonly version: number;
}

async function sent(): Promise<Sent> {
  const days = { referenceDate: TODAY, returnBy: RETURN_BY };
  const round = (
    await assistant
      .post(ROUNDS)
      .send({ name: 'Ronde', ...days })
      .expect(201)
  ).body.id;
  await assistant.post(`${ROUNDS}/${round}/invitations`).expect(201);
  const [{ id: invitation }] = (await assistant.get(`${ROUNDS}/${round}/invitations`).expect(200)).body.items;
  const path = `/api/v1/invitations/${invitation}`;
  const { body } = await assistant.patch(path).set('If-Match', '"1"').send({ state: 'SENT' }).expect(200);
  return { round, invitation, version: body.version };
}

const textsOf = async (client: string): Promise<{ kind: string; text: string; episode: string | null }[]> =>
  (await gp.get(`/api/v1/clients/${client}/his-texts`).expect(200)).body.texts;
const linesOf = async (client: string): Promise<string[] | undefined> => (await textsOf(client))[0]?.text.split('\n');
const assign = (client: string, profile: string): Promise<unknown> =>
  gp.post(`/api/v1/clients/${client}/profiles`).send({ profile }).expect(201);

describe('texts for the HIS', () => {
  it('are none before anything happened, and plain text is empty then', async () => {
    const client = await newClient();
    expect(await textsOf(client)).toEqual([]);
    const { text, headers } = await gp.get(`/api/v1/clients/${client}/his-summary`).expect(200);
    expect([text, headers['content-type']]).toEqual(['', 'text/plain; charset=utf-8']);
  });

  it('tell of sending, in the words of the paper and as plain text', async () => {
    const client = await newClient();
    await sent();
    const lines = [
      `A49.01 Vragenlijst SamenOud verstuurd ${today}`,
      `Retour gevraagd voor ${formatDutchDay(RETURN_BY)}`,
    ];
    expect(await linesOf(client)).toEqual(lines);
    const { text } = await gp.get(`/api/v1/clients/${client}/his-summary`).expect(200);
    expect(text).toBe(lines.join('\n'));
  });

  it('tell of not returning once the round is closed, after a call in vain', async () => {
    const client = await newClient();
    const { round, invitation, version } = await sent();
    const change = assistant.patch(`/api/v1/invitations/${invitation}`).set('If-Match', `"${version}"`);
    await change.send({ phonedOn: TODAY }).expect(200);
    await assistant.post(`${ROUNDS}/${round}/close`).expect(200);
    expect(await linesOf(client)).toEqual([`A49.01 Vragenlijst SamenOud niet retour ${today}`, 'Gebeld, niet bereikt']);
    expect((await textsOf(client)).map(({ kind }) => kind)).toEqual(['NOT_RETURNED', 'SENT']);
  });

  it('tell what the team agreed about who did not return, as long as that is of this round', async () => {
    const client = await newClient();
    const first = await sent();
    await assistant.post(`${ROUNDS}/${first.round}/close`).expect(200);
    const meeting = await makeMeeting(gp);
    const item = lineOf(await leadTo(gp, meeting, 'RUNNING'), client);
    const agreed = { kind: 'NOTE', text: 'huisarts vraagt ernaar' };
    await gp.post(`/api/v1/agenda-items/${item?.id}/decisions`).send(agreed).expect(201);
    expect(await linesOf(client)).toEqual([`A49.01 Vragenlijst SamenOud niet retour ${today}`]);
    await stepMeeting(gp, meeting, 'CLOSED').expect(200);
    expect((await linesOf(client))?.at(-1)).toBe('Afspraak team 02-03-2099: huisarts vraagt ernaar');
  });

  it('name the wish of the patient for who refused, and the last profile', async () => {
    const client = await newClient();
    await enterForm(assistant, client, LIGHTEST);
    await assign(client, 'ROBUST');
    const { round, invitation, version } = await sent();
    const change = assistant.patch(`/api/v1/invitations/${invitation}`).set('If-Match', `"${version}"`);
    await change.send({ state: 'REFUSED' }).expect(200);
    await assistant.post(`${ROUNDS}/${round}/close`).expect(200);
    const text = (await textsOf(client)).find(({ kind }) => kind === 'NOT_RETURNED')?.text;
    expect(text?.split('\n')).toEqual([
      `A49.01 Vragenlijst SamenOud niet retour ${today}`,
      `Laatste profiel Robuust (vastgesteld ${today})`,
      'Reden geen ketenzorg = Op verzoek patiënt',
    ]);
  });

  it('tell of ROBUST', async () => {
    const client = await newClient();
    await enterForm(assistant, client, LIGHTEST);
    await assign(client, 'ROBUST');
    const next = formatDutchDayLong(addMonths(ON_PAPER.completedOn, 12)).replace(/^\d+ /, '');
    expect(await linesOf(client)).toEqual([
      `A49.01 Vragenlijst SamenOud retour ${filledIn}`,
      `Profiel Robuust (vastgesteld ${today}), INTERMED 0, GFI 0`,
      `Volgende vragenlijst ${next}`,
    ]);
  });

  it('tell of FRAIL in the words of the practice, with the episode to open and the case manager', async () => {
    await stack.owner.query(`UPDATE care.practice SET profile_labels = profile_labels || '{"FRAIL": "Broos"}'`);
    const client = await newClient();
    await enterForm(assistant, client, FRAIL);
    await assign(client, 'FRAIL');
    await stack.owner.query(`UPDATE care.practice SET profile_labels = profile_labels || '{"FRAIL": "Kwetsbaar"}'`);
    const evaluation = `Volgende evaluatie ${formatDutchDay(addMonths(TODAY, 6))}`;
    const head = [
      `A49.01 Vragenlijst SamenOud retour ${filledIn}`,
      `Profiel Broos (vastgesteld ${today}), INTERMED 0, GFI 6`,
    ];
    expect(await linesOf(client)).toEqual([...head, 'Nog geen casemanager; zorgleefplan besproken: nee', evaluation]);
    expect((await textsOf(client))[0]?.episode).toBe('A05 Broos, INTERMED 0, GFI 6');
    const nurse = testMember('noord', 'DISTRICT_NURSE').userId;
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).nameCaseManager(client, nurse));
    expect(await linesOf(client)).toEqual([
      ...head,
      'Casemanager DISTRICT_NURSE noord (wijkverpleegkundige); zorgleefplan besproken: nee',
      evaluation,
    ]);
  });

  it('give ranges where an answer is missing, and no episode for COMPLEX', async () => {
    const client = await newClient();
    const { 'gfi-10': _open, ...rest } = {
      ...FRAIL,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`imesa-0${n}`, 3])),
    };
    await enterForm(assistant, client, rest);
    await assign(client, 'COMPLEX');
    expect((await linesOf(client))?.[1]).toBe(`Profiel Complex (vastgesteld ${today}), INTERMED 18, GFI 6–7`);
    expect((await textsOf(client))[0]?.episode).toBeNull();
  });

  it('are read by GP and practice nurse, and by nobody else', async () => {
    const client = await newClient();
    for (const role of STAFF_ROLES) {
      const { status } = await (await stack.as(role)).get(`/api/v1/clients/${client}/his-texts`);
      expect([role, status]).toEqual([role, ['GP', 'PRACTICE_NURSE'].includes(role) ? 200 : 403]);
    }
    await (await stack.as('GP', 'zuid')).get(`/api/v1/clients/${client}/his-summary`).expect(404);
  });

  it('leave a row in the log of the client', async () => {
    const client = await newClient();
    await textsOf(client);
    const { rows } = await stack.owner.query(
      `SELECT client_id FROM audit.event WHERE event_type = 'READ_HIS_SUMMARY' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ client_id: client }]);
  });
});
