import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  formatDutchDay,
  PLAN_STATES,
  PLAN_STEPS,
  planAfter,
  type PlanState,
  type PlanStep,
} from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const AGREED = { agreement: { by: 'mevrouw Vink', on: TODAY, how: 'ORAL' } };
const PROBLEM = { area: 'd460', description: 'Ik kom de deur niet meer uit', severity: 8, wantsToWorkOnIt: 'YES' };
const TARGET = addMonths(TODAY, 6);

let stack: TestApp;
let gp: Agent;
let nurse: Agent;
let assistant: Agent;
let people = 0;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, nurse, assistant] = [await stack.as('GP'), await stack.as('DISTRICT_NURSE'), await stack.as('PRACTICE_ASSISTANT')]; // prettier-ignore
});
afterAll(() => stack.close());

async function newClient(): Promise<string> {
  people += 1;
  const person = { name: { family: `Plan ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  const { id } = (await assistant.post('/api/v1/clients').send(person).expect(201)).body;
  const { userId } = testMember('noord', 'DISTRICT_NURSE');
  await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(id, userId));
  return id;
}

interface Made {
  readonly client: string;
  readonly plan: string;
  readonly problem: string;
  readonly goal: string;
}
/** A plan with one problem and one goal, 8 to 4. */
async function newPlan(client?: string): Promise<Made> {
  const of = client ?? (await newClient());
  const { body: plan } = await nurse.post(`/api/v1/clients/${of}/care-plans`).send({ whatMatters: 'De tuin' }).expect(201); // prettier-ignore
  const { body: problem } = await nurse.post(`/api/v1/care-plans/${plan.id}/problems`).send(PROBLEM).expect(201);
  const { body: goal } = await addGoal(plan.id, problem.id).expect(201);
  return { client: of, plan: plan.id, problem: problem.id, goal: goal.id };
}
const addGoal = (plan: string, problemId: string, change: object = {}) =>
  nurse.post(`/api/v1/care-plans/${plan}/goals`).send({ problemId, text: 'Weer naar de markt', baselineScore: 8, targetScore: 4, targetDate: TARGET, ...change }); // prettier-ignore
const step = (plan: string, verb: string, body: object = {}, by = nurse) => by.post(`/api/v1/care-plans/${plan}/${verb}`).send(body); // prettier-ignore
const score = (goal: string, kind: string, value: number, on = TODAY) =>
  nurse.post(`/api/v1/goals/${goal}/scores`).send({ on, score: value, kind });
const planOf = async (plan: string, by = nurse) => (await by.get(`/api/v1/care-plans/${plan}`).expect(200)).body;
const wish = (plan: string, version: number, wishes: string, by = nurse) =>
  by.patch(`/api/v1/care-plans/${plan}`).set('If-Match', `"${version}"`).send({ wishes });
const EVALUATION = { on: TODAY, participants: 'mevrouw Vink', goals: [], nextEvaluationOn: TARGET };

describe('a zorgleefplan', () => {
  it('begins as a draft of today, and a client has one that is open', async () => {
    const client = await newClient();
    const begin = () => nurse.post(`/api/v1/clients/${client}/care-plans`);
    const { body } = await begin().set('Idempotency-Key', 'p-1').send({ strengths: ' Handig ' }).expect(201);
    expect(body).toMatchObject({ state: 'DRAFT', edition: 0, version: 1, drawnUpOn: TODAY, strengths: 'Handig', problems: [], editions: [] }); // prettier-ignore
    expect((await begin().set('Idempotency-Key', 'p-1').send({ strengths: ' Handig ' }).expect(201)).body.id).toBe(body.id); // prettier-ignore
    expect((await begin().send({}).expect(409)).body).toMatchObject({ code: 'OPEN_PLAN_EXISTS', id: body.id });
    await step(body.id, 'close', { reason: 'NOT_NEEDED' }).expect(200);
    await begin().send({}).expect(201);
    const { items } = (await gp.get(`/api/v1/clients/${client}/care-plans`).expect(200)).body;
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['DRAFT', 'CLOSED']);
  });

  it('goes from draft to running and to its end with who agreed, when and how', async () => {
    const { plan, goal } = await newPlan();
    const adopted = (await step(plan, 'adopt', AGREED).expect(200)).body;
    expect(adopted).toMatchObject({
      state: 'ADOPTED', edition: 1, discussedOn: TODAY, discussedWith: 'mevrouw Vink', agreement: AGREED.agreement,
      nextEvaluationOn: addMonths(TODAY, 6), changedSinceEdition: [], editions: [{ edition: 1, agreement: AGREED.agreement }],
    }); // prettier-ignore
    await score(goal, 'INTERIM', 6).expect(201);
    expect(await planOf(plan)).toMatchObject({ state: 'ACTIVE', changedSinceEdition: [] });
    await score(goal, 'END', 4).expect(201);
    const judged = {
      ...EVALUATION,
      goals: [{ goalId: goal, text: 'Gelukt', continues: false }],
      whatNext: 'Zo houden',
    };
    expect((await step(plan, 'evaluate', judged).expect(200)).body).toMatchObject({
      state: 'EVALUATED', evaluatedOn: TODAY, nextEvaluationOn: TARGET, evaluations: [{ on: TODAY, goals: judged.goals, whatNext: 'Zo houden' }],
    }); // prettier-ignore
    const closed = (await step(plan, 'close').expect(200)).body;
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: TODAY, closed: { reason: null, text: null } });
    expect((await wish(plan, closed.version, 'Nog iets').expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('takes every step that its table has, and no other', async () => {
    const bodies: Readonly<Record<PlanStep, object>> = {
      DISCUSS: { discussedOn: TODAY, discussedWith: 'mevrouw Vink' }, ADOPT: AGREED, ACTIVATE: {}, EVALUATE: EVALUATION,
      CLOSE: { reason: 'NOT_NEEDED' },
    }; // prettier-ignore
    const ways: Readonly<Record<PlanState, readonly PlanStep[]>> = {
      DRAFT: [], DISCUSSED: ['DISCUSS'], ADOPTED: ['ADOPT'], ACTIVE: ['ADOPT', 'ACTIVATE'], EVALUATED: ['ADOPT', 'EVALUATE'], CLOSED: ['CLOSE'],
    }; // prettier-ignore
    const client = await newClient();
    for (const state of PLAN_STATES)
      for (const verb of PLAN_STEPS) {
        const { body: plan } = await nurse.post(`/api/v1/clients/${client}/care-plans`).send({}).expect(201);
        for (const way of ways[state]) await step(plan.id, way.toLowerCase(), bodies[way]).expect(200);
        const { version } = await planOf(plan.id);
        if (verb === 'ADOPT' && state !== 'CLOSED') await wish(plan.id, version, `${state} ${verb}`).expect(200);
        const before = await planOf(plan.id);
        const { status, body } = await step(plan.id, verb.toLowerCase(), bodies[verb]);
        const to = planAfter(state, verb);
        expect([state, verb, status, body.state ?? body.code]).toEqual([state, verb, to ? 200 : 409, to ?? 'WRONG_STATE']); // prettier-ignore
        expect((await planOf(plan.id)).version > before.version).toBe(status === 200);
        await step(plan.id, 'close', bodies.CLOSE);
      }
  });

  it.each([
    ['adopt', { agreement: { ...AGREED.agreement, on: addDays(TODAY, 1) } }, '/agreement/on', 'IN_FUTURE'],
    ['adopt', { agreement: { ...AGREED.agreement, how: 'NOD' } }, '/agreement/how', 'INVALID_VALUE'],
    ['adopt', { ...AGREED, nextEvaluationOn: TODAY }, '/nextEvaluationOn', 'BEFORE_AGREEMENT'],
    ['discuss', { discussedOn: addDays(TODAY, 1), discussedWith: 'x' }, '/discussedOn', 'IN_FUTURE'],
    ['close', {}, '/reason', 'REQUIRED'],
    ['close', { reason: 'OTHER' }, '/text', 'REQUIRED'],
    ['evaluate', { ...EVALUATION, nextEvaluationOn: TODAY }, '/nextEvaluationOn', 'BEFORE_EVALUATION'],
  ])('%s is refused at the field with %p', async (verb, body, pointer, code) => {
    const { plan } = await newPlan();
    expect((await step(plan, verb, body).expect(400)).body.errors).toMatchObject([{ pointer, code }]);
  });

  it('keeps every edition as it was, and says what was changed since', async () => {
    const { plan, goal, problem } = await newPlan();
    await step(plan, 'adopt', AGREED).expect(200);
    expect((await step(plan, 'adopt', AGREED).expect(409)).body.code).toBe('NOTHING_CHANGED');
    await nurse.patch(`/api/v1/goals/${goal}`).set('If-Match', '"1"').send({ targetScore: 5 }).expect(200);
    const { version } = await planOf(plan);
    await wish(plan, version, 'Een hond').expect(200);
    expect((await planOf(plan)).changedSinceEdition).toEqual([
      { subject: 'PLAN', id: null, kind: 'CHANGED', fields: ['wishes'] },
      { subject: 'GOAL', id: goal, kind: 'CHANGED', fields: ['targetScore'] },
    ]);
    expect((await step(plan, 'adopt', AGREED).expect(200)).body).toMatchObject({ edition: 2, changedSinceEdition: [] });
    await nurse.patch(`/api/v1/problems/${problem}`).set('If-Match', '"1"').send({ description: 'Anders' }).expect(200);
    const edition = async (n: number) => (await gp.get(`/api/v1/care-plans/${plan}/editions/${n}`).expect(200)).body;
    expect(await edition(1)).toMatchObject({ edition: 1, plan: { wishes: null, problems: [{ description: PROBLEM.description, goals: [{ targetScore: 4 }] }] }, changes: [] }); // prettier-ignore
    const second = await edition(2);
    expect(second).toMatchObject({ plan: { wishes: 'Een hond', problems: [{ description: PROBLEM.description, goals: [{ targetScore: 5 }] }] } }); // prettier-ignore
    expect(second.changes).toHaveLength(2);
    await gp.get(`/api/v1/care-plans/${plan}/editions/3`).expect(404);
    const { items } = (await gp.get(`/api/v1/care-plans/${plan}/changes`).expect(200)).body;
    expect(items[0]).toMatchObject({ subject: 'PROBLEM', before: { description: PROBLEM.description }, after: { description: 'Anders' }, changedBy: testMember('noord', 'DISTRICT_NURSE').userId }); // prettier-ignore
  });

  it('loses nothing of two people: the second is told what stands there now', async () => {
    const { plan, problem } = await newPlan();
    const { version } = await planOf(plan);
    expect((await nurse.patch(`/api/v1/care-plans/${plan}`).send({ wishes: 'x' }).expect(428)).body.code).toBe('VERSION_REQUIRED'); // prettier-ignore
    await wish(plan, version, 'Van de een').expect(200);
    const { body } = await wish(plan, version, 'Van de ander', gp).expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: { wishes: 'Van de een', version: version + 1 } });
    await gp.patch(`/api/v1/problems/${problem}`).set('If-Match', '"1"').send({ severity: 7 }).expect(200);
    const stale = await nurse.patch(`/api/v1/problems/${problem}`).set('If-Match', '"1"').send({ severity: 6 }).expect(412); // prettier-ignore
    expect(stale.body.current).toMatchObject({ severity: 7, version: 2 });
  });

  it('closes when the client dies, and its goals stop with it', async () => {
    const { client, plan } = await newPlan();
    await step(plan, 'adopt', AGREED).expect(200);
    await assistant.patch(`/api/v1/clients/${client}`).set('If-Match', '"1"').send({ status: 'DECEASED' }).expect(200);
    expect(await planOf(plan, gp)).toMatchObject({
      state: 'CLOSED', closed: { reason: 'DECEASED' }, problems: [{ goals: [{ state: 'STOPPED', stopReason: 'DECEASED' }] }],
    }); // prettier-ignore
  });
});

describe('a goal', () => {
  it('tells progress, gap and class from the score at its end', async () => {
    const { plan, goal } = await newPlan();
    expect((await score(goal, 'INTERIM', 6).expect(409)).body.code).toBe('WRONG_STATE');
    await step(plan, 'adopt', AGREED).expect(200);
    expect((await score(goal, 'INTERIM', 7).expect(201)).body).toMatchObject({ latestScore: 7, state: 'OPEN', progress: null, class: null }); // prettier-ignore
    expect((await score(goal, 'END', 6).expect(201)).body).toMatchObject({ state: 'EVALUATED', endScore: 6, progress: 2, gap: 2, class: 'PARTLY' }); // prettier-ignore
    expect((await score(goal, 'END', 4).expect(409)).body.code).toBe('WRONG_STATE');
    const again = (await nurse.post(`/api/v1/goals/${goal}/reopen`).send({ reason: 'Toch niet klaar' }).expect(200))
      .body;
    expect(again).toMatchObject({ state: 'OPEN', endScore: null, class: null, latestScore: 7, scores: [{ struck: null }, { kind: 'END', struck: { reason: 'Toch niet klaar' } }] }); // prettier-ignore
  });

  it('is refused at the field with days that cannot be', async () => {
    const { plan, problem, goal } = await newPlan();
    const fields = async (request: PromiseLike<{ body: { errors: object[] } }>) => (await request).body.errors;
    expect(await fields(addGoal(plan, problem, { targetDate: addDays(TODAY, -1) }).expect(400))).toMatchObject([{ pointer: '/targetDate', code: 'BEFORE_START', detail: 'Deze dag ligt voor de eerste dag.' }]); // prettier-ignore
    expect(await fields(addGoal(plan, problem, { baselineOn: addDays(TODAY, 1) }).expect(400))).toMatchObject([{ pointer: '/baselineOn', code: 'IN_FUTURE' }]); // prettier-ignore
    expect(await fields(addGoal(plan, problem, { targetScore: 11 }).expect(400))).toMatchObject([{ pointer: '/targetScore', code: 'OUT_OF_RANGE' }]); // prettier-ignore
    expect(await fields(addGoal(plan, goal).expect(400))).toMatchObject([{ pointer: '/problemId', code: 'INVALID_ID' }]); // prettier-ignore
    await addGoal(plan, problem, { targetDate: TODAY, targetScore: 9 }).expect(201);
    await step(plan, 'adopt', AGREED).expect(200);
    expect(await fields(score(goal, 'END', 4, addDays(TODAY, -1)).expect(400))).toMatchObject([{ pointer: '/on', code: 'BEFORE_BASELINE' }]); // prettier-ignore
    expect(await fields(score(goal, 'END', 4, addDays(TODAY, 1)).expect(400))).toMatchObject([{ pointer: '/on', code: 'IN_FUTURE' }]); // prettier-ignore
  });

  it('keeps its plan from being evaluated until it is judged', async () => {
    const { plan, goal } = await newPlan();
    await step(plan, 'adopt', AGREED).expect(200);
    expect((await step(plan, 'evaluate', EVALUATION).expect(409)).body).toMatchObject({ code: 'GOAL_NOT_JUDGED', goalIds: [goal] }); // prettier-ignore
    const goals = [{ goalId: goal, text: 'Loopt door', continues: true }];
    expect((await step(plan, 'evaluate', { ...EVALUATION, goals }).expect(200)).body).toMatchObject({ state: 'EVALUATED', problems: [{ goals: [{ state: 'OPEN', evaluation: 'Loopt door' }] }] }); // prettier-ignore
    const { items } = (await gp.get(`/api/v1/care-plans/${plan}/changes`).expect(200)).body;
    const states = items.filter(({ after }: { after: { state?: string } }) => after.state).map(({ after }: { after: { state: string } }) => after.state); // prettier-ignore
    expect(states).toEqual(['EVALUATED', 'ACTIVE', 'ADOPTED']);
  });

  it('stops with a reason, and a problem closes when it has no open goal', async () => {
    const { goal, problem } = await newPlan();
    const close = () => nurse.patch(`/api/v1/problems/${problem}`).set('If-Match', '"1"').send({ closedOn: TODAY });
    expect((await close().expect(409)).body.code).toBe('WRONG_STATE');
    expect((await nurse.post(`/api/v1/goals/${goal}/stop`).send({ reason: 'CLIENT_STOPS' }).expect(200)).body).toMatchObject({ state: 'STOPPED', stopReason: 'CLIENT_STOPS', stoppedOn: TODAY }); // prettier-ignore
    expect((await nurse.post(`/api/v1/goals/${goal}/stop`).send({ reason: 'MOVED' }).expect(409)).body.code).toBe('WRONG_STATE'); // prettier-ignore
    expect((await close().expect(200)).body.closedOn).toBe(TODAY);
  });

  it('has actions with an owner, which set the plan going when one is done and end with it', async () => {
    const { client, plan, goal } = await newPlan();
    const dueOn = addDays(TODAY, 14);
    const add = (owner: object) => nurse.post(`/api/v1/goals/${goal}/actions`).send({ text: 'Elke dag een rondje', owner, dueOn }); // prettier-ignore
    const { body: own } = await add({ kind: 'CLIENT' }).expect(201);
    expect(own).toMatchObject({ owner: { kind: 'CLIENT' }, state: 'OPEN', dueOn, version: 1 });
    await add({ kind: 'USER', userId: testMember('noord', 'DISTRICT_NURSE').userId }).expect(201);
    expect((await add({ kind: 'USER', userId: client }).expect(409)).body.code).toBe('OWNER_NOT_ACTIVE');
    await step(plan, 'adopt', AGREED).expect(200);
    expect((await add({ kind: 'INFORMAL_CARER' }).expect(201)).body.state).toBe('OPEN');
    expect((await planOf(plan)).changedSinceEdition).toMatchObject([{ subject: 'ACTION', kind: 'ADDED' }]);
    await assistant.patch(`/api/v1/actions/${own.id}`).set('If-Match', '"1"').send({ state: 'DONE' }).expect(200);
    expect((await planOf(plan)).state).toBe('ACTIVE');
    await step(plan, 'close', { reason: 'MOVED' }).expect(200);
    const [problem] = (await planOf(plan)).problems;
    expect(problem.goals[0].actions.map(({ state }: { state: string }) => state)).toEqual(['DONE', 'CANCELLED', 'CANCELLED']); // prettier-ignore
    expect((await add({ kind: 'CLIENT' }).expect(409)).body.code).toBe('WRONG_STATE');
    const { rows } = await stack.owner.query(`SELECT after->>'state' AS state FROM care.action_step WHERE client_id = $1 ORDER BY 1`, [client]); // prettier-ignore
    expect(rows.map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED', 'DONE']);
    expect((await gp.get(`/api/v1/care-plans/${plan}/editions/1`).expect(200)).body.plan.problems[0].goals[0].actions).toHaveLength(2); // prettier-ignore
  });

  it('strikes a number that was wrong, once, and keeps it readable', async () => {
    const { plan, goal } = await newPlan();
    await step(plan, 'adopt', AGREED).expect(200);
    const { scores } = (await score(goal, 'INTERIM', 1).expect(201)).body;
    const strike = () => nurse.post(`/api/v1/goal-scores/${scores[0].id}/strike`).send({ reason: 'Verkeerd getypt' });
    expect((await strike().expect(200)).body).toMatchObject({ latestScore: null, scores: [{ score: 1, struck: { reason: 'Verkeerd getypt' } }] }); // prettier-ignore
    await strike().expect(409);
  });
});

describe('who may', () => {
  it('adopts is not the specialist; the practice nurse writes while she is case manager; the assistant sees days only', async () => {
    const { client, plan } = await newPlan();
    const specialist = testMember('noord', 'ELDERLY_CARE_PHYSICIAN').userId;
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, specialist));
    const physician = await stack.as('ELDERLY_CARE_PHYSICIAN');
    expect((await step(plan, 'adopt', AGREED, physician).expect(403)).body.code).toBe('ROLE');
    await step(plan, 'discuss', { discussedOn: TODAY, discussedWith: 'mevrouw Vink' }, physician).expect(200);
    const poh = await stack.as('PRACTICE_NURSE');
    const { version } = await planOf(plan, poh);
    await wish(plan, version, 'x', poh).expect(404);
    await gp.put(`/api/v1/clients/${client}/case-manager`).set('If-Match', '"1"').send({ userId: testMember('noord', 'PRACTICE_NURSE').userId }).expect(200); // prettier-ignore
    await wish(plan, version, 'Door de praktijkondersteuner', poh).expect(200);
    const seen = await planOf(plan, assistant);
    expect(seen).toMatchObject({ state: 'DISCUSSED', discussedOn: TODAY, hidden: [{ pointer: '/problems', code: 'ROLE' }, {}] }); // prettier-ignore
    expect([seen.whatMatters, seen.problems, seen.discussedWith]).toEqual([undefined, undefined, undefined]);
    await assistant.get(`/api/v1/care-plans/${plan}/changes`).expect(403);
    await assistant.post(`/api/v1/clients/${client}/care-plans`).send({}).expect(403);
  });

  it('nobody without a relation, and nobody of another practice', async () => {
    const { plan, goal } = await newPlan();
    const adviser = await stack.as('ELDERLY_ADVISER');
    const elsewhere = await stack.as('GP', 'zuid');
    const answers = [
      await adviser.get(`/api/v1/care-plans/${plan}`),
      await elsewhere.get(`/api/v1/care-plans/${plan}`),
      await elsewhere.post(`/api/v1/goals/${goal}/scores`).send({ on: TODAY, score: 4, kind: 'END' }),
      await gp.get('/api/v1/care-plans/nonsense'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe('the catalogue and what the answers suggest', () => {
  it('has 64 areas and 42 of Omaha', async () => {
    const { items, omaha } = (await nurse.get('/api/v1/problem-areas').expect(200)).body;
    expect([items.length, omaha.length]).toEqual([64, 42]);
    expect(items).toContainEqual({ code: 'd460', label: 'Buitenshuis komen', domain: 'PHYSICAL_WELLBEING', active: true, version: '1', system: 'http://hl7.org/fhir/sid/icf-nl' }); // prettier-ignore
    await (await stack.as('PRACTICE_MANAGER')).get('/api/v1/problem-areas').expect(403);
  });

  it('suggests from the newest answers and adds nothing', async () => {
    const client = await newClient();
    const path = `/api/v1/clients/${client}/problem-suggestions`;
    expect((await nurse.get(path).expect(200)).body).toEqual({ completedOn: null, items: [] });
    await enterForm(gp, client, { ...LIGHTEST, 'gfi-02': 'dependent', 'gfi-11': 'sometimes' });
    const { items } = (await nurse.get(path).expect(200)).body;
    expect(items).toEqual([
      { area: 'l-loneliness', label: 'Eenzaamheid', domain: 'PARTICIPATION', causes: [{ item: 'gfi-11', answer: 'sometimes' }] },
      { area: 'd460', label: 'Buitenshuis komen', domain: 'PHYSICAL_WELLBEING', causes: [{ item: 'gfi-02', answer: 'dependent' }] },
    ]); // prettier-ignore
    expect((await assistant.get(path).expect(200)).body).toMatchObject({ items: [], hidden: [{ pointer: '/items' }] });
    const { body: plan } = await nurse.post(`/api/v1/clients/${client}/care-plans`).send({}).expect(201);
    expect(plan.problems).toEqual([]);
  });
});

describe('the papers', () => {
  const paper = async (plan: string, name: string, asked = '') => {
    const { body } = await nurse.get(`/api/v1/care-plans/${plan}/${name}.pdf${asked}`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    }).expect(200); // prettier-ignore
    return readPdf(body, { scan: false });
  };
  const wordsOf = ({ pages }: Awaited<ReturnType<typeof paper>>): string =>
    pages.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' '); // prettier-ignore

  it('are tagged, in Dutch, in large type, and name whom to call; the agreements fit one page', async () => {
    const { client, plan, problem, goal } = await newPlan();
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await gp.put(`/api/v1/clients/${client}/case-manager`).set('If-Match', '"1"').send({ userId }).expect(200);
    await nurse.post(`/api/v1/goals/${goal}/actions`).send({ text: 'Elke dag een rondje', owner: { kind: 'CLIENT' }, dueOn: TARGET }).expect(201); // prettier-ignore
    for (let more = 1; more <= 8; more += 1) await addGoal(plan, problem, { text: `Doel ${more}` }).expect(201);
    await step(plan, 'adopt', AGREED).expect(200);
    const [one, whole] = [await paper(plan, 'agreements'), await paper(plan, 'print')];
    expect(one.pages).toHaveLength(1);
    for (const pdf of [one, whole]) {
      expect([pdf.language, pdf.isTagged]).toEqual(['nl-NL', true]);
      expect(pdf.pages.flatMap(({ sizes }) => sizes).filter((size) => size < 16 && size !== 9)).toEqual([]);
      expect(wordsOf(pdf)).toContain('Bel DISTRICT_NURSE noord. Het nummer is 0599 550101.');
    }
    expect(wordsOf(one)).toContain('Uw doel: Weer naar de markt. ');
    expect(wordsOf(one)).toContain('U zelf: Elke dag een rondje.');
    expect(wordsOf(one)).toContain('Die staan in uw hele zorgleefplan.');
    expect(wordsOf(whole)).toContain('Uw doel: Doel 8.');
    const sentences = wordsOf(whole).split(/[.?] /).map((words) => words.trim().split(' ').length); // prettier-ignore
    expect(sentences.reduce((sum, n) => sum + n, 0) / sentences.length).toBeLessThanOrEqual(16);
    await assistant.get(`/api/v1/care-plans/${plan}/print.pdf`).expect(403);
  });

  it('lay the same plan out by area of life on request: every problem under its area, and the areas without one in a line', async () => {
    const { plan, goal } = await newPlan();
    await nurse.post(`/api/v1/goals/${goal}/actions`).send({ text: 'Elke dag een rondje', owner: { kind: 'CLIENT' }, dueOn: TARGET }).expect(201); // prettier-ignore
    const words = wordsOf(await paper(plan, 'print', '?layout=BY_LIFE_AREA'));
    expect(words).toMatch(/Lichamelijke gezondheid .*Uw doel: Weer naar de markt\. .*Elke dag een rondje/);
    expect(words).toContain('Over deze onderwerpen is niets afgesproken: Zingeving, Wonen, Financiën, Sociale relaties, Psychische gezondheid, Werk en activiteiten.'); // prettier-ignore
    expect(wordsOf(await paper(plan, 'print'))).not.toContain('Lichamelijke gezondheid');
    await nurse.get(`/api/v1/care-plans/${plan}/print.pdf?layout=ANDERS`).expect(400);
  });

  it('tell the HIS whether the plan was discussed and when the next evaluation is', async () => {
    const { client, plan } = await newPlan();
    await enterForm(gp, client, COMPLEX);
    await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'COMPLEX' }).expect(201);
    const lines = async () => (await gp.get(`/api/v1/clients/${client}/his-summary`).expect(200)).text.split('\n');
    expect((await lines())[2]).toContain('zorgleefplan besproken: nee');
    await step(plan, 'adopt', AGREED).expect(200);
    expect((await lines()).slice(2)).toEqual([expect.stringContaining('zorgleefplan besproken: ja'), `Volgende evaluatie ${formatDutchDay(addMonths(TODAY, 6))}`]); // prettier-ignore
  });
});
