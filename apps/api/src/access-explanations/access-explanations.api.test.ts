import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type ConsentCategory, STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const SETTING_UP = 120_000;
const social = testMember('noord', 'ELDERLY_ADVISER').organisationId;
const homeCare = testMember('noord', 'DISTRICT_NURSE').organisationId;
const specialist = testMember('noord', 'ELDERLY_CARE_PHYSICIAN').organisationId;
const practice = testMember('noord', 'GP').organisationId;

let stack: TestApp;
const agents = new Map<StaffRole, Agent>();
let births = 0;

beforeAll(async () => {
  stack = await startTestApp();
  for (const role of STAFF_ROLES) agents.set(role, await stack.as(role));
}, SETTING_UP);
afterAll(() => stack.close());

function as(role: StaffRole): Agent {
  const agent = agents.get(role);
  if (!agent) throw new Error(`nobody is ${role}`);
  return agent;
}

interface Category {
  readonly category: number;
  readonly sees: string;
  readonly limit: string | null;
  readonly refusal: string | null;
  readonly writers: readonly {
    readonly fromOrganisationId: string;
    readonly allow: boolean;
    readonly reason: string;
    readonly on: string | null;
  }[];
}
interface Person {
  readonly userId: string;
  readonly role: StaffRole;
  readonly relation: string | null;
  readonly isCaseManager: boolean;
  readonly emergency: { readonly reasonCode: string; readonly endsAt: string } | null;
  readonly sees: boolean;
  readonly categories: readonly Category[];
}

async function explained(client: string, by: StaffRole = 'GP'): Promise<Person[]> {
  const { body } = await as(by).get(`/api/v1/clients/${client}/access-explanation`).expect(200);
  return body.organisations.flatMap(({ people }: { people: Person[] }) => people);
}

const of = (people: readonly Person[], role: StaffRole): Person => {
  const person = people.find((one) => one.role === role);
  if (!person) throw new Error(`no ${role} in the explanation`);
  return person;
};

/** A client with a whole form and an assigned profile, all written by the practice. */
async function newClient(): Promise<string> {
  births += 1;
  const person = { name: { family: `Uitleg ${births}` }, sex: 'MALE', birthDate: '1940-03-01' };
  const { id } = (await as('GP').post('/api/v1/clients').send(person).expect(201)).body;
  await enterForm(as('GP'), id, COMPLEX);
  await as('GP').post(`/api/v1/clients/${id}/profiles`).send({ profile: 'COMPLEX', reason: 'gesprek' }).expect(201);
  return id;
}

const register = async (
  client: string,
  rule: string,
  toOrganisationId: string,
  categories: readonly ConsentCategory[],
  fromOrganisationId: string | null = null,
): Promise<string> => {
  const body = { toOrganisationId, fromOrganisationId, categories, rule, givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
  return (await as('GP').post(`/api/v1/clients/${client}/consents`).send(body).expect(201)).body.id;
};
const join = (client: string, role: StaffRole): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, testMember('noord', role).userId));

/** What is really answered to somebody who asks: 1 the record, 2 and 3 the answers, and the class of the profile. */
async function probe(client: string, role: StaffRole): Promise<Record<string, boolean>> {
  const record = await as(role).get(`/api/v1/clients/${client}`);
  const list = await as(role).get(`/api/v1/clients/${client}/responses`);
  const [form] = (list.body.items ?? []) as { id: string }[];
  const answers: object = { ...(form as { answers?: object } | undefined)?.answers };
  const profiles = await as(role).get(`/api/v1/clients/${client}/profiles`);
  return {
    identity: record.status === 200,
    wellbeing: 'gfi-11' in answers,
    health: 'gfi-01' in answers,
    profile: profiles.status === 200 && profiles.body.items.length > 0,
  };
}

/** The same from the explanation: of what the practice wrote, as the practice wrote all of it. */
function told(person: Person): Record<string, boolean> {
  const reads = (category: number): boolean =>
    person.categories[category - 1]?.writers.find(({ fromOrganisationId }) => fromOrganisationId === practice)?.allow ??
    false;
  const isClassOnly = person.categories[2]?.limit === 'CLASS_ONLY';
  // answers hang on the head of the form, which is of category 1
  return {
    identity: reads(1),
    wellbeing: reads(1) && reads(2),
    health: reads(1) && reads(3) && !isClassOnly,
    profile: reads(3),
  };
}

type History = (client: string) => Promise<unknown>;
const ALL: readonly ConsentCategory[] = [1, 2, 3, 4, 5, 6];

