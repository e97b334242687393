/**
 * `trust:matrix` (R1, R5): every route × every role × own, unrelated, other practice's and unknown id, against the matrix
 * typed from the paper. Source: trust paper 3.
 */
import { randomUUID } from 'node:crypto';
import { POLICY } from '@samenoud/domain';
import { cellDifferences } from './matrix/cells.ts';
import { type Needed, ROUTE_TABLE, type RouteRow } from './matrix/route-table.ts';
import {
  ORACLE_ROLES, oracleCell, oracleMayEver, oracleRelation, type OracleAction, type OracleResource, type OracleRole,
} from './oracles/access-oracle.ts'; // prettier-ignore
import { probeAsRespondent, probeRespondentRoute } from './matrix/respondents.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { type ClientRecord, makeRecord, openRecord } from './support/open-record.ts';
import { pick, type Random } from './support/random.ts';
import { addressOf, type ApiRoute, readContract, routesOf } from './support/routes.ts';
import { type Agent, signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';

const PLANTED_CELLS = 3;
const FAILS = 'fails with';

defineHarness({
  name: 'matrix',
  claim: 'every route lets in exactly whom the printed matrix lets in, and only to own, related clients',
  control: 'one cell of the policy is wrong',
  // so many ids of every role at every route: the own one, and of the other kinds as many as are left, drawn each time
  runs: { quick: 2, command: 4, full: 4 },
  measure: (trial: Trial) => (trial.planted ? probePlanted(trial) : probeEverything(trial)),
});

/** Who an id belongs to, seen by a member of `noord`. */
const FOREIGN = ['UNRELATED', 'OTHER_PRACTICE', 'UNKNOWN'] as const;
type Target = 'OWN' | (typeof FOREIGN)[number];

interface World {
  readonly stack: TestApp;
  readonly staff: Staff;
  readonly routes: readonly ApiRoute[];
  readonly records: Readonly<Record<Exclude<Target, 'UNKNOWN'> | 'AT_HOME' | 'NEIGHBOUR', ClientRecord>>;
}

async function withWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const records = {
      OWN: await makeRecord(staff, 'noord', 'Eigen'),
      UNRELATED: await makeRecord(staff, 'noord', 'Vreemd'),
      OTHER_PRACTICE: await makeRecord(staff, 'zuid', 'Elders'),
      AT_HOME: await makeRecord(staff, 'noord', 'Thuis'),
      NEIGHBOUR: await makeRecord(staff, 'noord', 'Buren'),
    };
    await openRecord(stack, 'noord', records.OWN.clientId);
    await openRecord(stack, 'zuid', records.OTHER_PRACTICE.clientId);
    return await work({ stack, staff, routes: routesOf(await readContract(stack)), records });
  } finally {
    await stack.close();
  }
}

function probeEverything(trial: Trial): Promise<Outcome> {
  return withWorld(async (world) => {
    const { faults, probes } = await probeRoutes(world, trial);
    return { faults: [...cellDifferences(), ...faults], figures: { routes: world.routes.length, probes } };
  });
}

/** Turns cells of the policy over, one at a time, at places that a route asks about; a probe of such a route has to find every one. */
function probePlanted(trial: Trial): Promise<Outcome> {
  return withWorld(async (world) => {
    const found: string[] = [];
    for (let planted = 0; planted < PLANTED_CELLS; planted++) {
      const { name, need, undo } = plantCell(trial.random, world.routes);
      const asking = world.routes.filter(({ name: route }) => asksFor(route, need));
      const { faults } = await probeRoutes({ ...world, routes: asking }, trial);
      const [fault] = faults;
      undo();
      // the other line may refuse what the wrong cell lets in; it never fails on it
      const failing = faults.find((one) => one.includes(FAILS));
      if (failing) return { faults: [], figures: { failing } };
      if (!fault || cellDifferences().length > 0) return { faults: [], figures: { notFound: name } };
      found.push(`${name}: ${fault}`);
    }
    return { faults: found, figures: { planted: PLANTED_CELLS } };
  });
}

const asksFor = (route: string, need: Needed): boolean => {
  const needs = ROUTE_TABLE[route]?.needs;
  return Array.isArray(needs) && (needs as Needed[]).includes(need);
};

interface PlantedCell {
  readonly name: string;
  readonly need: Needed;
  readonly undo: () => void;
}

function plantCell(random: Random, routes: readonly ApiRoute[]): PlantedCell {
  const needed = routes.flatMap(({ name }) => {
    const needs = ROUTE_TABLE[name]?.needs;
    return Array.isArray(needs) && needs.length === 1 ? (needs as Needed[]) : [];
  });
  const need = pick(random, needed);
  const [resource, action] = partsOf(need);
  const role = pick(random, ORACLE_ROLES);
  const cell = POLICY[resource][role];
  const before = cell[action];
  const grant = before ?? POLICY.COLLEAGUES.GP.READ;
  if (before) Reflect.deleteProperty(cell, action);
  else Reflect.set(cell, action, grant);
  const undo = (): void => void (before ? Reflect.set(cell, action, before) : Reflect.deleteProperty(cell, action));
  return { name: `${need} of ${role}`, need, undo };
}

