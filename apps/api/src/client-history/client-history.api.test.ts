import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Consents } from '../consents/consents.service.ts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let gp: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [assistant, gp] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('GP')];
});
afterAll(() => stack.close());

async function newClient(facts: object = {}): Promise<string> {
  people += 1;
  const person = { name: { family: `Historie ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15', ...facts };
  return (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
}

interface Item {
  readonly subject: string;
  readonly added: boolean;
  readonly name: string | null;
  readonly reason: string | null;
  readonly by: { displayName: string; role: string } | null;
  readonly fields: { field: string; before: string | null; after: string | null }[];
  readonly hidden?: { pointer: string; code: string }[];
}
const historyOf = async (id: string, by: Agent = assistant): Promise<Item[]> =>
  (await by.get(`/api/v1/clients/${id}/history?limit=200`).expect(200)).body.items;

const change = (id: string, version: number, body: object, by: Agent = assistant): Promise<unknown> =>
  by.patch(`/api/v1/clients/${id}`).set('If-Match', `"${version}"`).send(body).expect(200);

/** Category, rule and basis of every line that reading left in the log. */
async function readsOf(client: string, objectType: string): Promise<string[]> {
  const { rows } = await stack.owner.query(
    `SELECT DISTINCT concat_ws(' ', sensitivity, authorisation_rule, consent_rule_id) AS line FROM audit.event
     WHERE client_id = $1 AND object_type = $2 AND action = 'R' ORDER BY line`,
    [client, objectType],
  );
  return rows.map(({ line }: { line: string }) => line);
}

describe('the history of a client', () => {
  it('keeps old and new value with who, when and why, newest first', async () => {
    const id = await newClient({ phone: '0599 111111', address: { city: 'Emmen' } });
    await change(id, 1, { phone: '0599 222222', changeReason: 'Nieuw nummer doorgegeven' });
    await change(id, 2, { name: { family: 'Verbeterd' }, address: { city: 'Assen' } }, gp);
    const [newest, oldest] = await historyOf(id);
    expect(newest).toMatchObject({ subject: 'CLIENT', reason: null, by: { role: 'GP' } });
    expect(newest?.fields).toContainEqual({ field: 'city', before: 'Emmen', after: 'Assen' });
    expect(newest?.fields.map(({ field }) => field)).toEqual(['city', 'familyName']);
    expect(oldest).toMatchObject({
      reason: 'Nieuw nummer doorgegeven',
      by: { role: 'PRACTICE_ASSISTANT' },
      fields: [{ field: 'phone', before: '+31599111111', after: '+31599222222' }],
    });
  });

  it('says nothing when nothing changed, and does not carry a reason over to the next act', async () => {
    const id = await newClient({ phone: '0599 111111' });
    await change(id, 1, { phone: '0599 111111', changeReason: 'Nagekeken' });
    expect(await historyOf(id)).toEqual([]);
    await change(id, 2, { phone: null });
    expect((await historyOf(id))[0]).toMatchObject({ reason: null });
  });

  it('shows a changed BSN masked, and keeps the number itself sealed', async () => {
    const id = await newClient({ bsn: '999911120' });
    await change(id, 1, { bsn: '123456782' });
    const [item] = await historyOf(id);
    expect(item?.fields).toEqual([{ field: 'bsn', before: '*****1120', after: '*****6782' }]);
    const { rows } = await stack.owner.query(`SELECT before::text || after::text AS kept FROM care.data_change`);
    expect(rows.map(({ kept }) => kept).join()).not.toMatch(/999911120|123456782/);
  });

  it('keeps who was a contact person: added, changed, no longer first, and removed', async () => {
    const id = await newClient();
    const contacts = `/api/v1/clients/${id}/contact-persons`;
    const { body: first } = await assistant.post(contacts).send({ name: 'Anna', isFirstContact: true }).expect(201);
    await assistant.post(contacts).send({ name: 'Bert', isFirstContact: true }).expect(201);
    await assistant
      .patch(`/api/v1/contact-persons/${first.id}`)
      .set('If-Match', '"2"')
      .send({ removed: true, changeReason: 'Is overleden' })
      .expect(200);
    const items = await historyOf(id);
    expect(items.map(({ name, added }) => `${name} ${added}`).toSorted()).toEqual(
      ['Anna false', 'Anna false', 'Anna true', 'Bert true'], // prettier-ignore
    );
    expect(items.find(({ reason }) => reason !== null)).toMatchObject({ reason: 'Is overleden', name: 'Anna' });
    const released = items.find(({ fields }) => fields.some(({ field }) => field === 'isFirstContact') && fields.length === 1); // prettier-ignore
    expect(released?.fields).toEqual([{ field: 'isFirstContact', before: 'true', after: 'false' }]);
  });

  it('is written by every way in which a client changes: case manager, GP, status, import in bulk', async () => {
    const id = await newClient({ hisNumber: 'H-77' });
    const nurse = testMember('noord', 'PRACTICE_NURSE').userId;
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).nameCaseManager(id, nurse));
    await change(id, 2, { gpId: testMember('noord', 'GP').userId });
    await change(id, 3, { status: 'MOVED', statusOn: '2026-01-05' });
    const file = `Achternaam;Geslacht;Geboortedatum;HIS-nummer;Telefoon\r\nHistorie ${people};V;15-06-1940;H-77;0599 999999`;
    const { body } = await assistant.post('/api/v1/client-imports').attach('file', Buffer.from(file), 'a.csv').expect(201); // prettier-ignore
    await assistant.post(`/api/v1/client-imports/${body.id}/commit`).expect(202);
    await stack.workJobs();
    const items = await historyOf(id);
    expect(items.flatMap(({ fields }) => fields.map(({ field }) => field)).toSorted()).toEqual(
      ['caseManagerId', 'gpId', 'phone', 'status', 'statusOn'], // prettier-ignore
    );
    expect(items[0]).toMatchObject({ reason: 'Ingelezen uit het HIS' });
    expect(items.at(-1)?.fields[0]?.after).not.toBe(nurse);
  });

  it('shows amendments and profiles beside it, and answers only to who may read them', async () => {
    const id = await newClient();
    const form = await enterForm(gp, id, COMPLEX);
    await gp.post(`/api/v1/responses/${form.id}/amendments`).send({ answers: { 'gfi-05': 9 }, reason: 'Nagevraagd' }).expect(201); // prettier-ignore
    await gp.post(`/api/v1/clients/${id}/profiles`).send({ profile: 'COMPLEX' }).expect(201);
    await gp.post(`/api/v1/clients/${id}/profiles`).send({ profile: 'FRAIL', reason: 'Anders' }).expect(201);
    const [last, profile, amendment] = await historyOf(id, gp);
    expect(last).toMatchObject({
      subject: 'PROFILE',
      fields: [{ field: 'profile', before: 'COMPLEX', after: 'FRAIL' }],
    });
    expect(profile).toMatchObject({ subject: 'PROFILE', added: true });
    expect(amendment).toMatchObject({ subject: 'RESPONSE', reason: 'Nagevraagd', fields: [{ field: 'gfi-05', after: '9' }] }); // prettier-ignore
    const seen = (await historyOf(id)).find(({ subject }) => subject === 'RESPONSE');
    expect(seen).toMatchObject({ fields: [], reason: null });
    expect(seen?.hidden).toEqual([
      { pointer: '/reason', code: 'ROLE' },
      { pointer: '/fields', code: 'ROLE' },
    ]);
  });

  it('tells the assistant the class of a profile, and not why: as the list of profiles does', async () => {
    const id = await newClient();
    await gp.post(`/api/v1/clients/${id}/profiles`).send({ profile: 'FRAIL', reason: 'Valt vaak' }).expect(201);
    const [seen] = await historyOf(id);
    expect(seen).toMatchObject({ reason: null, fields: [{ field: 'profile', after: 'FRAIL' }] });
    expect(seen?.hidden).toEqual([{ pointer: '/reason', code: 'ROLE' }]);
    const [whole] = await historyOf(id, gp);
    expect(whole).toMatchObject({ reason: 'Valt vaak' });
    expect(whole?.hidden).toBeUndefined();
  });

  it('leaves a line in the log for each category that was shown, with the rule that opened it', async () => {
    const id = await newClient();
    const form = await enterForm(gp, id, COMPLEX);
    await gp.post(`/api/v1/responses/${form.id}/amendments`).send({ answers: { 'gfi-05': 9, 'gfi-11': 'yes' }, reason: 'Nagevraagd' }).expect(201); // prettier-ignore
    await historyOf(id);
    expect(await readsOf(id, 'CLIENT_HISTORY')).toEqual(['1 IDENTITY.READ.PRACTICE_ASSISTANT OWN']);
    await gp.post(`/api/v1/clients/${id}/profiles`).send({ profile: 'COMPLEX' }).expect(201);
    await historyOf(id);
    await gp.get(`/api/v1/clients/${id}/history?limit=1`).expect(200);
    const first = [
      '1 IDENTITY.READ.GP OWN',
      '1 IDENTITY.READ.PRACTICE_ASSISTANT OWN',
      '3 RISK_PROFILE.READ.GP OWN',
      '3 RISK_PROFILE.READ.PRACTICE_ASSISTANT OWN',
    ];
    expect(await readsOf(id, 'CLIENT_HISTORY')).toEqual(first);
    await historyOf(id, gp);
    expect(await readsOf(id, 'CLIENT_HISTORY')).toEqual(
      [...first, '2 WELLBEING_ANSWERS.READ.GP OWN', '3 HEALTH_ANSWERS.READ.GP OWN'].toSorted(),
    );
  });

  it('is as near as the record itself: by consent for the ouderenadviseur, never for another practice', async () => {
    const id = await newClient({ bsn: '999990019' });
    await change(id, 1, { phone: '0599 333333' });
    const adviser = await stack.as('ELDERLY_ADVISER');
    await adviser.get(`/api/v1/clients/${id}/history`).expect(404);
    await actAs(stack, 'GP', async () => {
      const { organisationId, userId } = testMember('noord', 'ELDERLY_ADVISER');
      const given = { kind: 'GRANT', fromOrgId: null, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const; // prettier-ignore
      await stack.app
        .get(Consents, { strict: false })
        .register(id, { ...given, toOrgId: organisationId, categories: [1] });
      await stack.app.get(CareTeams, { strict: false }).join(id, userId);
    });
    await change(id, 2, { bsn: '111222333' });
    const { body } = await adviser.get(`/api/v1/clients/${id}/history`).expect(200);
    expect(body.hidden).toEqual([{ pointer: '/bsn', code: 'ROLE' }]);
    expect(body.items[0].fields).toEqual([{ field: 'bsn', before: null, after: null }]);
    const elsewhere = await stack.as('GP', 'zuid');
    await elsewhere.get(`/api/v1/clients/${id}/history`).expect(404);
  });

  it('leaves out a form of an organisation whose name and days are not shared, also where no policy hides it', async () => {
    const id = await newClient();
    const form = await enterForm(gp, id, COMPLEX);
    await gp.post(`/api/v1/responses/${form.id}/amendments`).send({ answers: { 'gfi-05': 9 }, reason: 'Nagevraagd' }).expect(201); // prettier-ignore
    const homeCare = testMember('noord', 'DISTRICT_NURSE').organisationId;
    await actAs(stack, 'GP', async () => {
      const { organisationId, userId } = testMember('noord', 'ELDERLY_ADVISER');
      const given = { kind: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1', toOrgId: organisationId, categories: [1], fromOrgId: testMember('noord', 'GP').organisationId } as const; // prettier-ignore
      await stack.app.get(Consents, { strict: false }).register(id, given);
      await stack.app.get(CareTeams, { strict: false }).join(id, userId);
    });
    const adviser = await stack.as('ELDERLY_ADVISER');
    const forms = async () => (await historyOf(id, adviser)).filter(({ subject }) => subject === 'RESPONSE').length;
    expect(await forms()).toBe(1);
    await stack.owner.query('UPDATE care.response SET owner_org_id = $2 WHERE client_id = $1', [id, homeCare]);
    expect(await forms()).toBe(0);
    await stack.owner.query('ALTER TABLE care.response DISABLE ROW LEVEL SECURITY');
    expect(await forms()).toBe(0);
    await stack.owner.query('ALTER TABLE care.response ENABLE ROW LEVEL SECURITY');
  });

  it('cannot be written by the app itself', async () => {
    const forged = actAs(stack, 'GP', () => query('INSERT INTO care.data_change SELECT * FROM care.data_change'));
    await expect(forged).rejects.toThrow('permission denied');
  });
});