const emergency = (client: string, reasonCode: string, role: StaffRole = 'ELDERLY_CARE_PHYSICIAN') =>
  as(role)
    .post(`/api/v1/clients/${client}/break-glass`)
    .send({ reasonCode, reason: 'Gevallen in huis, kan zelf niets vertellen.' })
    .expect(201);
const begun = async (...use: Parameters<typeof emergency>): Promise<string> => (await emergency(...use)).body.id;
/** Three a day are enough for a person, and not for this test. */
const forgetEmergencies = () => stack.owner.query('DELETE FROM care.emergency_access');

const HISTORIES: readonly (readonly [string, History])[] = [
  ['nothing was asked and nobody joined', () => Promise.resolve()],
  [
    'name and wellbeing granted to social work',
    async (client) => {
      await register(client, 'GRANT', social, [1, 2]);
      await join(client, 'ELDERLY_ADVISER');
    },
  ],
  [
    'all granted, then health refused',
    async (client) => {
      await register(client, 'GRANT', social, [1, 2, 3, 4, 6]);
      await join(client, 'ELDERLY_ADVISER');
      await register(client, 'DENY', social, [3]);
    },
  ],
  [
    'refused for everybody, granted for what the practice wrote',
    async (client) => {
      await register(client, 'DENY', social, [1, 2, 3]);
      await register(client, 'GRANT', social, [1, 3], practice);
      await join(client, 'ELDERLY_ADVISER');
    },
  ],
  [
    'withdrawn again',
    async (client) => {
      const id = await register(client, 'GRANT', social, [1, 2]);
      await join(client, 'ELDERLY_ADVISER');
      await as('ELDERLY_ADVISER').post(`/api/v1/consents/${id}/withdraw`).send({}).expect(200);
    },
  ],
  [
    'care professionals in the team',
    async (client) => {
      await join(client, 'DISTRICT_NURSE');
      await join(client, 'ELDERLY_CARE_PHYSICIAN');
      await join(client, 'PRACTICE_NURSE');
    },
  ],
  [
    'in the team, with objections of the client',
    async (client) => {
      await join(client, 'DISTRICT_NURSE');
      await join(client, 'ELDERLY_CARE_PHYSICIAN');
      await register(client, 'OPTOUT', homeCare, [2, 3]);
      await register(client, 'DENY', specialist, ALL);
    },
  ],
  ['the specialist opened it in an emergency', (client) => emergency(client, 'ACUTE_CARE')],
  [
    'opened in an emergency, health refused',
    async (client) => {
      await register(client, 'DENY', specialist, [3]);
      await emergency(client, 'ACUTE_CARE');
    },
  ],
  [
    'opened for a vital interest, all refused',
    async (client) => {
      await register(client, 'DENY', specialist, ALL);
      await emergency(client, 'VITAL_INTEREST');
    },
  ],
];

describe('the access explanation equals real probes', () => {
  it.each(HISTORIES)(
    'when %s',
    async (_, history) => {
      await forgetEmergencies();
      const client = await newClient();
      await history(client);
      const people = await explained(client);
      expect(people.map(({ role }) => role).toSorted()).toEqual([...STAFF_ROLES].toSorted());
      for (const person of people)
        expect({ role: person.role, ...told(person) }).toEqual({
          role: person.role,
          ...(await probe(client, person.role)),
        });
    },
    SETTING_UP,
  );

  it('is the same for everybody who may read it, the log officer too', async () => {
    const client = await newClient();
    await join(client, 'DISTRICT_NURSE');
    const people = await explained(client);
    for (const role of ['PRACTICE_ASSISTANT', 'DISTRICT_NURSE', 'LOG_OFFICER'] as const)
      expect(await explained(client, role)).toEqual(people);
    const path = `/api/v1/clients/${client}/access-explanation`;
    expect((await as('ELDERLY_ADVISER').get(path)).status).toBe(404);
    expect((await as('PRACTICE_MANAGER').get(path)).status).toBe(403);
  }, 30_000);
});

