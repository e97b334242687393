import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';

const TEAM = ['ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;
const DAY = '2026-01-05';
const NOT_TO_RESUSCITATE = {
  kind: 'TREATMENT',
  code: '89666000',
  decision: 2,
  agreedWith: ['CLIENT'],
  discussedOn: DAY,
};
const WISH = { kind: 'ADVANCE', code: 'LW', datedOn: '2020-02-29', keptAt: 'In de keukenla' };
const PLAN = {
  problems: [{ icpc: ' t90.02', text: 'Diabetes', policy: 'Streven HbA1c onder 64' }],
  agreements: 'SO komt in mei',
};
const TALK = { heldOn: DAY, participants: 'Mevrouw en dochter', themes: ['DAILY_JOY'], wishes: 'Thuis blijven' };

let stack: TestApp;
let gp: Agent;
let physician: Agent;
let nurse: Agent;
let adviser: Agent;
let practiceNurse: Agent;
let assistant: Agent;
let people = 0;
/** For what is refused: nothing of it is ever kept. */
let anybody: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, physician, nurse, adviser, practiceNurse, assistant] = await Promise.all([
    stack.as('GP'),
    stack.as('ELDERLY_CARE_PHYSICIAN'),
    stack.as('DISTRICT_NURSE'),
    stack.as('ELDERLY_ADVISER'),
    stack.as('PRACTICE_NURSE'),
    stack.as('PRACTICE_ASSISTANT'),
  ]);
  anybody = await newClient();
}, 60_000);
afterAll(() => stack.close());

