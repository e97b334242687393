import { randomUUID } from 'node:crypto';
import { STAFF_ROLES } from '@samenoud/domain';
import { inviteOnline } from '../../../apps/api/src/testing/online-invitation.ts';
import type { ClientRecord } from '../support/open-record.ts';
import { addressOf, type ApiRoute } from '../support/routes.ts';
import type { Agent, Staff, TestApp } from '../support/staff.ts';
import type { RouteRow } from './route-table.ts';

interface World {
  readonly stack: TestApp;
  readonly staff: Staff;
  readonly records: Readonly<Record<'OWN' | 'OTHER_PRACTICE' | 'AT_HOME' | 'NEIGHBOUR', ClientRecord>>;
}

interface Seen {
  readonly faults: string[];
  readonly probes: number;
}

interface Respondent {
  readonly agent: Agent;
  readonly responseId: string;
}

const BORN = '1940-04-04';

/** Somebody of `noord` at home with a new letter, and its questionnaire open. */
async function enterOnline({ stack }: World, { clientId }: ClientRecord): Promise<Respondent> {
  await stack.owner.query(`UPDATE care.response SET status = 'VOID' WHERE client_id = $1 AND status = 'IN_PROGRESS'`, [
    clientId,
  ]);
  const { code } = await inviteOnline(stack.owner, clientId);
  const agent = stack.visitor();
  const { body } = await agent.post('/api/v1/public/questionnaire/access').send({ code, birthDate: BORN }).expect(200);
  return { agent, responseId: body.responseId };
}

const known = new WeakMap<World, Promise<Respondent>>();

/** Every route of staff is closed to her, before any id is looked at. */
export async function probeAsRespondent(world: World, route: ApiRoute, row: RouteRow): Promise<Seen> {
  const entering = known.get(world) ?? enterOnline(world, world.records.AT_HOME);
  known.set(world, entering);
  const { agent } = await entering;
  const should = row.needs === 'SESSION' ? 401 : 403;
  const { status } = await agent[route.method](addressOf(route, world.records.OWN.clientId))
    .set('If-Match', '"1"')
    .send(row.body);
  return {
    probes: 1,
    faults: status === should ? [] : [`${route.name} by a respondent: ${status} instead of ${should}`],
  };
}

/** Her own routes open her own form, no other, and to staff nothing. */
export async function probeRespondentRoute(world: World, route: ApiRoute, row: RouteRow): Promise<Seen> {
  const { records, staff } = world;
  const faults: string[] = [];
  const ask = async (agent: Agent, id: string): Promise<number> =>
    (await agent[route.method](addressOf(route, id)).set('If-Match', '"1"').send(row.body)).status;
  const own = await enterOnline(world, records.AT_HOME);
  if (row.names === 'OWN_FORM') {
    const neighbour = await enterOnline(world, records.NEIGHBOUR);
    const others = [neighbour.responseId, records.OWN.responseId, records.OTHER_PRACTICE.responseId, randomUUID()];
    for (const id of others) {
      const status = await ask(own.agent, id);
      if (status !== 404) faults.push(`${route.name} on another's form: ${status} instead of 404`);
    }
  }
  for (const role of STAFF_ROLES) {
    const status = await ask(staff('noord', role), own.responseId);
    if (status !== 401) faults.push(`${route.name} by ${role}: ${status} instead of 401`);
  }
  const status = await ask(own.agent, own.responseId);
  if (status >= 300) faults.push(`${route.name} on the own form: ${status} instead of an answer`);
  return { faults, probes: STAFF_ROLES.length + (row.names === 'OWN_FORM' ? 5 : 1) };
}
