import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { STAFF_ROLES } from '@samenoud/domain';
import { type Agent, PRACTICES, type TestApp, testMember } from '../support/staff.ts';
import type { OrganisationKind, PaperRole, Person } from './rights-oracle.ts';

export interface Employee extends Person {
  readonly practice: string;
  readonly agent: Agent;
}

export interface Staffing {
  readonly people: readonly Employee[];
  readonly organisations: ReadonlyMap<string, OrganisationKind>;
}

/** Beside one person of each role: a second organisation of two kinds, and a second person where colleagues stand in. */
const MORE: readonly (readonly [PaperRole, OrganisationKind | null])[] = [
  ['DISTRICT_NURSE', 'HOME_CARE'],
  ['ELDERLY_ADVISER', 'SOCIAL_WORK'],
  ['DISTRICT_NURSE', null],
  ['GP', null],
];

const KIND_OF_ROLE = { DISTRICT_NURSE: 'HOME_CARE', ELDERLY_ADVISER: 'SOCIAL_WORK', ELDERLY_CARE_PHYSICIAN: 'SPECIALIST' } as const; // prettier-ignore

/** Everybody of both practices, each signed in with a fresh second factor. */
export async function staffPractices(stack: TestApp): Promise<Staffing> {
  const people: Employee[] = [];
  const organisations = new Map<string, OrganisationKind>();
  for (const practice of PRACTICES) {
    for (const role of STAFF_ROLES) {
      const { userId: id, organisationId: orgId, practiceId: tenant } = testMember(practice, role);
      const kinds: Readonly<Partial<Record<PaperRole, OrganisationKind>>> = KIND_OF_ROLE;
      organisations.set(orgId, kinds[role] ?? 'PRACTICE');
      people.push({ id, tenant, orgId, role, practice, agent: await stack.as(role, practice) });
    }
    for (const [role, kind] of MORE) {
      const person = await hire(stack, practice, role, kind);
      if (kind) organisations.set(person.orgId, kind);
      people.push(person);
    }
  }
  return { people, organisations };
}

async function hire(
  { owner, visitor }: TestApp,
  practice: string,
  role: PaperRole,
  kind: OrganisationKind | null,
): Promise<Employee> {
  const { organisationId, practiceId: tenant } = testMember(practice, role);
  const orgId = kind ? randomUUID() : organisationId;
  const [id, accountId, token] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
  if (kind)
    await owner.query('INSERT INTO care.organisation (practice_id, id, name, kind) VALUES ($1, $2, $3, $4)', [tenant, orgId, `Tweede ${kind}`, kind]); // prettier-ignore
  await owner.query('SELECT auth.create_account($1, $2, $3, NULL)', [accountId, `${id}@tweede.example`, `Tweede ${role}`]); // prettier-ignore
  await owner.query(
    `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name, phone, valid)
     VALUES ($1, $2, $3, $4, $5, $6, '+31599550102', tstzrange(now() - interval '1 day', NULL))`,
    [tenant, id, accountId, orgId, role, `Tweede ${role}`],
  );
  await owner.query(
    `INSERT INTO auth.session (id, token_hash, account_id, practice_id, membership_id, second_factor_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now(), now() + interval '12 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest(), accountId, tenant, id],
  );
  const agent = visitor();
  agent.set('Cookie', `samenoud=${token}`);
  return { id, tenant, orgId, role, practice, agent };
}

/** As if everybody had just confirmed who they are. */
export const keepSessionsFresh = ({ owner }: TestApp): Promise<unknown> =>
  owner.query(`UPDATE auth.session SET second_factor_at = now(), last_input_at = now(), expires_at = now() + interval '12 hours'`); // prettier-ignore