/** Somebody with everyone in the team; the adviser has a grant for the zorgleefplan. */
async function newClient(): Promise<string> {
  people += 1;
  const gpId = testMember('noord', 'GP').userId;
  const person = { name: { family: `Behandel ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15', gpId };
  const id: string = (await gp.post('/api/v1/clients').send(person).expect(201)).body.id;
  await grant(id, 'ELDERLY_ADVISER', [1, 4]);
  await actAs(stack, 'GP', async () => {
    for (const role of TEAM)
      await stack.app.get(CareTeams, { strict: false }).join(id, testMember('noord', role).userId);
  });
  return id;
}

async function grant(id: string, role: 'ELDERLY_ADVISER' | 'DISTRICT_NURSE', categories: (1 | 4 | 5)[]): Promise<void> {
  const toOrgId = testMember('noord', role).organisationId;
  const given = {
    kind: 'GRANT',
    fromOrgId: null,
    givenBy: 'CLIENT',
    how: 'ORAL',
    givenOn: DAY,
    textVersion: '1',
  } as const;
  await actAs(stack, 'GP', () =>
    stack.app.get(Consents, { strict: false }).register(id, { ...given, toOrgId, categories }),
  );
}

const plan = (id: string): string => `/api/v1/clients/${id}/treatment-plan`;
const directives = (id: string): string => `/api/v1/clients/${id}/directives`;
const talks = (id: string): string => `/api/v1/clients/${id}/care-planning-talks`;
const put = (by: Agent, path: string, version: number, body: object) =>
  by.put(path).set('If-Match', `"${version}"`).send(body);

describe('a medical treatment plan', () => {
  it('is empty and of version 0 until the GP writes it; the SO adds, and every version says who', async () => {
    const id = await newClient();
    expect((await gp.get(plan(id)).expect(200)).body).toMatchObject({ id: null, version: 0, problems: [] });
    const { body: first } = await put(gp, plan(id), 0, PLAN).expect(200);
    expect(first).toMatchObject({ version: 1, problems: [{ icpc: 'T90.02', text: 'Diabetes' }], reviewDue: false });
    const second = { ...PLAN, signals: 'Meer vocht', reviewOn: '2026-03-01' };
    expect((await put(physician, plan(id), 1, second).expect(200)).body).toMatchObject({ version: 2, reviewDue: true });
    const { body: history } = await gp.get(`${plan(id)}/versions`).expect(200);
    expect(
      history.items.map(({ version, changedBy }: { version: number; changedBy: string }) => [version, changedBy]),
    ).toEqual([
      [2, testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId],
      [1, testMember('noord', 'GP').userId],
    ]);
    expect(history.items[1].content).toMatchObject({ signals: null, agreements: 'SO komt in mei' });
  });

  it('is read by the POH, by the wijkverpleegkundige with a basis only, and never by who is not of medicine', async () => {
    const id = await newClient();
    await put(physician, plan(id), 0, PLAN).expect(200);
    expect((await practiceNurse.get(plan(id)).expect(200)).body.version).toBe(1);
    expect((await nurse.get(plan(id)).expect(403)).body.code).toBe('NO_BASIS');
    await grant(id, 'DISTRICT_NURSE', [5]);
    expect((await nurse.get(plan(id)).expect(200)).body.problems).toHaveLength(1);
    for (const by of [adviser, assistant]) {
      expect((await by.get(plan(id)).expect(403)).body.code).toBe('ROLE');
      expect((await by.get(`${plan(id)}/versions`).expect(403)).body.code).toBe('ROLE');
    }
    for (const by of [nurse, practiceNurse])
      expect((await put(by, plan(id), 1, PLAN).expect(403)).body.code).toBe('ROLE');
  });

  it('tells the wijkverpleegkundige without a basis the same, whether there is a plan or not', async () => {
    const id = await newClient();
    expect((await nurse.get(plan(id)).expect(403)).body.code).toBe('NO_BASIS');
  });

  it('is not for a POH outside the team', async () => {
    const { body } = await gp
      .post('/api/v1/clients')
      .send({ name: { family: 'Buiten' }, sex: 'MALE', birthDate: '1941-01-01' });
    expect((await practiceNurse.get(plan(body.id))).status).toBe(404);
  });

  it('keeps what somebody else wrote meanwhile, and shows it', async () => {
    const id = await newClient();
    await gp.put(plan(id)).send(PLAN).expect(428);
    await put(gp, plan(id), 0, PLAN).expect(200);
    const { body } = await put(physician, plan(id), 0, { problems: [], signals: 'Anders' }).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { version: 1, agreements: 'SO komt in mei' } });
    const both = await Promise.all([put(gp, plan(id), 1, PLAN), put(physician, plan(id), 1, { problems: [] })]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it.each([
    ['a code that is no ICPC', { problems: [{ icpc: '90T', text: 'Diabetes' }] }, '/problems/0/icpc', 'INVALID_ICPC'],
    ['a problem without words', { problems: [{ text: ' ' }] }, '/problems/0/text', 'REQUIRED'],
    [
      'a review that is still to come',
      { problems: [], lastMedicationReviewOn: '2999-01-01' },
      '/lastMedicationReviewOn',
      'IN_FUTURE',
    ],
    [
      'a next review on the day of the last',
      { problems: [], lastMedicationReviewOn: DAY, nextMedicationReviewOn: DAY },
      '/nextMedicationReviewOn',
      'BEFORE_START',
    ],
  ])('is refused with %s, at its field', async (_, body, pointer, code) => {
    const answer = await put(gp, plan(anybody), 0, body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });
});

describe('a directive', () => {
  it('is written by GP and SO, read by the POH, and for the ouderenadviseur is only there', async () => {
    const id = await newClient();
    expect((await adviser.get(directives(id)).expect(200)).body).toMatchObject({ exists: false, ask: null, items: [] });
    await gp.post(directives(id)).send(NOT_TO_RESUSCITATE).expect(201);
    await physician.post(directives(id)).send(WISH).expect(201);
    const { body } = await practiceNurse.get(directives(id)).expect(200);
    expect(body.items).toMatchObject([
      { code: '89666000', inForce: true },
      { code: 'LW', discussAgain: true },
    ]);
    expect(body.hidden).toBeUndefined();
    const ask = { userId: testMember('noord', 'GP').userId, role: 'GP' };
    for (const [by, code] of [
      [adviser, 'ROLE'],
      [nurse, 'NO_BASIS'],
    ] as const) {
      const seen = (await by.get(directives(id)).expect(200)).body;
      expect(seen).toMatchObject({ exists: true, ask, items: [], hidden: [{ pointer: '/items', code }] });
      expect(JSON.stringify(seen)).not.toMatch(/89666000|keukenla/);
      await by.get(`${directives(id)}/versions`).expect(403);
      await by.post(directives(id)).send(WISH).expect(403);
    }
    await assistant.get(directives(id)).expect(403);
  });

  it('is read by the wijkverpleegkundige whom the client allows it', async () => {
    const id = await newClient();
    await gp.post(directives(id)).send(NOT_TO_RESUSCITATE).expect(201);
    await grant(id, 'DISTRICT_NURSE', [5]);
    expect((await nurse.get(directives(id)).expect(200)).body.items).toHaveLength(1);
  });

  it('leaves for who may know only that it exists a line of category 4 in the log', async () => {
    const id = await newClient();
    await gp.post(directives(id)).send(NOT_TO_RESUSCITATE).expect(201);
    await adviser.get(directives(id)).expect(200);
    const { rows } = await stack.owner.query(
      `SELECT DISTINCT sensitivity FROM audit.event WHERE client_id = $1 AND object_type = 'DIRECTIVES' AND action = 'R'`,
      [id],
    );
    expect(rows).toEqual([{ sensitivity: 4 }]);
  });

  it('is the only one about its treatment; two at once do not make two', async () => {
    const id = await newClient();
    const answers = await Promise.all([gp, physician].map((by) => by.post(directives(id)).send(NOT_TO_RESUSCITATE)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const first = answers.find(({ status }) => status === 201)?.body;
    const ended = { ...NOT_TO_RESUSCITATE, endsOn: DAY };
    await put(gp, `/api/v1/directives/${first.id}`, 1, ended).expect(200);
    await gp
      .post(directives(id))
      .send({ ...NOT_TO_RESUSCITATE, decision: 0 })
      .expect(201);
    const { body } = await put(gp, `/api/v1/directives/${first.id}`, 2, NOT_TO_RESUSCITATE).expect(409);
    expect(body.code).toBe('DIRECTIVE_EXISTS');
  });

  it('keeps its versions, is never changed unseen, and stays once it was declared void', async () => {
    const id = await newClient();
    const { body } = await gp.post(directives(id)).send(NOT_TO_RESUSCITATE).expect(201);
    const path = `/api/v1/directives/${body.id}`;
    const otherwise = { ...NOT_TO_RESUSCITATE, decision: 1, decisionText: 'Alleen als de buurvrouw erbij is' };
    await put(physician, path, 1, otherwise).expect(200);
    expect((await put(gp, path, 1, NOT_TO_RESUSCITATE).expect(412)).body.current).toMatchObject({
      decision: 1,
      version: 2,
    });
    expect((await put(gp, path, 2, { ...WISH })).body.errors).toMatchObject([{ pointer: '/kind' }]);
    await physician.post(`${path}/void`).send({ reason: 'Verkeerd dossier' }).expect(403);
    const voided = (await gp.post(`${path}/void`).send({ reason: 'Verkeerd dossier' }).expect(200)).body;
    expect(voided).toMatchObject({ inForce: false, voided: { reason: 'Verkeerd dossier' } });
    expect((await gp.post(`${path}/void`).send({ reason: 'Nog eens' }).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await put(gp, path, 3, NOT_TO_RESUSCITATE).expect(409)).body.code).toBe('WRONG_STATE');
    expect((await gp.get(directives(id))).body).toMatchObject({ exists: false, items: [{ id: body.id }] });
    const { body: history } = await gp.get(`${directives(id)}/versions`).expect(200);
    expect(history.items.map(({ content }: { content: { decision: number } }) => content.decision)).toEqual([1, 1, 2]);
  });

  it.each([
    ['no decision', { ...NOT_TO_RESUSCITATE, decision: null }, '/decision', 'REQUIRED'],
    ['no words where it is otherwise', { ...NOT_TO_RESUSCITATE, decision: 1 }, '/decisionText', 'REQUIRED'],
    ['nobody it was agreed with', { ...NOT_TO_RESUSCITATE, agreedWith: [] }, '/agreedWith', 'REQUIRED'],
    ['a talk that is still to come', { ...NOT_TO_RESUSCITATE, discussedOn: '2999-01-01' }, '/discussedOn', 'IN_FUTURE'],
    ['an end before the talk', { ...NOT_TO_RESUSCITATE, endsOn: '2026-01-04' }, '/endsOn', 'BEFORE_START'],
    ['a code of the other kind', { ...WISH, code: '89666000' }, '/code', 'INVALID_VALUE'],
    ['no place for the paper', { ...WISH, keptAt: '' }, '/keptAt', 'REQUIRED'],
  ])('is refused with %s, at its field', async (_, body, pointer, code) => {
    const answer = await gp.post(directives(anybody)).send(body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });
});

describe('a talk about later', () => {
  it('is written and read by the whole team, days only by the assistant', async () => {
    const id = await newClient();
    const { body } = await adviser.post(talks(id)).send(TALK).expect(201);
    for (const by of [gp, physician, nurse, practiceNurse])
      expect((await by.get(talks(id)).expect(200)).body.items).toMatchObject([
        { id: body.id, wishes: 'Thuis blijven' },
      ]);
    const seen = (await assistant.get(talks(id)).expect(200)).body;
    expect(seen).toMatchObject({ items: [], lastHeldOn: DAY, hidden: [{ pointer: '/items', code: 'ROLE' }] });
    await assistant.post(talks(id)).send(TALK).expect(403);
    await practiceNurse.post(talks(id)).send(TALK).expect(403);
  });

  it('is mended on top of its version, and declared void by who wrote it', async () => {
    const { body } = await adviser
      .post(talks(await newClient()))
      .send(TALK)
      .expect(201);
    const path = `/api/v1/care-planning-talks/${body.id}`;
    expect((await put(nurse, path, 1, { ...TALK, note: 'Ook de tuin' }).expect(200)).body.version).toBe(2);
    expect((await put(gp, path, 1, TALK).expect(412)).body.current).toMatchObject({ note: 'Ook de tuin' });
    await nurse.post(`${path}/void`).send({ reason: 'Andere mevrouw' }).expect(403);
    await adviser.post(`${path}/void`).send({ reason: 'Andere mevrouw' }).expect(200);
    await put(gp, path, 3, TALK).expect(409);
  });

  it.each([
    ['a day to come', { heldOn: '2999-01-01' }, '/heldOn', 'IN_FUTURE'],
    ['no theme', { themes: [] }, '/themes', 'REQUIRED'],
  ])('is refused with %s', async (_, fault, pointer, code) => {
    const answer = await gp
      .post(talks(anybody))
      .send({ ...TALK, ...fault })
      .expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });
});

describe('two records that become one', () => {
  it('keep both plans: the one of the record that goes on, and the other beside it', async () => {
    const [survivor, merged] = [await newClient(), await newClient()];
    await put(gp, plan(survivor), 0, PLAN).expect(200);
    await put(gp, plan(merged), 0, { problems: [], signals: 'Uit het andere' }).expect(200);
    for (const id of [survivor, merged]) await gp.post(directives(id)).send(NOT_TO_RESUSCITATE).expect(201);
    const body = { survivorId: survivor, mergedId: merged, reason: 'Dezelfde persoon' };
    await practiceNurse.post('/api/v1/merges').send(body).expect(201);
    const { body: approvals } = await gp.get('/api/v1/approvals').expect(200);
    await gp.post(`/api/v1/approvals/${approvals.items[0].id}/decision`).send({ verdict: 'APPROVE' }).expect(200);
    const { body: now } = await gp.get(plan(survivor)).expect(200);
    expect(now).toMatchObject({ agreements: 'SO komt in mei', others: [{ signals: 'Uit het andere' }] });
    await put(gp, plan(survivor), 1, { ...PLAN, signals: 'Uit het andere' }).expect(200);
    expect((await gp.get(directives(survivor)).expect(200)).body.items).toHaveLength(2);
  });
});
