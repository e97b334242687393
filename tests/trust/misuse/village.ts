/** The made-up network of `trust:misuse`: a village with few surnames, people of four organisations, and their clients. */
import { randomUUID } from 'node:crypto';
import { normaliseForSearch, searchForms, type StaffRole, type WorkplaceKind } from '@samenoud/domain';
import { testMember, type TestApp } from '../support/staff.ts';
import { pick, type Random } from '../support/random.ts';

/** Half of the village bears one of these; the rest have a name of their own. */
const COMMON_NAMES = [
  'Jansen', 'Bakker', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos', 'Vos', 'Peters', 'Hendriks', 'Dekker', 'Brouwer',
  'Wit', 'Dijkstra', 'Postma', 'Hoekstra', 'Kuipers', 'Veenstra', 'Schuur', 'Kroon',
]; // prettier-ignore
const SYLLABLES = [
  'al',
  'ber',
  'dor',
  'fen',
  'gel',
  'hul',
  'ker',
  'lin',
  'mos',
  'nar',
  'pel',
  'rus',
  'ster',
  'tol',
  'wim',
  'zee',
];
const FORENAMES = ['Anna', 'Bert', 'Corrie', 'Dirk', 'Els', 'Frits', 'Greet', 'Henk', 'Ineke', 'Jan', 'Klaas', 'Lies', 'Mien', 'Nel', 'Oene', 'Piet', 'Riet', 'Siem', 'Truus', 'Wim']; // prettier-ignore

export interface Person {
  readonly id: string;
  readonly role: StaffRole;
  readonly kind: WorkplaceKind;
  readonly organisationId: string;
  readonly forename: string;
  readonly family: string;
  readonly phone: string;
  /** Day of the period on which she began; before it for most. */
  readonly fromDay: number;
  /** Turn in the roster of duties and late shifts. */
  readonly turn: number;
}

export interface Client {
  readonly id: string;
  readonly forename: string;
  readonly family: string;
  readonly phone: string;
  readonly gp: Person;
  readonly team: readonly Person[];
  readonly watched: boolean;
  /** Nobody has any work with this one: whoever comes here comes without reason. */
  readonly quiet: boolean;
}

export interface Village {
  readonly practiceId: string;
  readonly people: readonly Person[];
  readonly clients: readonly Client[];
  readonly first: Date;
  readonly days: number;
}

const STAFF: readonly (readonly [StaffRole, WorkplaceKind, number])[] = [
  ['GP', 'PRACTICE', 5],
  ['PRACTICE_ASSISTANT', 'PRACTICE', 8],
  ['PRACTICE_NURSE', 'PRACTICE', 5],
  ['DISTRICT_NURSE', 'HOME_CARE', 40],
  ['ELDERLY_ADVISER', 'SOCIAL_WORK', 8],
  ['ELDERLY_CARE_PHYSICIAN', 'SPECIALIST', 2],
];
const QUIET = 120;
const WATCHED = 12;
const FORMER_COLLEAGUES = 6;