async function probeRoutes(world: World, { random, runs }: Trial): Promise<{ faults: string[]; probes: number }> {
  const faults: string[] = [];
  let probes = 0;
  for (const route of world.routes) {
    const row = ROUTE_TABLE[route.name];
    if (!row) faults.push(`${route.name}: not in the table of the harness`);
    else if (row.needs !== 'PUBLIC') {
      await keepFresh(world);
      faults.push(...(await probeWithoutSession(world, route, row)));
      const asRespondent = row.needs === 'RESPONDENT' ? probeRespondentRoute : probeAsRespondent;
      const seen = await asRespondent(world, route, row);
      faults.push(...seen.faults);
      probes += 1 + seen.probes;
      if (row.needs === 'SESSION' || row.needs === 'RESPONDENT') continue;
      for (const role of ORACLE_ROLES) {
        const foreign = row.names === 'NOTHING' ? [] : drawn(random, runs - 1);
        for (const target of ['OWN', ...foreign] as const) {
          faults.push(...(await probe(world, route, row, role, target)));
          probes += 1;
        }
      }
    }
  }
  return { faults, probes };
}

/** So many kinds of foreign ids; all three are every kind once. */
function drawn(random: Random, count: number): readonly Target[] {
  const first = Math.floor(random() * FOREIGN.length);
  return [...FOREIGN, ...FOREIGN].slice(first, first + count);
}

/** A second factor is fresh for five minutes; on a busy machine this walk takes longer. */
const keepFresh = ({ stack }: World): Promise<unknown> =>
  stack.owner.query('UPDATE auth.session SET second_factor_at = now() WHERE second_factor_at IS NOT NULL');

async function probeWithoutSession({ stack, records }: World, route: ApiRoute, row: RouteRow): Promise<string[]> {
  const address = addressOf(route, records.OWN.clientId);
  const { status } = await stack.visitor()[route.method](address).send(row.body);
  return status === 401 ? [] : [`${route.name} without session: ${status} instead of 401`];
}

async function probe(
  { stack, staff, records }: World,
  route: ApiRoute,
  row: RouteRow,
  role: OracleRole,
  target: Target,
): Promise<string[]> {
  const agent = staff('noord', role);
  const address = addressOf(route, target === 'UNKNOWN' ? randomUUID() : idOf(row, records[target]));
  const { status, body } = row.streams
    ? await leaveAtOnce(agent, address)
    : await agent[route.method](address).set('If-Match', '"1"').send(row.body);
  if (row.undo) await stack.owner.query(row.undo);
  const expected = expectation(row, role, target);
  if (status >= 500) return [`${route.name} by ${role} on ${target} ${FAILS} ${status}`];
  if (expected.holds(status, body.code)) return [];
  return [`${route.name} by ${role} on ${target}: ${status} ${body.code ?? ''} instead of ${expected.words}`];
}

/** What the answer begins with is all there is to know of a stream, which would go on. */
async function leaveAtOnce(agent: Agent, address: string): Promise<{ status: number; body: { code?: unknown } }> {
  const { status } = await agent.get(address).parse((response, done) => {
    Reflect.apply(Reflect.get(response, 'destroy'), response, []);
    done(null, {});
  });
  return { status, body: { code: status === 403 ? 'ROLE' : undefined } };
}

const idOf = (row: RouteRow, { clientId, responseId }: ClientRecord): string =>
  row.names === 'RESPONSE' ? responseId : clientId;

interface Expectation {
  readonly words: string;
  readonly holds: (status: number, code: unknown) => boolean;
}

const NEVER: Expectation = { words: '403 ROLE', holds: (status, code) => status === 403 && code === 'ROLE' };
const HIDDEN: Expectation = { words: '404', holds: (status) => status === 404 };
const OPEN: Expectation = {
  words: 'an answer that is no refusal of access',
  holds: (status) => status < 500 && ![401, 403, 404].includes(status),
};
const OPEN_WITHIN_LIMITS: Expectation = {
  words: 'an answer, or 403 where the limit of the cell is not met',
  holds: (status) => status < 500 && ![401, 404].includes(status),
};
/** The id of another thing than what the route is about. */
const OPEN_OR_HIDDEN: Expectation = {
  words: 'an answer or 404',
  holds: (status) => status < 500 && ![401, 403].includes(status),
};

function expectation(row: RouteRow, role: OracleRole, target: Target): Expectation {
  const isOpenTo = (need: Needed): boolean =>
    oracleMayEver(role, ...partsOf(need)) === true &&
    (!row.ofPractice || oracleRelation(role, ...partsOf(need)) === 'p');
  const granted = Array.isArray(row.needs) ? (row.needs as Needed[]).filter(isOpenTo) : [];
  if (granted.length === 0 || row.onlyFor?.includes(role) === false) return NEVER;
  if (row.names === 'NOTHING') return OPEN;
  if (target === 'OTHER_PRACTICE' || target === 'UNKNOWN') return HIDDEN;
  if (row.names !== 'CLIENT' && row.names !== 'RESPONSE') return OPEN_OR_HIDDEN;
  const related = target === 'OWN' || granted.some((need) => oracleRelation(role, ...partsOf(need)) !== 't');
  if (!related) return HIDDEN;
  if (row.caseManagerOf?.includes(role)) return OPEN_WITHIN_LIMITS;
  return granted.every((need) => isLimited(role, ...partsOf(need))) ? OPEN_WITHIN_LIMITS : OPEN;
}

function isLimited(role: OracleRole, resource: OracleResource, action: OracleAction): boolean {
  const clause = oracleCell(role, resource)?.find(({ actions }) => actions.includes(action));
  return clause?.maker === true || /caseload|case manager/i.test(clause?.note ?? '');
}

function partsOf(need: Needed): [OracleResource, OracleAction] {
  const [resource, action] = need.split('.') as [OracleResource, OracleAction];
  return [resource, action];
}
