/**
 * `trust:restriction`: while a record is restricted, every route × every role but the GP refuses it, and no list shows it; the
 * author of a form keeps her own form. The log officer still explains who sees the record and who saw it. Source: trust paper 2 (AVG 18) and 3 (order of refusals).
 */
import { type RouteRow, ROUTE_TABLE } from './matrix/route-table.ts';
import { ORACLE_ROLES, type OracleRole } from './oracles/access-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { type ClientRecord, makeRecord, openRecord } from './support/open-record.ts';
import { addressOf, type ApiRoute, readContract, routesOf } from './support/routes.ts';
import { signInEverybody, type Staff, startTestApp, testMember } from './support/staff.ts';

/** Who wrote the form of `makeRecord` keeps seeing it. */
const AUTHOR: OracleRole = 'PRACTICE_NURSE';
/** What is about access to the record and not its content. */
const OF_LOG_OFFICER: readonly string[] = [
  'ACCESS_EXPLANATION.READ',
  'ACCESS_LOG_CLIENT.READ',
  'ACCESS_LOG_CLIENT.EXPORT',
  'DESTRUCTION.READ',
];
/** Lists of what was begun for the record, which name the client beside the register itself. */
const BEGUN = ['GET /api/v1/merges of PRACTICE_NURSE', 'GET /api/v1/caseload/handovers of DISTRICT_NURSE'];
const READING = ['get', 'post'] as const;

defineHarness({
  name: 'restriction',
  claim: 'a restricted record answers 403 to everybody but the GP and the author of a row, and stands in no list',
  control: 'the flag of the record is taken away behind the back of the product',
  runs: { quick: 1, command: 1, full: 1 },
  measure,
});

async function measure({ planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const record = await makeRecord(staff, 'noord', 'Afgeschermd');
    await openRecord(stack, 'noord', record.clientId);
    await beginMergeAndHandover(staff, record.clientId);
    const routes = routesOf(await readContract(stack));
    const lists = await listsThatShow(staff, routes, record);
    await restrict(staff, record.clientId);
    if (planted) await stack.owner.query('UPDATE care.client SET restricted = false');
    const faults = [
      ...(await probeRecord(staff, routes, record)),
      ...(await listsThatShow(staff, routes, record)).map((list) => `${list} shows the client`),
    ];
    faults.push(...BEGUN.filter((list) => !lists.includes(list)).map((list) => `${list} shows nothing before`));
    return { faults, figures: { routes: routes.length, listsBefore: lists.length } };
  } finally {
    await stack.close();
  }
}

async function beginMergeAndHandover(staff: Staff, clientId: string): Promise<void> {
  const nurse = staff('noord', 'PRACTICE_NURSE');
  const other = await makeRecord(staff, 'noord', 'Afgeschermd');
  const pair = { survivorId: clientId, mergedId: other.clientId, reason: 'Lijkt dezelfde persoon' };
  await nurse.post('/api/v1/merges').send(pair).expect(201);
  const { version } = (await nurse.get(`/api/v1/clients/${clientId}/team`).expect(200)).body;
  const { userId } = testMember('noord', 'PRACTICE_NURSE');
  await nurse.put(`/api/v1/clients/${clientId}/case-manager`).set('If-Match', `"${version}"`).send({ userId }).expect(200); // prettier-ignore
  const toUserId = testMember('noord', 'DISTRICT_NURSE').userId;
  const fromOn = new Date().toISOString().slice(0, 10);
  await nurse.post('/api/v1/caseload/handovers').send({ clientId, toUserId, fromOn, reason: 'Vakantie' }).expect(201);
}

async function restrict(staff: Staff, clientId: string): Promise<void> {
  const wish = { reason: 'Wil niet dat anderen meekijken.', askedBy: 'CLIENT', askedOn: '2026-01-05' };
  const asked = await staff('noord', 'PRACTICE_ASSISTANT').post(`/api/v1/clients/${clientId}/restrictions`).send(wish).expect(201); // prettier-ignore
  const decision = { decision: 'RESTRICT', reason: 'Besproken' };
  await staff('noord', 'GP').post(`/api/v1/restrictions/${asked.body.id}/decision`).send(decision).expect(200);
}

async function probeRecord(staff: Staff, routes: readonly ApiRoute[], record: ClientRecord): Promise<string[]> {
  const faults: string[] = [];
  for (const { route, row } of ofRecord(routes)) {
    for (const role of ORACLE_ROLES) {
      if (role === 'GP' || (row.names === 'RESPONSE' && role === AUTHOR)) continue;
      if (role === 'LOG_OFFICER' && isAboutAccess(row)) continue;
      const address = addressOf(route, row.names === 'RESPONSE' ? record.responseId : record.clientId);
      const { status, body } = await staff('noord', role)[route.method](address).set('If-Match', '"1"').send(row.body);
      if (status === 403 && ['RESTRICTED', 'ROLE'].includes(body.code)) continue;
      faults.push(`${route.name} by ${role}: ${status} ${body.code ?? ''} instead of 403`);
    }
  }
  return faults;
}

const isAboutAccess = ({ needs }: RouteRow): boolean =>
  typeof needs !== 'string' && needs.some((need) => OF_LOG_OFFICER.includes(need));

function ofRecord(routes: readonly ApiRoute[]): { route: ApiRoute; row: RouteRow }[] {
  return routes.flatMap((route) => {
    const row = ROUTE_TABLE[route.name];
    return row?.names === 'CLIENT' || row?.names === 'RESPONSE' ? [{ route, row }] : [];
  });
}

/** Lists and searches of everybody but the GP that name the client. */
async function listsThatShow(staff: Staff, routes: readonly ApiRoute[], { clientId }: ClientRecord): Promise<string[]> {
  const shown: string[] = [];
  for (const route of routes.filter(isList)) {
    for (const role of ORACLE_ROLES.filter((one) => one !== 'GP' && one !== 'LOG_OFFICER')) {
      const { status, text } = await staff('noord', role)[route.method](route.path).send(ROUTE_TABLE[route.name]?.body);
      if (status < 300 && text.includes(clientId)) shown.push(`${route.name} of ${role}`);
    }
  }
  return shown;
}

const isList = ({ name, method }: ApiRoute): boolean =>
  ROUTE_TABLE[name]?.names === 'NOTHING' &&
  ROUTE_TABLE[name].streams !== true && // it never ends
  (method === 'get' || (READING.includes(method as 'post') && name.endsWith('/search')));