const ownName = (random: Random): string => {
  const word = Array.from({ length: 4 }, () => pick(random, SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};
/** The more common, the further in front: as in a real village. */
const anyName = (random: Random): string =>
  random() < 0.5 ? (COMMON_NAMES[Math.floor(random() ** 2 * COMMON_NAMES.length)] ?? 'Jansen') : ownName(random);
const phone = (random: Random): string => `+3159${String(Math.floor(random() * 1e7)).padStart(7, '0')}`;

export function makeVillage(random: Random, scale: number, days: number, first: Date): Village {
  const people: Person[] = [];
  for (const [role, kind, many] of STAFF) {
    const { organisationId } = testMember('noord', role);
    const count = Math.max(2, Math.round(many * scale));
    for (let turn = 0; turn < count; turn += 1) {
      const isNew = turn === count - 1 && days > 40;
      people.push({
        id: randomUUID(), role, kind, organisationId, forename: pick(random, FORENAMES), family: anyName(random), phone: phone(random),
        fromDay: isNew ? 35 + Math.floor(random() * (days - 40)) : -900, turn,
      }); // prettier-ignore
    }
  }
  const count = Math.max(400, Math.round(4_000 * scale));
  const clients = Array.from({ length: count + QUIET }, (_, index) => makeClient(random, people, index, count));
  return { practiceId: testMember('noord', 'GP').practiceId, people, clients, first, days };
}

function makeClient(random: Random, people: readonly Person[], index: number, ordinary: number): Client {
  const quiet = index >= ordinary;
  const ofRole = (role: StaffRole): readonly Person[] => people.filter((person) => person.role === role);
  const inCare = !quiet && random() < 0.5;
  const team = inCare
    ? [pick(random, ofRole('DISTRICT_NURSE')), ...(random() < 0.4 ? [pick(random, ofRole('ELDERLY_ADVISER'))] : [])]
    : [];
  const former = index < FORMER_COLLEAGUES ? people[index * 3] : undefined;
  return {
    id: randomUUID(),
    forename: former?.forename ?? pick(random, FORENAMES),
    family: former?.family ?? anyName(random),
    phone: former?.phone ?? phone(random),
    gp: pick(random, ofRole('GP')),
    team,
    watched: index >= FORMER_COLLEAGUES && index < FORMER_COLLEAGUES + WATCHED,
    quiet,
  };
}

export const MS_PER_DAY = 86_400_000;

/** Puts people, clients, teams and marks into the database as the network would have them; only what the review looks at matters. */
export async function settle({ owner }: TestApp, { practiceId, people, clients, first }: Village): Promise<void> {
  await owner.query(
    `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name, phone, valid)
     SELECT $1, p.id, p.account, p.org, p.role, p.name, p.phone, tstzrange(p.since, NULL)
     FROM jsonb_to_recordset($2::jsonb) AS p (id uuid, account uuid, org uuid, role text, name text, phone text, since timestamptz)`,
    [
      practiceId,
      JSON.stringify(people.map(({ id, organisationId: org, role, forename, family, phone: number, fromDay }) => ({
        id, account: randomUUID(), org, role, name: `${forename} ${family}`, phone: number,
        since: new Date(first.getTime() + fromDay * MS_PER_DAY + 6 * 3_600_000).toISOString(),
      }))),
    ],
  ); // prettier-ignore
  const practiceOrg = testMember('noord', 'GP').organisationId;
  for (let at = 0; at < clients.length; at += 1_000) {
    await owner.query(
      `INSERT INTO care.client (practice_id, id, version, owner_org_id, given_name, family_name, name_use, sort_name, search_text,
         duplicate_key, sex, birth_date, lives_at_home, status, gp_id, phone)
       SELECT $1, c.id, 1, $2, c.forename, c.family, 'OWN', c.sort, c.search, c.search, 'FEMALE', '1942-01-01', true, 'ACTIVE', c.gp, c.phone
       FROM jsonb_to_recordset($3::jsonb) AS c (id uuid, forename text, family text, sort text, search text, gp uuid, phone text)`,
      [
        practiceId,
        practiceOrg,
        JSON.stringify(clients.slice(at, at + 1_000).map((client) => ({
          id: client.id, forename: client.forename, family: client.family, sort: normaliseForSearch(client.family), gp: client.gp.id,
          phone: client.phone, search: ` ${searchForms({ given: client.forename, family: client.family }).join(' ')} `,
        }))),
      ],
    ); // prettier-ignore
  }
  const since = new Date(first.getTime() - 100 * MS_PER_DAY).toISOString();
  await owner.query(
    `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
     SELECT $1, gen_random_uuid(), t.client, t.person, t.org, 'TEAM', tstzrange($3::timestamptz, NULL)
     FROM jsonb_to_recordset($2::jsonb) AS t (client uuid, person uuid, org uuid)`,
    [
      practiceId,
      JSON.stringify(clients.flatMap(({ id, team }) => team.map((one) => ({ client: id, person: one.id, org: one.organisationId })))),
      since,
    ],
  ); // prettier-ignore
  const gp = people.find(({ role }) => role === 'GP');
  await owner.query(
    `INSERT INTO care.client_watch (practice_id, id, client_id, owner_org_id, since, set_by)
     SELECT $1, gen_random_uuid(), unnest($2::uuid[]), $3, $4, $5`,
    [practiceId, clients.filter(({ watched }) => watched).map(({ id }) => id), practiceOrg, since, gp?.id],
  );
}
