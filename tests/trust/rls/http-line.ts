import { STAFF_ROLES } from '@samenoud/domain';
import { AccessGuard } from '../../../apps/api/src/platform/access/access.guard.ts';
import { ClientAccess, ClientView } from '../../../apps/api/src/platform/access/client-access.ts';
import { sharedSql } from '../../../apps/api/src/platform/access/seen-sql.ts';
import { replaceMethod, rewriteStatements } from '../support/plant.ts';
import { pick, type Random } from '../support/random.ts';
import { type Agent, PRACTICES, sessionOf } from '../support/staff.ts';
import { type RandomWorld, TOKEN } from '../support/world.ts';
import type { Mark, Person } from './expected.ts';

export type Allowed = (person: Person, mark: Mark) => boolean;

/** Random readings by random people of any record of both practices: whatever recognisable shows must be allowed. */
export async function probeOverHttp(
  { stack, staff, clientIds }: RandomWorld,
  marks: ReadonlyMap<string, Mark>,
  random: Random,
  runs: number,
  allowed: Allowed,
): Promise<{ faults: string[]; shown: number }> {
  const { rows } = await stack.owner.query<{ id: string }>('SELECT id FROM care.response');
  const responseIds = rows.map(({ id }) => id);
  const faults: string[] = [];
  let shown = 0;
  for (let run = 0; run < runs; run++) {
    const person: Person = { practice: pick(random, PRACTICES), role: pick(random, STAFF_ROLES) };
    const agent = staff(person.practice as 'noord', person.role);
    const { name, status, body } = await readSomething(agent, random, clientIds, responseIds);
    // a failure shows nothing, and so would prove nothing
    if (status >= 500) faults.push(`${name} by ${person.role} of ${person.practice} fails with ${status}`);
    for (const found of marksIn(body)) {
      const mark = marks.get(found);
      shown += 1;
      if (mark && !allowed(person, mark))
        faults.push(
          `${name} by ${person.role} of ${person.practice} shows ${mark.resource} (${mark.category}) of ${mark.clientId}`,
        );
    }
  }
  return { faults, shown };
}

async function readSomething(
  agent: Agent,
  random: Random,
  clientIds: readonly string[],
  responseIds: readonly string[],
): Promise<{ name: string; status: number; body: unknown }> {
  const client = pick(random, clientIds);
  const paths = [
    `clients/${client}`,
    `clients/${client}/responses`,
    `clients/${client}/profiles`,
    `responses/${pick(random, responseIds)}`,
  ];
  if (random() < 0.2) {
    const { status, body } = await agent.post('/api/v1/clients/search').send({ limit: 200 });
    return { name: 'POST clients/search', status, body };
  }
  const path = pick(random, paths);
  const { status, body } = await agent.get(`/api/v1/${path}`);
  return { name: `GET ${path}`, status, body };
}

/** Marks that stand in an answer: texts, and which sheets of answers. */
function marksIn(body: unknown): Set<string> {
  const found = new Set<string>(JSON.stringify(body ?? null).match(TOKEN) ?? []);
  visit(body, (part) => {
    const { id, answers } = part;
    if (typeof id !== 'string' || typeof answers !== 'object' || answers === null) return;
    if ('gfi-11' in answers) found.add(`${id}#2`);
    if ('gfi-01' in answers) found.add(`${id}#3`);
  });
  return found;
}

function visit(value: unknown, look: (part: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) look(value as Readonly<Record<string, unknown>>);
  for (const part of Object.values(value)) visit(part, look);
}

const ALLOW_ALL = {
  allow: true,
  rule: 'SWITCHED_OFF',
  relationRule: 'PRACTICE',
  consentRule: 'NOT_NEEDED',
  grant: {
    relation: 'PRACTICE',
    narrows: false,
    consent: false,
    breakGlass: false,
    stepUp: false,
    secondPerson: false,
    limit: null,
    limitWithoutBasis: null,
  },
};

/** The application's line off: nobody is refused by role, relation or consent, and no statement asks for the practice. */
export function switchApplicationOff(): () => void {
  const practiceOrgId = sessionOf('noord', 'GP').organisationId;
  const relation = {
    found: true,
    inTeam: true,
    isCaseManager: true,
    restricted: false,
    ownCaseload: true,
    ownerOrgId: null,
    practiceOrgId,
    bases: [],
  };
  const undo = [
    replaceMethod(AccessGuard.prototype, 'refuse', () => Promise.resolve()),
    replaceMethod(ClientView.prototype, 'decide', () => ALLOW_ALL),
    replaceMethod(ClientAccess.prototype, 'look', (clientId: string) =>
      Promise.resolve(new ClientView(clientId, relation)),
    ),
    rewriteStatements(withoutConditions),
  ];
  return () => undo.forEach((put) => put());
}

/** A statement without the conditions by which the application keeps practices, teams and organisations apart. */
function withoutConditions(sql: string): string {
  const shared = ([1, 2, 3, 4, 5, 6] as const).flatMap((category) => [
    sharedSql('c', 'c.id', category),
    sharedSql('p', 'c.id', category),
  ]);
  return shared
    .reduce((left, condition) => left.replaceAll(condition, 'true'), sql)
    .replaceAll(/EXISTS \(SELECT FROM care\.team_member m[^)]*\)[^)]*\)[^)]*\)\)/g, 'true')
    .replaceAll(/\b(?:\w+\.)?practice_id = ctx\.practice_id\(\)/g, 'true');
}
