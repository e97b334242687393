/**
 * `trust:second-entry`: typing errors near the cut-offs are found by the second entry, which knows nothing of the first.
 * Source: domain reference 5, "Second entry".
 */
import { type OracleAnswers, oracleAssess, randomAnswers } from './oracles/scoring-oracle.ts';
import { ALL_ITEMS, differing, type Form, typed } from './second-entry/key-errors.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';
import { type Agent, startTestApp, type TestApp } from './support/staff.ts';

const CUT_OFFS = { gfi: 5, imesa: 16 };
const CHANNELS = ['PAPER', 'PAPER', 'PAPER', 'PAPER', 'PAPER', 'INTERVIEW', 'PHONE'] as const;
const FEW_FORMS = 10;

defineHarness({
  name: 'second-entry',
  claim: 'each paper form near a cut-off is entered again, blind, and every error in it is put right',
  control: 'forms near a cut-off are not asked for again',
  runs: { quick: 40, command: 600, full: 5_000 },
  measure: enterForms,
});

interface Desk {
  readonly stack: TestApp;
  readonly random: Random;
  readonly assistant: Agent;
  readonly nurse: Agent;
  readonly faults: string[];
  readonly seen: { again: number; wrongFound: number; wrongLeft: number; profilesLeft: number };
  /** What the error rate must say. */
  readonly rate: { forms: number; itemsDifferent: number; itemsChanged: number };
}

async function enterForms({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    if (planted) await stack.owner.query('UPDATE care.practice SET second_entry_borders = false');
    const [assistant, nurse] = [await stack.as('PRACTICE_ASSISTANT'), await stack.as('PRACTICE_NURSE')];
    const seen = { again: 0, wrongFound: 0, wrongLeft: 0, profilesLeft: 0 };
    const rate = { forms: 0, itemsDifferent: 0, itemsChanged: 0 };
    const desk: Desk = { stack, random, assistant, nurse, faults: [], seen, rate };
    for (let run = 0; run < runs; run++) await enterOne(desk, run);
    desk.faults.push(...(await rateFaults(desk)));
    return { faults: desk.faults, figures: { entered: runs, ...seen, ...rate } };
  } finally {
    await stack.close();
  }
}

/** Complete or nearly so, mostly near a cut-off, now and then without any answer. */
function anyTruth(random: Random): Form {
  if (random() < 0.03) return complete({});
  let answers: OracleAnswers = {};
  const missing = pick(random, [0, 0, 0.03, 0.1]);
  for (let tries = 0; tries < 40; tries++) {
    answers = randomAnswers(random, missing);
    const { gfi, imesa } = oracleAssess(answers);
    const isNear = Math.abs(gfi.lower - CUT_OFFS.gfi) < 3 || Math.abs(imesa.lower - CUT_OFFS.imesa) < 4;
    if (isNear || random() < 0.1) break;
  }
  return complete(answers);
}

const complete = (answers: OracleAnswers): Form =>
  Object.fromEntries(ALL_ITEMS.map((id) => [id, answers[id] ?? { missing: 'BLANK' }]));

const isEmpty = (form: Form): boolean => ALL_ITEMS.every((id) => typeof form[id] === 'object');

/** On the cut-off or just under it, for any way of filling in what is open. */
function touchesCutOff(form: Form): boolean {
  const { gfi, imesa } = oracleAssess({ ...form });
  const holds = (sum: { lower: number; upper: number }, cutOff: number): boolean =>
    [cutOff - 1, cutOff].some((total) => sum.lower <= total && total <= sum.upper);
  return holds(gfi, CUT_OFFS.gfi) || holds(imesa, CUT_OFFS.imesa);
}

async function enterOne(desk: Desk, number: number): Promise<void> {
  const { random, faults, seen } = desk;
  const truth = anyTruth(random);
  const first = typed(truth, random);
  const channel = pick(random, CHANNELS);
  const [one, other] = random() < 0.5 ? [desk.assistant, desk.nurse] : [desk.nurse, desk.assistant];
  const clientId = await register(desk, number);
  const responseId = await enterFirst(one, clientId, channel, first);
  const waiting = await waitingFor(other, responseId);
  const must = channel === 'PAPER' && touchesCutOff(first) && !isEmpty(first);
  const name = `form ${number} (${channel}, ${differing(truth, first).length} errors)`;
  if (must !== (waiting !== undefined)) faults.push(`${name}: ${must ? 'is not' : 'is'} asked for again`);
  if (waiting === undefined) return channel === 'PAPER' ? countLeft(desk, truth, first) : undefined;
  seen.again += 1;
  seen.wrongFound += differing(truth, first).length;
  const found = await enterAgain(desk, { other, clientId, waiting, truth, first });
  faults.push(...found.map((fault) => `${name}: ${fault}`));
  const left = differing(truth, await storedForm(desk, clientId));
  if (left.length > 0) faults.push(`${name}: ${left.join(', ')} still wrong`);
}

