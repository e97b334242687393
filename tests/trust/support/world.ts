import type { ConsentCategory, ConsentRuleKind, StaffRole } from '@samenoud/domain';
import { CareTeams } from '../../../apps/api/src/care-teams/care-teams.service.ts';
import { Consents } from '../../../apps/api/src/consents/consents.service.ts';
import { DomainError } from '../../../apps/api/src/platform/http/problem.ts';
import type { ConsentWorld } from '../oracles/consent-oracle.ts';
import { pick, type Random, someOf } from './random.ts';
import {
  actAs, PRACTICES, type PracticeName, signInEverybody, type Staff, startTestApp, type TestApp, testMember,
} from './staff.ts'; // prettier-ignore

const CARE_ROLES = [
  'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT',
] as const satisfies StaffRole[]; // prettier-ignore
const JOINING = ['ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE'] as const;
const ASSIGNING = ['GP', 'ELDERLY_CARE_PHYSICIAN'] as const;
const ONE_PER_ORGANISATION = ['PRACTICE_NURSE', 'DISTRICT_NURSE', 'ELDERLY_CARE_PHYSICIAN', 'ELDERLY_ADVISER'] as const;

export interface RandomWorld {
  readonly stack: TestApp;
  readonly staff: Staff;
  readonly clientIds: readonly string[];
}

/** Two practices with random teams, consents, forms and profiles, made the way people make them. */
export async function withRandomWorld<T>(
  random: Random,
  clientsPerPractice: number,
  work: (world: RandomWorld) => Promise<T>,
): Promise<T> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const clientIds: string[] = [];
    for (const practice of PRACTICES) {
      for (let number = 0; number < clientsPerPractice; number++)
        clientIds.push(await addClient(stack, staff, random, practice));
    }
    return await work({ stack, staff, clientIds });
  } finally {
    await stack.close();
  }
}

let tokens = 0;

/** Text that stands in one row only: where it appears, that row was shown. */
export const newToken = (): string =>
  `Merkteken${(tokens += 1).toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'q')}x`;
export const TOKEN = /Merkteken[a-z]+x/g;

async function addClient(stack: TestApp, staff: Staff, random: Random, practice: PracticeName): Promise<string> {
  const gpId = random() < 0.5 ? testMember(practice, 'GP').userId : null;
  const person = { name: { family: newToken() }, sex: 'FEMALE', birthDate: '1941-04-03', gpId };
  const { body: client } = await staff(practice, 'PRACTICE_NURSE').post('/api/v1/clients').send(person).expect(201);
  const given = [];
  for (let rule = 0; rule < Math.floor(random() * 4); rule++)
    given.push(await register(stack, random, practice, client.id));
  await joinSome(stack, random, practice, client.id);
  await addForm(staff, random, practice, client.id);
  await addForm(staff, random, practice, client.id);
  await staff(practice, pick(random, ASSIGNING))
    .post(`/api/v1/clients/${client.id}/profiles`)
    .send({ profile: 'COMPLEX', reason: newToken() });
  for (const id of someOf(random, given, 0.25))
    await actAs(stack, practice, 'GP', () => stack.app.get(Consents, { strict: false }).withdraw(client.id, id));
  return client.id;
}

async function register(stack: TestApp, random: Random, practice: PracticeName, clientId: string): Promise<string> {
  const organisation = (): string => testMember(practice, pick(random, ONE_PER_ORGANISATION)).organisationId;
  const kind: ConsentRuleKind = pick(random, ['GRANT', 'GRANT', 'GRANT', 'DENY', 'OPTOUT']);
  const toOrgId = random() < 0.6 ? testMember(practice, 'ELDERLY_ADVISER').organisationId : organisation();
  const social = toOrgId === testMember(practice, 'ELDERLY_ADVISER').organisationId;
  const all: ConsentCategory[] = kind === 'GRANT' && social ? [1, 2, 3, 4, 6] : [1, 2, 3, 4, 5, 6];
  const categories = someOf(random, all, 0.7);
  const fromOrgId = random() < 0.5 ? null : organisation();
  const paper = { givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const;
  const rule = { kind, fromOrgId, toOrgId, categories: categories.length > 0 ? categories : [1 as const], ...paper };
  return actAs(stack, practice, 'GP', () => stack.app.get(Consents, { strict: false }).register(clientId, rule));
}

/** Who may not join yet stays out. */
async function joinSome(stack: TestApp, random: Random, practice: PracticeName, clientId: string): Promise<void> {
  const teams = stack.app.get(CareTeams, { strict: false });
  for (const role of someOf(random, JOINING, 0.6)) {
    try {
      await actAs(stack, practice, 'GP', () => teams.join(clientId, testMember(practice, role).userId));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'CONSENT_REQUIRED') throw error;
    }
  }
}

/** A form with a remark, by somebody who may; otherwise none. */
async function addForm(staff: Staff, random: Random, practice: PracticeName, clientId: string): Promise<void> {
  const agent = staff(practice, pick(random, CARE_ROLES));
  const status = random() < 0.7 ? 'COMPLETED' : 'IN_PROGRESS';
  const head = { channel: 'PAPER', completedBy: 'WITH_HELP', completedWithHelpOf: newToken(), status };
  const completedOn = new Date().toISOString().slice(0, 10);
  const answers = { 'gfi-01': 'dependent', 'gfi-11': 'yes', 'imesa-01': 2, 'imesa-11': 1 };
  const { body } = await agent.post(`/api/v1/clients/${clientId}/responses`).send({ ...head, completedOn, answers });
  if (typeof body.id !== 'string') return;
  const remark = agent.put(`/api/v1/responses/${body.id}/remark`).set('If-Match', `"${body.version}"`);
  await remark.send({ remark: newToken() });
}

/** The facts of a world as they stand in the database, for oracles that read nothing else. */
export interface WorldFacts extends ConsentWorld {
  readonly at: string;
  /** Team places by person, as row-level policies know them. */
  readonly places: readonly { clientId: string; userId: string }[];
}

const FACTS = `SELECT jsonb_build_object('at', ctx.utc(now()),
  'organisations', (SELECT jsonb_agg(jsonb_build_object('id', id, 'tenant', practice_id, 'kind', kind)) FROM care.organisation),
  'clients', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'tenant', c.practice_id, 'ownPractice', o.id)), '[]')
    FROM care.client c JOIN care.organisation o ON o.practice_id = c.practice_id AND o.kind = 'PRACTICE'),
  'team', (SELECT coalesce(jsonb_agg(jsonb_build_object('clientId', client_id, 'orgId', org_id, 'from', ctx.utc(lower(active)),
    'until', ctx.utc(upper(active)))), '[]') FROM care.team_member),
  'rules', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'clientId', client_id, 'kind', kind, 'toOrg', to_org_id,
    'fromOrg', from_org_id, 'categories', to_jsonb(categories), 'from', ctx.utc(valid_from), 'until', NULL,
    'withdrawnAt', ctx.utc(withdrawn_at))), '[]') FROM care.consent),
  'places', (SELECT coalesce(jsonb_agg(jsonb_build_object('clientId', client_id, 'userId', user_id)), '[]')
    FROM care.team_member WHERE active @> now())) AS facts`;

export async function readFacts({ owner }: TestApp): Promise<WorldFacts> {
  const { rows } = await owner.query<{ facts: WorldFacts }>(FACTS);
  if (!rows[0]) throw new Error('no facts');
  return rows[0].facts;
}
