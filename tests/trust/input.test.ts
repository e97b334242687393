/**
 * `trust:input` (R11): whatever is sent to any route, in any field, path, query or header, the answer is ours: never a
 * 5xx, never a word of a library, always problem details in Dutch.
 */
import { findErrorText } from '@samenoud/texts';
import { STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import { BodyPipe } from '../../apps/api/src/platform/http/body.pipe.ts';
import { anyNasty, BROKEN_BODIES, NASTY_HEADERS, NASTY_QUERIES, nastySegment } from './input/nasty.ts';
import { sampleOf } from './input/sample.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { makeRecord, openRecord } from './support/open-record.ts';
import { methodOf, replaceMethod } from './support/plant.ts';
import { pick, type Random } from './support/random.ts';
import { addressOf, type ApiDocument, type ApiRoute, readContract, routesOf } from './support/routes.ts';
import { type Agent, signInEverybody, type Staff, startTestApp } from './support/staff.ts';

const HUGE_BYTES = 20_000_000;
const HUGE_EVERY = 400;
/** Routes that end the session that asks, or that do not end themselves. */
const ENDING = ['DELETE /api/v1/session', 'GET /api/v1/events'];
/** Mostly people who get past the first check. */
const ROLES: readonly StaffRole[] = ['GP', 'GP', 'PRACTICE_NURSE', 'PRACTICE_MANAGER', 'LOG_OFFICER', ...STAFF_ROLES];
const LIBRARY_WORDS =
  /node_modules|\.[jt]s:\d|\bat \w+ \(|postgres|typeorm|fastify|nestjs|class-validator|syntax error|sqlstate|relation "|violates|unexpected token|is not valid json|\[object |TypeError|SyntaxError|FST_ERR|ECONN/i;

defineHarness({
  name: 'input',
  claim: 'bad input never breaks a route, never shows a word of a library, and is refused in Dutch',
  control: 'a route throws on a NUL',
  runs: { quick: 500, command: 10_000, full: 50_000 },
  measure: sendNasty,
});

interface Attack {
  readonly what: string;
  readonly address: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Buffer | undefined;
  readonly forbidden: boolean;
}

async function sendNasty({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const undo = planted ? plantNulFault() : () => undefined;
  try {
    const staff = await signInEverybody(stack);
    const { clientId, responseId } = await makeRecord(staff, 'noord', 'Invoer');
    await openRecord(stack, 'noord', clientId);
    const ids = (): string => pick(random, [clientId, responseId]);
    const document = await readContract(stack);
    const routes = routesOf(document).filter(({ name }) => !ENDING.includes(name));
    const statuses: Record<string, number> = {};
    const faults = await sendWrongIds(staff, routes, document, ids);
    for (let run = 0; run < runs; run++) {
      const route = pick(random, routes);
      const attack =
        run % HUGE_EVERY === HUGE_EVERY - 1 ? hugeBody(route, ids()) : attackOn(route, document, random, ids);
      const role = pick(random, ROLES);
      const { status, faults: found } = await send(agentFor(staff, role), route, attack);
      statuses[status] = (statuses[status] ?? 0) + 1;
      faults.push(...found.map((fault) => `${route.name} by ${role}, ${attack.what}: ${fault}`));
    }
    return { faults, figures: { requests: runs, routes: routes.length, statuses: JSON.stringify(statuses) } };
  } finally {
    undo();
    await stack.close();
  }
}

/** Every route that takes an id gets one that is none, whatever chance draws afterwards: from everybody, as each role has its own. */
async function sendWrongIds(
  staff: Staff,
  routes: readonly ApiRoute[],
  document: ApiDocument,
  ids: () => string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const route of routes.filter(({ parameters }) => parameters.length > 0))
    for (const role of STAFF_ROLES) {
      const attack = { ...asDescribed(route, document, ids), address: route.path.replaceAll(/\{\w+\}/g, 'geen-id') };
      const { faults: found } = await send(agentFor(staff, role), route, attack);
      faults.push(...found.map((fault) => `${route.name} by ${role}, an id that is none: ${fault}`));
    }
  return faults;
}

const agentFor = (staff: Staff, role: StaffRole): Agent => staff('noord', role);

const sampleFor = (route: ApiRoute, document: ApiDocument, ids: () => string): unknown =>
  route.body ? sampleOf(route.body, document, ids) : undefined;

function asDescribed(route: ApiRoute, document: ApiDocument, ids: () => string): Attack {
  const sample = sampleFor(route, document, ids);
  return {
    what: 'as described',
    address: addressOf(route, ids()),
    headers: [['If-Match', '"1"']],
    body: sample === undefined ? undefined : JSON.stringify(sample),
    forbidden: false,
  };
}

function attackOn(route: ApiRoute, document: ApiDocument, random: Random, ids: () => string): Attack {
  const sample = sampleFor(route, document, ids);
  const plain = asDescribed(route, document, ids);
  const kind = random();
  if (kind < 0.12 && route.parameters.length > 0) {
    const segment = nastySegment(random);
    return { ...plain, what: `path ${segment.slice(0, 60)}`, address: route.path.replaceAll(/\{\w+\}/g, segment) };
  }
  if (kind < 0.2) {
    const header = pick(random, NASTY_HEADERS);
    return { ...plain, what: `header ${header.join(': ').slice(0, 60)}`, headers: [...plain.headers, header] };
  }
  if (kind < 0.26) {
    const query = pick(random, NASTY_QUERIES);
    return { ...plain, what: `query ${query.slice(0, 60)}`, address: plain.address + query };
  }
  if (sample === undefined || kind < 0.34) {
    const body =
      random() < 0.2 ? Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) : pick(random, BROKEN_BODIES);
    return route.method === 'get' ? plain : { ...plain, what: `body ${body.toString().slice(0, 40)}`, body };
  }
  return { ...plain, ...withNastyField(sample, random) };
}

/** One place of the body, or a place that is not there, replaced by something it should not hold. */
function withNastyField(sample: unknown, random: Random): Pick<Attack, 'what' | 'body' | 'forbidden'> {
  const { json, forbidden } = anyNasty(random);
  const paths = pathsOf(sample);
  const path = random() < 0.08 || paths.length === 0 ? ['onbekend'] : pick(random, paths);
  const marker = '@@nasty@@';
  const text = JSON.stringify(replaceAt(sample, path, marker)).replace(JSON.stringify(marker), () => json);
  return { what: `/${path.join('/')} = ${json.slice(0, 60)}`, body: text, forbidden };
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [[...path]] : [];
  const below = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length > 0 ? [[...path], ...below] : below;
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: string): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === key ? replaceAt(part, rest, replacement) : part));
  const whole = typeof value === 'object' && value !== null ? value : {};
  return { ...whole, [key]: replaceAt(Reflect.get(whole, key), rest, replacement) };
}

