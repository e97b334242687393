import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

let stack: TestApp;
let assistant: Agent;
let adviser: Agent;
let nurse: Agent;
let client: string;
let people = 0;

const adviserMember = testMember('noord', 'ELDERLY_ADVISER');
const social = adviserMember.organisationId;
const homeCare = testMember('noord', 'DISTRICT_NURSE').organisationId;
const practice = testMember('noord', 'GP').organisationId;
const GRANT = {
  toOrganisationId: social, categories: [1, 2], rule: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', on: TODAY,
}; // prettier-ignore

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  adviser = await stack.as('ELDERLY_ADVISER');
  nurse = await stack.as('DISTRICT_NURSE');
});
afterAll(() => stack.close());

beforeEach(async () => {
  people += 1;
  const person = { name: { family: `Privé ${people}` }, sex: 'FEMALE', birthDate: '1941-04-03', gpId: null };
  client = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
});

const path = (): string => `/api/v1/clients/${client}/consents`;
const register = async (change: object = {}) =>
  (
    await assistant
      .post(path())
      .send({ ...GRANT, ...change })
      .expect(201)
  ).body;
const join = (userId: string): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, userId));
const contact = async (facts: object): Promise<string> =>
  (
    await assistant
      .post(`/api/v1/clients/${client}/contact-persons`)
      .send({ name: 'A. de Vries', ...facts })
      .expect(201)
  ).body.id;

