/**
 * `trust:probes` (R1): random questions by random people about random clients, whose teams, consents, hand-overs, emergency
 * accesses and restrictions change all the time, against what the papers say each should be answered. Source: trust paper 3 to 8 and 10.
 */
import { randomUUID } from 'node:crypto';
import { AccessBasis } from '../../apps/api/src/consents/access-basis.service.ts';
import { addClient, happen } from './probes/history.ts';
import { probeExplanation } from './probes/explanations.ts';
import type { Life } from './probes/life.ts';
import { planMeetings, probeMeeting } from './probes/meetings.ts';
import { type Asked, judge, judgeList, lacks, leaks } from './probes/judge.ts';
import { type Employee, keepSessionsFresh, staffPractices } from './probes/people.ts';
import { type Dossier, factsOf } from './probes/record-keeper.ts';
import { bodyFor } from './probes/requests.ts';
import { undoActs } from './probes/rolled-back.ts';
import { mayAskEver } from './probes/outcomes-oracle.ts';
import { ROUTE_RULES, type RouteRule } from './probes/routes-oracle.ts';
import { readContract, routesOf } from './support/routes.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { replaceMethod } from './support/plant.ts';
import { pick } from './support/random.ts';
import { PRACTICES, startTestApp, type TestApp } from './support/staff.ts';

/** Questions between two changes of the world. */
const PER_CHANGE = 5;
const EXPORT_SHARE = 0.01;
const EXPLAINED_SHARE = 0.02;
const CLIENTS = { few: 2, many: 12 };
const LISTS = ['POST clients/search', 'POST caseload/search', 'GET caseload/sizes', 'GET safety-net', 'GET caseload/handovers', 'GET second-entries', 'GET notices', 'GET retention', 'GET merge-candidates']; // prettier-ignore

defineHarness({
  name: 'probes',
  claim: 'every answer shows what the papers let this person see at this moment, and nothing else',
  control: 'what is shared does not follow teams and consents any more',
  runs: { quick: 200, command: 50_000, full: 50_000 },
  controlRuns: 400,
  measure,
});

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const undo = undoActs();
  const staffing = await staffPractices(stack);
  const meetings = await planMeetings(staffing);
  const life: Life = { stack, staffing, random, meetings, dossiers: [], faults: [], routes: await routesToAsk(stack) };
  let mend = (): void => undefined;
  try {
    const clients = runs > 1000 ? CLIENTS.many : CLIENTS.few;
    for (const practice of PRACTICES) for (let made = 0; made < clients; made++) await addClient(life, practice);
    if (planted) mend = replaceMethod(AccessBasis.prototype, 'rewrite', () => Promise.resolve());
    const figures = { probes: runs, clients: life.dossiers.length, changes: 0, open: 0, refused: 0 };
    let asked = newQuestion(life);
    for (let run = 0; run < runs; run++) {
      if (run % 2000 === 0) await keepSessionsFresh(stack);
      if (run % PER_CHANGE === 0) {
        await happen(life);
        figures.changes += 1;
        asked = newQuestion(life);
      }
      const open = await probe(life, { ...asked, person: somebody(life, asked) }, undo);
      figures[open ? 'open' : 'refused'] += 1;
    }
    return { faults: kindsOf(life.faults), figures: { ...figures, differences: life.faults.length } };
  } finally {
    mend();
    undo.end();
    await stack.close();
  }
}