const hugeBody = (route: ApiRoute, id: string): Attack => ({
  what: 'a body of 20 MB',
  address: addressOf(route, id),
  headers: [],
  body: route.method === 'get' ? undefined : `{"name":"${'x'.repeat(HUGE_BYTES)}"}`,
  forbidden: route.method !== 'get',
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function send(
  agent: Agent,
  route: ApiRoute,
  attack: Attack,
): Promise<{ status: number | string; faults: string[] }> {
  const request = agent[route.method](attack.address).ok(() => true);
  if (attack.body !== undefined) request.set('Content-Type', 'application/json');
  for (const [name, value] of attack.headers) request.set(name, value);
  try {
    const answer: Answer = await (attack.body === undefined ? request : request.send(attack.body));
    return { status: answer.status, faults: faultsOf(answer, attack) };
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : String(error);
    // a server may close the connection on a body it will not read; the reader of the answer then sees the reset first
    if (attack.what === 'a body of 20 MB' && ['EPIPE', 'ECONNRESET'].includes(String(code)))
      return { status: 'closed', faults: [] };
    return { status: 'none', faults: [`no answer, ${String(code)}`] };
  }
}

function faultsOf({ status, text, headers }: Answer, { forbidden }: Attack): string[] {
  if (status >= 500) return [`${status} ${text.slice(0, 120)}`];
  if (status < 300) return forbidden ? [`${status}, though it may never be accepted`] : [];
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('application/problem+json')) return [`${status} as ${type || 'nothing'}: ${text.slice(0, 120)}`];
  return problemFaults(status, JSON.parse(text) as Problem);
}

interface Problem {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

function problemFaults(status: number, { status: stated, code, title, detail, errors = [] }: Problem): string[] {
  const faults: string[] = [];
  if (stated !== status) faults.push(`${status} says it is ${stated}`);
  if (!code || detail !== findErrorText(code)) faults.push(`${status} ${code}: "${detail}" is no sentence of ours`);
  for (const field of errors)
    if (!findErrorText(field.code) || !field.detail) faults.push(`field code ${field.code} has no sentence`);
  const words = [title, detail, ...errors.map((field) => field.detail)].join(' ');
  const found = LIBRARY_WORDS.exec(words);
  return found ? [...faults, `a word of a library: ${found[0]}`] : faults;
}

/** What a pipe without a guard against NUL would do. */
function plantNulFault(): () => void {
  const transform = methodOf(BodyPipe.prototype, 'transform');
  return replaceMethod(BodyPipe.prototype, 'transform', function (this: object, value: unknown, ...rest: unknown[]) {
    if (JSON.stringify(value ?? null).includes(String.raw`\u0000`))
      throw new Error('invalid byte sequence for encoding');
    return transform.call(this, value, ...rest);
  });
}