/** Away from the cut-offs errors on paper stay; one that changes the profile all the same must be several slips in one. */
function countLeft({ seen }: Desk, truth: Form, first: Form): void {
  seen.wrongLeft += differing(truth, first).length;
  const [is, should] = [oracleAssess({ ...first }), oracleAssess({ ...truth })];
  if (is.proposedProfile !== should.proposedProfile) seen.profilesLeft += 1;
}

async function register({ nurse }: Desk, number: number): Promise<string> {
  const letters = [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const person = { name: { family: `Tweede ${letters}` }, sex: 'FEMALE', birthDate: '1941-04-03' };
  const { body } = await nurse.post('/api/v1/clients').send(person).expect(201);
  return body.id;
}

async function enterFirst(agent: Agent, clientId: string, channel: string, answers: Form): Promise<string> {
  const completedOn = new Date().toISOString().slice(0, 10);
  const head = { channel, completedBy: 'SELF', completedOn, status: 'COMPLETED' };
  const { body } = await agent
    .post(`/api/v1/clients/${clientId}/responses`)
    .send({ ...head, answers })
    .expect(201);
  return body.id;
}

interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly responseId: string;
}

async function waitingFor(agent: Agent, responseId: string): Promise<Waiting | undefined> {
  const { body } = await agent.get('/api/v1/second-entries?limit=200').expect(200);
  return (body.items as Waiting[]).find((item) => item.responseId === responseId);
}

interface Again {
  readonly other: Agent;
  readonly clientId: string;
  readonly waiting: Waiting;
  readonly truth: Form;
  readonly first: Form;
}

/** Types the form a second time, mostly without an error, and chooses by the paper where the two differ. */
async function enterAgain(desk: Desk, { other, clientId, waiting, truth, first }: Again): Promise<string[]> {
  const path = `/api/v1/second-entries/${waiting.id}`;
  const second = typed(truth, desk.random, pick(desk.random, [0, 0, 0, 0, 0, 1]));
  const faults = seenTooEarly(await other.get(path).expect(200), {});
  const halves = [ALL_ITEMS.slice(0, 15), ALL_ITEMS.slice(15)];
  const sofar: Record<string, unknown> = {};
  let { version } = waiting;
  for (const half of halves) {
    const answers = Object.fromEntries(half.map((id) => [id, second[id]]));
    Object.assign(sofar, answers);
    const answer = await other.patch(path).set('If-Match', `"${version}"`).send({ answers }).expect(200);
    version = answer.body.version;
    faults.push(...seenTooEarly(answer, sofar));
  }
  faults.push(...seenTooEarly(await other.get('/api/v1/second-entries?limit=200').expect(200), {}));
  faults.push(...(await leaksToAssistant(desk, clientId, waiting.responseId)));
  const { body } = await other.post(`${path}/compare`).set('If-Match', `"${version}"`).send({}).expect(200);
  return [...faults, ...(await choose(desk, other, body, { truth, first, second }))];
}

interface Typed {
  readonly truth: Form;
  readonly first: Form;
  readonly second: Form;
}

interface Compared {
  readonly id: string;
  readonly state: string;
  readonly differences?: readonly { readonly item: string; readonly first: unknown; readonly second: unknown }[];
}