describe('the consent register', () => {
  it('keeps what was said with the very words, and says what follows', async () => {
    const made = await register({ note: 'Formulier in de map', validUntil: addDays(TODAY, 30) });
    expect(made).toMatchObject({
      state: 'IN_FORCE',
      rule: 'GRANT',
      categories: [1, 2],
      purpose: 'INTEGRATED_CARE',
      on: TODAY,
      validUntil: addDays(TODAY, 30),
      textVersion: 'toestemming-1',
      note: 'Formulier in de map',
      recordedBy: testMember('noord', 'PRACTICE_ASSISTANT').userId,
      representative: null,
      withdrawal: null,
    });
    expect(made.wording).toMatch(/^Ik vind het goed dat Welzijn noord deze gegevens over mij mag zien: mijn naam/);
    const { body } = await assistant.get(path()).expect(200);
    expect(body.items).toEqual([made]);
    expect(body.state).toEqual({ given: 2, total: 6, asked: true });
    const row = body.sharing.find(({ organisationId }: { organisationId: string }) => organisationId === social);
    expect(row.cells.map(({ shared }: { shared: string }) => shared)).toEqual([
      'ALL', 'ALL', 'NONE', 'NONE', 'NONE', 'NONE',
    ]); // prettier-ignore
    expect(row.cells[0].writers[0]).toEqual({
      fromOrganisationId: practice, allow: true, reason: 'GRANT', consentId: made.id, on: TODAY,
    }); // prettier-ignore
    expect(row.cells[4].writers[0]).toMatchObject({ allow: false, reason: 'NEVER_SHARED', consentId: null, on: null });
  });

  it('keeps a text of the practice itself by its name only', async () => {
    expect(await register({ textVersion: 'eigen formulier 2024' })).toMatchObject({
      textVersion: 'eigen formulier 2024',
      wording: null,
    });
  });

  it.each([
    [{ categories: [1, 5] }, '/categories', 'NOT_GRANTABLE'],
    [{ categories: [] }, '/categories', 'REQUIRED'],
    [{ categories: [7] }, '/categories', 'OUT_OF_RANGE'],
    [{ on: addDays(TODAY, 1) }, '/on', 'IN_FUTURE'],
    [{ on: '1899-12-31' }, '/on', 'BEFORE_1900'],
    [{ validUntil: TODAY }, '/validUntil', 'NOT_AFTER_TODAY'],
    [{ rule: 'DENY', validUntil: addDays(TODAY, 1) }, '/validUntil', 'NO_END_OF_REFUSAL'],
    [{ toOrganisationId: practice.replace('0001', '0009') }, '/toOrganisationId', 'INVALID_ID'],
    [{ toOrganisationId: testMember('zuid', 'GP').organisationId }, '/toOrganisationId', 'INVALID_ID'],
    [{ fromOrganisationId: social }, '/fromOrganisationId', 'INVALID_VALUE'],
    [{ fromOrganisationId: testMember('zuid', 'GP').organisationId }, '/fromOrganisationId', 'INVALID_ID'],
    [{ rule: 'MAYBE' }, '/rule', 'INVALID_VALUE'],
  ])('refuses %j at its field', async (change, pointer, code) => {
    const { body } = await assistant
      .post(path())
      .send({ ...GRANT, ...change })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
    expect((await assistant.get(path())).body.items).toEqual([]);
  });

  it('lets a client refuse the medical plan, and grant it to home care', async () => {
    await register({ rule: 'DENY', categories: [5] });
    await register({ toOrganisationId: homeCare, categories: [5] });
    expect((await assistant.get(path())).body.state).toEqual({ given: 1, total: 6, asked: true });
  });

  it('keeps who spoke for the client, and as what', async () => {
    const mentor = await contact({ representativeKind: 'MENTOR' });
    const spoken = { givenBy: 'REPRESENTATIVE', representative: { contactPersonId: mentor } };
    expect((await register(spoken)).representative).toEqual({
      contactPersonId: mentor,
      kind: 'MENTOR',
      name: 'A. de Vries',
    });
    expect((await register({ givenBy: 'REPRESENTATIVE' })).representative).toBeNull();
  });

  it.each([
    ['a bewindvoerder', { representativeKind: 'ADMINISTRATOR' }, '/representative/kind'],
    ['who is no representative', {}, '/representative/kind'],
    [
      'whose time is over',
      { representativeKind: 'MENTOR', validUntil: '2020-01-01' },
      '/representative/contactPersonId',
    ],
  ])('does not let %s speak', async (_, facts, pointer) => {
    const contactPersonId = await contact(facts);
    const body = { ...GRANT, givenBy: 'REPRESENTATIVE', representative: { contactPersonId } };
    const refused = await assistant.post(path()).send(body).expect(400);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  it('does not take a representative of somebody else, nor one when the client spoke', async () => {
    const mentor = await contact({ representativeKind: 'MENTOR' });
    const representative = { contactPersonId: mentor };
    const own = await assistant.post(path()).send({ ...GRANT, representative }).expect(400); // prettier-ignore
    expect(own.body.errors[0].pointer).toBe('/representative');
    const person = { name: { family: `Ander ${people}` }, sex: 'MALE', birthDate: '1940-04-03' };
    const other = (await assistant.post('/api/v1/clients').send(person).expect(201)).body.id;
    const wrong = await assistant
      .post(`/api/v1/clients/${other}/consents`)
      .send({ ...GRANT, givenBy: 'REPRESENTATIVE', representative })
      .expect(400);
    expect(wrong.body.errors[0].pointer).toBe('/representative/contactPersonId');
  });
});

describe('withdrawal', () => {
  it('stays in the register with who, how and when, and works once', async () => {
    const { id } = await register();
    const body = { by: 'CLIENT', how: 'ORAL', on: addDays(TODAY, -1) };
    const taken = (await assistant.post(`/api/v1/consents/${id}/withdraw`).send(body).expect(200)).body;
    expect(taken).toMatchObject({
      state: 'WITHDRAWN',
      withdrawal: {
        by: 'CLIENT',
        how: 'ORAL',
        on: addDays(TODAY, -1),
        recordedBy: testMember('noord', 'PRACTICE_ASSISTANT').userId,
      },
    });
    expect((await assistant.get(path())).body).toMatchObject({
      items: [{ id, state: 'WITHDRAWN' }],
      state: { given: 0, asked: true },
    });
    expect((await assistant.post(`/api/v1/consents/${id}/withdraw`).send({}).expect(409)).body.code).toBe(
      'WRONG_STATE',
    );
  });

  it('needs no more than the id: a call is taken as spoken by the client today', async () => {
    const { id } = await register();
    const { body } = await assistant.post(`/api/v1/consents/${id}/withdraw`).expect(200);
    expect(body.withdrawal).toMatchObject({ by: 'CLIENT', how: 'ORAL', on: TODAY });
  });

  it('refuses a day to come', async () => {
    const { id } = await register();
    const { body } = await assistant
      .post(`/api/v1/consents/${id}/withdraw`)
      .send({ on: addDays(TODAY, 1) })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/on', code: 'IN_FUTURE' })]);
  });

  it('is recorded by whoever the client calls, also without a basis to what is in the record', async () => {
    await join(testMember('noord', 'DISTRICT_NURSE').userId);
    await register({ rule: 'DENY', toOrganisationId: homeCare, categories: [1, 2, 3, 4, 5, 6] });
    await nurse.get(`/api/v1/clients/${client}`).expect(403);
    const mentor = await contact({ representativeKind: 'MENTOR' });
    const spoken = { givenBy: 'REPRESENTATIVE', representative: { contactPersonId: mentor, kind: 'MENTOR' } };
    const { id } = await register(spoken);
    const read = (await nurse.get(path()).expect(200)).body.items[0];
    expect(read).toMatchObject({ id, hidden: [{ pointer: '/representative/name', code: 'NO_BASIS' }] });
    expect(read.representative).toEqual({ contactPersonId: mentor, kind: 'MENTOR' });
    await nurse.post(`/api/v1/consents/${id}/withdraw`).send({}).expect(200);
  });

  it('is not for who has no part in the care, nor for a physician who only reads', async () => {
    const { id } = await register();
    const refused = await nurse.post(`/api/v1/consents/${id}/withdraw`).send({});
    expect(refused.status).toBe(404);
    await nurse.get(path()).expect(404);
    const physician = await stack.as('ELDERLY_CARE_PHYSICIAN');
    await physician.post(`/api/v1/consents/${id}/withdraw`).send({}).expect(403);
    await (await stack.as('GP', 'zuid')).post(`/api/v1/consents/${id}/withdraw`).send({}).expect(404);
    await (await stack.as('LOG_OFFICER')).get(path()).expect(200);
    await (await stack.as('PRACTICE_MANAGER')).get(path()).expect(403);
  });

  it('shuts the record of an adviser at once', async () => {
    const { id } = await register();
    await join(adviserMember.userId);
    await adviser.get(`/api/v1/clients/${client}`).expect(200);
    await adviser.post(`/api/v1/consents/${id}/withdraw`).send({}).expect(200);
    expect((await adviser.get(`/api/v1/clients/${client}`)).status).toBe(404);
    expect((await adviser.get(path())).status).toBe(404);
  });
});

it('a grant with a last day closes by itself, and the rows of the database say so beforehand', async () => {
  const { id } = await register({ validUntil: addDays(TODAY, 1) });
  const { rows } = await stack.owner.query<{ category: number; until: string }>(
    `SELECT category, (upper(validity) AT TIME ZONE 'Europe/Amsterdam')::text AS until FROM care.access_basis
     WHERE client_id = $1 AND rule_id = $2 AND from_org_id = $3 ORDER BY category`,
    [client, id, practice],
  );
  const until = `${addDays(TODAY, 2)} 00:00:00`;
  expect(rows).toEqual([
    { category: 1, until },
    { category: 2, until },
  ]);
});

it('the text that is read out has a version, open places and six plain meanings', async () => {
  const { body } = await assistant.get('/api/v1/consent-texts').expect(200);
  expect(body.version).toBe('toestemming-1');
  expect(body.rules.map(({ rule }: { rule: string }) => rule)).toEqual(['GRANT', 'DENY', 'OPTOUT']);
  for (const { text } of body.rules) expect(text).toMatch(/\{organisation\}.*\{categories\}/);
  expect(body.categories).toHaveLength(6);
});

describe('what another organisation wrote and no longer shares', () => {
  it('is refused by its reason where the client is known, and is not there when it was removed or where she is not known', async () => {
    await register();
    await join(adviserMember.userId);
    const { body: person } = await adviser.post(`/api/v1/clients/${client}/contact-persons`).send({ name: 'B. de Boer' }).expect(201); // prettier-ignore
    const change = async (by: Agent): Promise<[number, string]> => {
      const { status, body } = await by.patch(`/api/v1/contact-persons/${person.id}`).set('If-Match', '"1"').send({ relation: 'nicht' }); // prettier-ignore
      return [status, body.code];
    };
    const unshare = (): Promise<unknown> =>
      stack.owner.query('DELETE FROM care.access_basis WHERE client_id = $1 AND from_org_id = $2', [client, social]);
    await unshare();
    expect(await change(assistant)).toEqual([403, 'NO_BASIS']);
    expect(await change(await stack.as('ELDERLY_CARE_PHYSICIAN'))).toEqual([404, 'NOT_FOUND']);
    await stack.owner.query('UPDATE care.contact_person SET removed_at = now() WHERE id = $1', [person.id]);
    expect(await change(assistant)).toEqual([404, 'NOT_FOUND']);
  });

  it('is a hand-over that a GP may not end, by its reason', async () => {
    await register();
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).nameCaseManager(client, adviserMember.userId)); // prettier-ignore
    const toUserId = testMember('noord', 'PRACTICE_NURSE').userId;
    const { body } = await adviser.post('/api/v1/caseload/handovers').send({ clientId: client, toUserId, fromOn: TODAY, untilOn: addDays(TODAY, 9), reason: 'vakantie' }).expect(201); // prettier-ignore
    const { id } = body.items[0];
    await (await stack.as('PRACTICE_NURSE')).post(`/api/v1/handovers/${id}/accept`).send({}).expect(201);
    await stack.owner.query('DELETE FROM care.access_basis WHERE client_id = $1 AND from_org_id = $2', [client, social]); // prettier-ignore
    const gp = await stack.as('GP');
    expect((await gp.post(`/api/v1/handovers/${id}/end`).send({}).expect(403)).body.code).toBe('NO_BASIS');
    expect((await gp.post(`/api/v1/handovers/${client}/end`).send({}).expect(404)).body.code).toBe('NOT_FOUND');
    expect((await gp.post(`/api/v1/handovers/${client.replace(/^.{4}/, 'ffff')}/end`).send({}).expect(404)).body.code).toBe('NOT_FOUND'); // prettier-ignore
  });
});
