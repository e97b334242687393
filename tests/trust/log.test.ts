/** `trust:log` (R6): whoever read, searched, changed or was refused stands in the access log, with every field filled. */
import { randomUUID } from 'node:crypto';
import { STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import { ClientAccess } from '../../apps/api/src/platform/access/client-access.ts';
import { ROUTE_TABLE, type RouteRow } from './matrix/route-table.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { type ClientRecord, makeRecord, openRecord } from './support/open-record.ts';
import { replaceMethod } from './support/plant.ts';
import { pick, type Random } from './support/random.ts';
import { addressOf, type ApiRoute, readContract, routesOf } from './support/routes.ts';
import { sessionOf, signInEverybody, type Staff, startTestApp, type TestApp } from './support/staff.ts';

defineHarness({
  name: 'log',
  claim: 'every reading, search, change and refusal that concerns a client has its row, with all fields',
  control: 'opening a record is not logged',
  runs: { quick: 200, command: 3_000, full: 10_000 },
  measure: countRows,
});

/** A row as the log keeps it; all columns but those named here are always filled. */
interface LogRow {
  readonly client_id: string | null;
  readonly outcome: string;
  readonly request_id: string;
  readonly query: { readonly ids?: readonly string[] } | null;
  readonly [column: string]: unknown;
}

/** Filled only where there is something to say. */
const WHERE_KNOWN = [
  'user_alt_id',
  'client_id',
  'object_id',
  'query',
  'sensitivity',
  'break_glass_id',
  'relation_rule',
  'consent_rule_id',
  'authorisation_rule',
];
/** Why it was allowed: on every row of a client that was opened. */
const REASONS = ['authorisation_rule', 'relation_rule', 'object_id'];

interface Asked {
  readonly route: ApiRoute;
  readonly row: RouteRow;
  readonly role: StaffRole;
  readonly id: string;
  /** The client of the asker's practice that the id leads to. */
  readonly client: string | null;
}

async function countRows({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  const undo = planted ? replaceMethod(ClientAccess.prototype, 'log', () => undefined) : () => undefined;
  try {
    const staff = await signInEverybody(stack);
    const [own, unrelated, elsewhere] = [
      await makeRecord(staff, 'noord', 'Eigen'),
      await makeRecord(staff, 'noord', 'Vreemd'),
      await makeRecord(staff, 'zuid', 'Elders'),
    ];
    await openRecord(stack, 'noord', own.clientId);
    const routes = routesOf(await readContract(stack)).filter(({ name }) => concernsClients(ROUTE_TABLE[name]));
    const faults: string[] = [];
    const counts = { answered: 0, refused: 0, rows: 0 };
    const requestIds = new Set<string>();
    for (let run = 0; run < runs; run++) {
      const asked = question(random, routes, { own, unrelated, elsewhere });
      const since = await lastRow(stack);
      const answer = await ask(staff, asked);
      const rows = await rowsSince(stack, since);
      counts.rows += rows.length;
      counts[answer.status < 300 ? 'answered' : 'refused'] += 1;
      faults.push(
        ...missing(asked, answer, rows).map(
          (fault) => `${asked.route.name} by ${asked.role}, ${answer.status}: ${fault}`,
        ),
      );
      for (const id of new Set(rows.map((row) => row.request_id))) {
        if (requestIds.has(id)) faults.push(`request id ${id} stands on two requests`);
        requestIds.add(id);
      }
    }
    return { faults, figures: { requests: runs, routes: routes.length, ...counts } };
  } finally {
    undo();
    await stack.close();
  }
}

const concernsClients = (row: RouteRow | undefined): boolean =>
  row !== undefined &&
  Array.isArray(row.needs) &&
  (row.names !== 'NOTHING' ||
    row.needs.some((need) => /^(IDENTITY|CLIENT_LIST|LOG_CLIENT_SEARCH)/.test(String(need)))) &&
  row.names !== 'PRACTICE_ROW' &&
  row.ofNobody !== true;

function question(
  random: Random,
  routes: readonly ApiRoute[],
  records: Record<'own' | 'unrelated' | 'elsewhere', ClientRecord>,
): Asked {
  const route = pick(random, routes);
  const row = ROUTE_TABLE[route.name] ?? { needs: [], names: 'NOTHING' };
  const role = pick(random, STAFF_ROLES);
  const record = pick(random, [records.own, records.own, records.unrelated, records.elsewhere, null]);
  const ofResponse = row.names === 'RESPONSE';
  const id = record ? (ofResponse ? record.responseId : record.clientId) : randomUUID();
  const known = row.names !== 'NOTHING' && record !== null && record !== records.elsewhere;
  return { route, row, role, id, client: known ? record.clientId : null };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string; readonly items?: readonly { readonly id: string }[] };
}

function ask(staff: Staff, { route, row, role, id }: Asked): Promise<Answer> {
  const agent = staff('noord', role);
  const request = agent[route.method](addressOf(route, id)).set('If-Match', '"1"');
  return request.send(row.body).then(({ status, body }) => ({ status, body }));
}

async function lastRow({ owner }: TestApp): Promise<string> {
  const { rows } = await owner.query<{ seq: string }>(
    'SELECT coalesce(max(seq), 0)::text AS seq FROM audit.head WHERE practice_id = $1',
    [sessionOf('noord', 'GP').practiceId],
  );
  return rows[0]?.seq ?? '0';
}

async function rowsSince({ owner }: TestApp, seq: string): Promise<LogRow[]> {
  const { rows } = await owner.query<{ row: LogRow }>(
    'SELECT to_jsonb(e) AS row FROM audit.event e WHERE practice_id = $1 AND seq > $2 ORDER BY seq',
    [sessionOf('noord', 'GP').practiceId, seq],
  );
  return rows.map(({ row }) => row);
}

/** What the log lacks after one request. */
function missing(asked: Asked, { status, body }: Answer, rows: readonly LogRow[]): string[] {
  if (status === 400 || status === 428) return [];
  if (status >= 500) return ['the request failed'];
  const faults = rows.flatMap((row) => emptyFields(row, asked.role));
  if (status >= 300) return [...faults, ...missingRefusal(asked, rows)];
  const client = asked.client ?? (asked.row.names === 'NOTHING' ? (body.id ?? null) : null);
  if (client !== null && !rows.some((row) => row.client_id === client && row.outcome === 'SUCCESS'))
    faults.push(`no row for client ${client}`);
  const shown = asked.row.names === 'NOTHING' ? (body.items ?? []).map(({ id }) => id) : [];
  const listed = new Set(rows.flatMap(({ query }) => query?.ids ?? []));
  const unlisted = shown.filter((id) => !listed.has(id));
  if (unlisted.length > 0) faults.push(`${unlisted.length} clients shown and not named in the log`);
  if (rows.length === 0) faults.push('no row');
  return faults;
}

function missingRefusal({ client }: Asked, rows: readonly LogRow[]): string[] {
  const refusals = rows.filter(({ outcome }) => outcome !== 'SUCCESS');
  if (refusals.length === 0) return ['the refusal is not in the log'];
  return refusals.some((row) => row.client_id === client)
    ? []
    : [`the refusal names client ${String(refusals[0]?.client_id)}, not ${String(client)}`];
}

function emptyFields(row: LogRow, role: StaffRole): string[] {
  const { userId, organisationId } = sessionOf('noord', role);
  const always = Object.keys(row).filter((column) => !WHERE_KNOWN.includes(column));
  const reasons = row.outcome === 'SUCCESS' && row.client_id !== null ? REASONS : [];
  const empty = [...always, ...reasons].filter(
    (column) => row[column] === null || row[column] === '' || row[column] === '-',
  );
  const wrong =
    row['user_id'] !== userId || row['role_code'] !== role || row['org_id'] !== organisationId ? ['who it was'] : [];
  return [...empty, ...wrong].map((column) => `${String(row['event_type'])} says nothing of ${column}`);
}