describe('the access explanation', () => {
  it('names the rule: relation, consent with its day, and the limit of a role', async () => {
    const client = await newClient();
    await register(client, 'GRANT', social, [1, 2]);
    await join(client, 'ELDERLY_ADVISER');
    const people = await explained(client);
    const adviser = of(people, 'ELDERLY_ADVISER');
    expect(adviser).toMatchObject({ relation: 'TEAM', sees: true });
    expect(adviser.categories.map(({ sees, refusal }) => [sees, refusal])).toEqual([
      ['ALL', null],
      ['ALL', null],
      ['OWN', 'NO_BASIS'],
      ['OWN', 'NO_BASIS'],
      ['NONE', 'ROLE'],
      ['OWN', 'NO_BASIS'],
    ]);
    expect(adviser.categories[1]?.writers[0]).toMatchObject({ allow: true, reason: 'GRANT', on: TODAY });
    expect(adviser.categories[2]?.writers[0]).toMatchObject({ allow: false, reason: 'NOT_ASKED', on: null });
    const assistant = of(people, 'PRACTICE_ASSISTANT');
    expect(assistant).toMatchObject({ relation: 'PRACTICE', sees: true });
    expect(assistant.categories.map(({ limit }) => limit)).toEqual([
      null,
      null,
      'CLASS_ONLY',
      'DATES_ONLY',
      null,
      null,
    ]);
    expect(of(people, 'DISTRICT_NURSE')).toMatchObject({ relation: null, sees: false });
    expect(of(people, 'DISTRICT_NURSE').categories[0]).toMatchObject({ sees: 'NONE', refusal: 'NO_RELATION' });
    expect(of(people, 'PRACTICE_MANAGER')).toMatchObject({ sees: false, relation: null });
  }, 30_000);

  it('says that a shielded record is for the GP alone', async () => {
    const client = await newClient();
    await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [client]);
    const people = await explained(client);
    expect(people.filter(({ sees }) => sees).map(({ role }) => role)).toEqual(['GP']);
    expect(of(people, 'PRACTICE_NURSE').categories[0]?.refusal).toBe('RESTRICTED');
  }, 30_000);
});

describe('emergency access in the explanation', () => {
  const physician = async (client: string): Promise<Person> => of(await explained(client), 'ELDERLY_CARE_PHYSICIAN');

  it('is named with its end and reason while it runs, for this client only, and not after', async () => {
    await forgetEmergencies();
    const client = await newClient();
    const id = await begun(client, 'LOCUM');
    const { body: current } = await as('ELDERLY_CARE_PHYSICIAN').get('/api/v1/emergency-accesses/current').expect(200);
    const person = await physician(client);
    expect(person.emergency).toEqual({ reasonCode: 'LOCUM', endsAt: current.current.endsAt });
    expect(person).toMatchObject({ relation: 'BREAK_GLASS', sees: true });
    expect(person.categories[2]?.writers[0]).toMatchObject({ allow: true, reason: 'BREAK_GLASS', on: null });
    expect((await physician(await newClient())).emergency).toBeNull();
    await stack.owner.query(
      `UPDATE care.emergency_access SET begun_at = begun_at - interval '4 hours', ends_at = ends_at - interval '4 hours'
       WHERE id = $1`,
      [id],
    );
    expect(await physician(client)).toMatchObject({ emergency: null, sees: false });
  }, 30_000);

  it('is over when she ended it, and when the session that began it is over', async () => {
    await forgetEmergencies();
    const client = await newClient();
    const id = await begun(client, 'OTHER');
    await as('ELDERLY_CARE_PHYSICIAN').post(`/api/v1/emergency-accesses/${id}/end`).expect(200);
    expect((await physician(client)).emergency).toBeNull();
    await emergency(client, 'OTHER');
    expect((await physician(client)).emergency).not.toBeNull();
    await as('ELDERLY_CARE_PHYSICIAN').delete('/api/v1/session').expect(204);
    expect((await physician(client)).emergency).toBeNull();
    agents.set('ELDERLY_CARE_PHYSICIAN', await stack.as('ELDERLY_CARE_PHYSICIAN'));
  }, 30_000);
});

describe('the case manager in the explanation', () => {
  it('is the stand-in from the moment the hand-over begins, and the giver from the moment it ends', async () => {
    const client = await newClient();
    const [nurse, poh] = [testMember('noord', 'DISTRICT_NURSE').userId, testMember('noord', 'PRACTICE_NURSE').userId];
    const { version } = (await as('GP').get(`/api/v1/clients/${client}/team`).expect(200)).body;
    const path = `/api/v1/clients/${client}/case-manager`;
    await as('GP').put(path).set('If-Match', `"${version}"`).send({ userId: poh }).expect(200);
    const [from, until] = [addDays(TODAY, -9), addDays(TODAY, -3)];
    const at = `${from}T10:00:00Z`;
    const { body } = await as('PRACTICE_NURSE')
      .post('/api/v1/caseload/handovers')
      .set('Samenoud-Now', at)
      .send({ clientId: client, toUserId: nurse, fromOn: from, untilOn: until, reason: 'vakantie' })
      .expect(201);
    await as('DISTRICT_NURSE').post(`/api/v1/handovers/${body.items[0].id}/accept`).set('Samenoud-Now', at).expect(201);
    const managers = async (): Promise<string[]> =>
      (await explained(client)).flatMap(({ userId, isCaseManager }) => (isCaseManager ? [userId] : []));
    expect(await managers()).toEqual([poh]);
  }, 30_000);
});