async function choose(desk: Desk, other: Agent, body: Compared, { truth, first, second }: Typed): Promise<string[]> {
  const must = differing(first, second).map((item) => ({ item, first: first[item], second: second[item] }));
  const faults: string[] = [];
  const is = [...(body.differences ?? [])].toSorted((a, b) => a.item.localeCompare(b.item));
  if (JSON.stringify(is) !== JSON.stringify(must))
    faults.push(`shows ${JSON.stringify(is)} instead of ${JSON.stringify(must)}`);
  const state = must.length === 0 ? 'EQUAL' : 'DIFFERENT';
  if (body.state !== state) faults.push(`is ${body.state} instead of ${state}`);
  const chosen = must.filter(({ item }) => JSON.stringify(first[item]) !== JSON.stringify(truth[item]));
  desk.rate.forms += 1;
  desk.rate.itemsDifferent += must.length;
  desk.rate.itemsChanged += chosen.length;
  if (must.length === 0) return faults;
  const choices = Object.fromEntries(must.map(({ item }) => [item, choice(item, { truth, first, second })]));
  const { status, body: answer } = await other.post(`/api/v1/second-entries/${body.id}/resolve`).send({ choices });
  if (status !== 200 || answer.state !== 'RESOLVED')
    faults.push(`choosing answered ${status} ${answer.code ?? answer.state}`);
  return faults;
}

function choice(item: string, { truth, first, second }: Typed): unknown {
  const right = JSON.stringify(truth[item]);
  if (JSON.stringify(first[item]) === right) return 'FIRST';
  return JSON.stringify(second[item]) === right ? 'SECOND' : { answer: truth[item] };
}

interface Shown {
  readonly text: string;
  readonly body: unknown;
}

const SCORES = /"(contributions|lower|upper|totals|assessment|proposedProfile|differences|score)":/;

/** Before comparing, an answer holds what the second person typed, and nothing else about any question. */
function seenTooEarly({ text, body }: Shown, own: Form): string[] {
  const about = answersIn(body);
  const foreign = Object.keys(about).filter((id) => JSON.stringify(about[id]) !== JSON.stringify(own[id]));
  const score = SCORES.exec(text);
  return [
    ...(foreign.length > 0 ? [`shows ${foreign.join(', ')} before comparing`] : []),
    ...(score ? [`shows ${score[0]} before comparing`] : []),
  ];
}

/** Everything under a key that is the id of an item. */
function answersIn(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) =>
    ALL_ITEMS.includes(key) ? { [key]: part } : answersIn(part),
  );
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

const SCORES_OF_OTHERS = /"(contributions|lower|upper|totals|score)":/;

/** Who may only enter forms reads answers and scores nowhere else either. Source: trust paper 3, note 1. */
async function leaksToAssistant({ assistant }: Desk, clientId: string, responseId: string): Promise<string[]> {
  const paths = [
    `clients/${clientId}`,
    `clients/${clientId}/responses`,
    `clients/${clientId}/timeline`,
    `responses/${responseId}`,
  ];
  const faults: string[] = [];
  for (const path of paths) {
    const { text, body, status } = await assistant.get(`/api/v1/${path}`).ok(() => true);
    if (status >= 300) continue;
    const about = Object.keys(answersIn(body));
    if (about.length > 0) faults.push(`GET ${path} shows ${about.join(', ')} to the assistant`);
    const score = SCORES_OF_OTHERS.exec(text);
    if (score) faults.push(`GET ${path} shows ${score[0]} to the assistant`);
  }
  return faults;
}

async function storedForm({ stack }: Desk, clientId: string): Promise<Form> {
  const { rows } = await stack.owner.query<{ answers: Form }>(
    `SELECT s.answers FROM care.response r JOIN care.answer_sheet s ON s.practice_id = r.practice_id AND s.response_id = r.id
     WHERE r.client_id = $1 AND r.status = 'COMPLETED'`,
    [clientId],
  );
  return complete(Object.assign({}, ...rows.map(({ answers }) => answers)));
}

/** Of the practice, never of a person; and nothing is told of a handful of forms. */
async function rateFaults({ nurse, rate }: Desk): Promise<string[]> {
  const { body, text } = await nurse.get('/api/v1/second-entries/error-rate').expect(200);
  const faults: string[] = [];
  const wanted = rate.forms < FEW_FORMS ? { ...rate, itemsDifferent: null, itemsChanged: null } : rate;
  const is = { forms: body.forms, itemsDifferent: body.itemsDifferent, itemsChanged: body.itemsChanged };
  if (JSON.stringify(is) !== JSON.stringify(wanted))
    faults.push(`error rate ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  if (/[0-9a-f]{8}-|user|entered|name|PRACTICE_/i.test(text)) faults.push(`the error rate names a person: ${text}`);
  return faults;
}