/** Each kind of fault once, with how often. */
function kindsOf(faults: readonly string[]): string[] {
  const counted = new Map<string, number>();
  for (const fault of faults) {
    const kind = fault.replaceAll(/ of [0-9a-f-]{36}/g, '');
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  return [...counted].map(([kind, count]) => `${count} × ${kind}`);
}

/** What the papers rule of the routes that there are. */
async function routesToAsk(stack: TestApp): Promise<[string, RouteRule][]> {
  const names = new Set(routesOf(await readContract(stack)).map(({ name }) => name.replace('/api/v1', '')));
  return Object.entries(ROUTE_RULES).filter(([name]) => names.has(name));
}

function newQuestion({ staffing, dossiers }: Life): Omit<Asked, 'person'> {
  const things = dossiers.flatMap((dossier) => dossier.things);
  return { facts: factsOf(staffing, dossiers), dossiers, byToken: new Map(things.map((kept) => [kept.token, kept])) };
}

async function probe(life: Life, asked: Asked, undo: { on: boolean }): Promise<boolean> {
  const { random } = life;
  if (random() < 0.1) return probeList(life, asked);
  if (random() < 0.03) return probeMeeting(life, asked);
  if (random() < EXPORT_SHARE) return probeExport(life, asked);
  if (random() < EXPLAINED_SHARE) return probeExplanation(life, asked, pick(random, life.dossiers));
  const [route, rule] = pick(random, random() < 0.5 ? life.routes : life.routes.filter(([, { shows }]) => shows));
  const dossier = pick(random, random() < 0.9 ? ofHers(life, asked.person) : life.dossiers);
  const things = dossier.things.filter(({ kind }) => kind === rule.of);
  if (things.length === 0) return false;
  const thing = pick(random, things);
  const unknown = random() < 0.02;
  const [method = '', path = ''] = route.split(' ');
  const address = `/api/v1${path.replace('{id}', unknown ? randomUUID() : thing.id)}`;
  undo.on = method !== 'GET';
  const request = asked.person.agent[method.toLowerCase() as 'get'](address).set('If-Match', '"1"');
  const answer = await request.send(bodyFor(route, asked.person.practice, colleagueOf(life, asked.person)));
  undo.on = false;
  const faults = unknown ? expectUnknown(asked, rule.needs, answer.status) : judge(asked, rule, thing, dossier, answer);

  for (const fault of faults) life.faults.push(`${route} by ${asked.person.role}: ${fault}`);
  return answer.status < 400;
}

async function probeList({ random, faults }: Life, asked: Asked): Promise<boolean> {
  const { agent, role } = asked.person;
  const list = pick(random, LISTS);
  const answer = list.startsWith('POST')
    ? await agent.post(`/api/v1/${list.slice(5)}`).send({ limit: 200 })
    : await agent.get(`/api/v1/${list.slice(4)}`);
  const found = list.startsWith('POST')
    ? judgeList(asked, answer, list === 'POST clients/search')
    : leaks(asked, answer);
  if (answer.status >= 500) found.push(`fails with ${answer.status}`);
  for (const fault of found) faults.push(`${list} by ${role}: ${fault}`);
  return answer.status < 400;
}

/** The copy of a record holds what she may read of it without any emergency, all of it and nothing else. */
async function probeExport(life: Life, asked: Asked): Promise<boolean> {
  const { agent, role } = asked.person;
  const dossier = pick(life.random, ofHers(life, asked.person));
  const { status, body } = await agent.post(`/api/v1/clients/${dossier.client.id}/export`).send({ format: 'JSON' });
  if (status !== 202) return false;
  await life.stack.workJobs();
  const job = await agent.get(`/api/v1/jobs/${body.jobId}`);
  const copy = await agent.get(String(job.body.href));
  const calm = { ...asked, facts: { ...asked.facts, emergencies: [] } };
  const found =
    copy.status === 200
      ? [...leaks(calm, copy), ...(dossier.restrictionId === null ? lacks(calm, dossier, copy.body) : [])]
      : [`is answered with ${copy.status}`];
  for (const fault of found) life.faults.push(`an export by ${role}: ${fault}`);
  return true;
}

/** Who may never do this hears so; to everybody else what is not there is not there. */
function expectUnknown({ person }: Asked, needs: Parameters<typeof mayAskEver>[1], status: number): string[] {
  const expected = mayAskEver(person.role, needs) ? 404 : 403;
  return status === expected ? [] : [`${status} instead of ${expected} for an unknown id`];
}

/** Mostly somebody who has to do with one of the clients. */
function somebody({ random, staffing }: Life, { facts, dossiers }: Omit<Asked, 'person'>): Employee {
  const { client } = pick(random, dossiers);
  const related = staffing.people.filter(({ id }) => facts.places.get(client.clientId)?.has(id));
  return pick(random, related.length > 0 && random() < 0.6 ? related : staffing.people);
}

const ofHers = ({ dossiers, staffing }: Life, { tenant }: Employee): Dossier[] =>
  dossiers.filter(({ client }) =>
    staffing.people.some((one) => one.orgId === client.ownerOrg && one.tenant === tenant),
  );

const colleagueOf = ({ staffing, random }: Life, { tenant }: Employee): string =>
  pick(
    random,
    staffing.people.filter((one) => one.tenant === tenant && one.role === 'PRACTICE_NURSE'),
  ).id;
