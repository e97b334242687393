import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type ConsentCategory, STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm, LIGHTEST, TODAY } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const SETTING_UP = 120_000;
const organisationOf = (role: StaffRole): string => testMember('noord', role).organisationId;

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

/** A client with a whole form, a remark, an assigned profile and a contact person; all written by the practice. */
async function newClient(): Promise<string> {
  births += 1;
  const person = { name: { family: `Veld ${births}` }, sex: 'MALE', birthDate: '1940-03-01' };
  const { id } = (await as('GP').post('/api/v1/clients').send(person).expect(201)).body;
  await enterForm(as('GP'), id, COMPLEX);
  await as('GP').post(`/api/v1/clients/${id}/profiles`).send({ profile: 'COMPLEX', reason: 'Besproken' }).expect(201);
  await as('GP').post(`/api/v1/clients/${id}/contact-persons`).send({ name: 'A. de Vries' }).expect(201);
  return id;
}

async function register(
  client: string,
  rule: string,
  to: StaffRole,
  categories: readonly ConsentCategory[],
): Promise<void> {
  const body = { toOrganisationId: organisationOf(to), categories, rule, givenBy: 'CLIENT', how: 'ORAL', on: TODAY };
  await as('GP').post(`/api/v1/clients/${client}/consents`).send(body).expect(201);
}
const join = (client: string, role: StaffRole): Promise<void> =>
  actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(client, testMember('noord', role).userId));

interface Part {
  readonly keys: readonly string[];
  readonly hidden: readonly string[];
}

/** Which of the guarded keys are in an answer, and what it says is hidden. */
function part(answer: object | undefined, guarded: readonly string[]): Part {
  const { hidden = [] } = (answer ?? {}) as { hidden?: { pointer: string; code: string }[] };
  return {
    keys: guarded.filter((key) => answer !== undefined && key in answer),
    hidden: hidden.map(({ pointer, code }) => `${pointer} ${code}`).toSorted(),
  };
}

interface Seen {
  readonly record: Part | number;
  readonly line: Part | 'ABSENT' | number;
  readonly form: Part | number;
  readonly answers: readonly string[];
  readonly scores: boolean;
  readonly profiles: Part | number;
  readonly contacts: number;
  readonly hisText: number;
}

const RECORD = ['bsn', 'profile', 'name', 'phone', 'marks'] as const;
const FORM = ['answers', 'assessment', 'totals', 'remark', 'amendmentReason'] as const;
const ENTRY = ['basis', 'reason', 'reasonCode'] as const;

/** What one role is really answered, operation by operation. */
async function seen(client: string, role: StaffRole): Promise<Seen> {
  const path = `/api/v1/clients/${client}`;
  const record = await as(role).get(path);
  const list = await as(role).post('/api/v1/clients/search').send({ limit: 200 });
  const line = (list.body.items ?? []).find(({ id }: { id: string }) => id === client);
  const forms = await as(role).get(`${path}/responses`);
  const form = forms.body.items?.[0];
  const profiles = await as(role).get(`${path}/profiles`);
  const assigned = profiles.body.items?.find(({ kind }: { kind: string }) => kind === 'ASSIGNED');
  const answers: object = { ...form?.answers };
  return {
    record: record.status === 200 ? part(record.body, RECORD) : record.status,
    line: list.status === 200 ? (line === undefined ? 'ABSENT' : part(line, ['profile'])) : list.status,
    form: forms.status === 200 ? part(form, FORM) : forms.status,
    answers: ['gfi-01', 'gfi-11'].filter((item) => item in answers),
    scores: form?.assessment?.instruments?.gfi?.lower !== undefined,
    profiles: profiles.status === 200 ? part(assigned, ENTRY) : profiles.status,
    contacts: (await as(role).get(`${path}/contact-persons`)).status,
    hisText: (await as(role).get(`${path}/his-summary`)).status,
  };
}

const WHOLE_RECORD: Part = { keys: [...RECORD], hidden: [] };
const WHOLE_FORM: Part = { keys: [...FORM], hidden: [] };
const WHOLE: Seen = {
  record: WHOLE_RECORD,
  line: { keys: ['profile'], hidden: [] },
  form: WHOLE_FORM,
  answers: ['gfi-01', 'gfi-11'],
  scores: true,
  profiles: { keys: [...ENTRY], hidden: [] },
  contacts: 200,
  hisText: 403,
};
/** Nobody to her. */
const NONE: Seen = {
  record: 404, line: 'ABSENT', form: 404, answers: [], scores: false, profiles: 404, contacts: 404, hisText: 403,
}; // prettier-ignore
/** A role that never has anything of a client. */
const NEVER: Seen = {
  record: 403, line: 403, form: 403, answers: [], scores: false, profiles: 403, contacts: 403, hisText: 403,
}; // prettier-ignore

const named = (code: string, ...pointers: string[]): string[] => pointers.map((one) => `/${one} ${code}`).toSorted();
const HEALTH_HIDDEN = ['amendmentReason', 'answers', 'assessment', 'remark', 'totals'];

/** Without category 3: no class either, and the head of a form only; with category 2 the wellbeing answers. */
const withoutHealth = (record: Part, answers: readonly string[]): Seen => ({
  ...WHOLE,
  record: { keys: record.keys.filter((key) => key !== 'profile'), hidden: [...record.hidden, '/profile NO_BASIS'] },
  line: { keys: [], hidden: ['/profile NO_BASIS'] },
  form: { keys: answers.length > 0 ? ['answers'] : [], hidden: named('NO_BASIS', ...HEALTH_HIDDEN) },
  answers,
  scores: false,
  profiles: 403,
});
const ADVISER_RECORD: Part = { keys: RECORD.filter((key) => key !== 'bsn'), hidden: ['/bsn ROLE'] };

type Row = readonly [name: string, role: StaffRole, history: (client: string) => Promise<void>, expected: Seen];

const inTeam =
  (role: StaffRole, ...rules: readonly (readonly [rule: string, categories: readonly ConsentCategory[]])[]) =>
  async (client: string): Promise<void> => {
    for (const [rule, categories] of rules.filter(([kind]) => kind === 'GRANT'))
      await register(client, rule, role, categories);
    await join(client, role);
    for (const [rule, categories] of rules.filter(([kind]) => kind !== 'GRANT'))
      await register(client, rule, role, categories);
  };
const nothing = (): Promise<void> => Promise.resolve();
const restricted = async (client: string): Promise<void> => {
  await stack.owner.query('UPDATE care.client SET restricted = true WHERE id = $1', [client]);
};

/** Typed from `trust.md` 3: the matrix, its footnotes 1 and 2, and „Between organisations”. */
const PAPER: readonly Row[] = [
  ['the whole own practice', 'GP', nothing, { ...WHOLE, hisText: 200 }],
  ['the whole own practice', 'PRACTICE_NURSE', nothing, { ...WHOLE, hisText: 200 }],
  [
    'the class and not the scores',
    'PRACTICE_ASSISTANT',
    nothing,
    {
      ...WHOLE,
      form: {
        keys: ['assessment', 'amendmentReason'],
        hidden: [...named('ROLE', 'answers', 'assessment/instruments', 'remark', 'totals')],
      },
      answers: [],
      scores: false,
      profiles: { keys: [], hidden: named('ROLE', ...ENTRY) },
    },
  ],
  ['nothing without a relation', 'DISTRICT_NURSE', nothing, NONE],
  ['nothing without a relation', 'ELDERLY_CARE_PHYSICIAN', nothing, NONE],
  ['nothing without a relation', 'ELDERLY_ADVISER', nothing, NONE],
  ['nothing, ever', 'PRACTICE_MANAGER', nothing, { ...NEVER, line: 'ABSENT' }],
  ['nothing, ever', 'LOG_OFFICER', nothing, NEVER],
  ['all of it, being involved', 'DISTRICT_NURSE', inTeam('DISTRICT_NURSE'), WHOLE],
  ['all of it, being involved', 'ELDERLY_CARE_PHYSICIAN', inTeam('ELDERLY_CARE_PHYSICIAN'), WHOLE],
  [
    'no health after a refusal',
    'DISTRICT_NURSE',
    inTeam('DISTRICT_NURSE', ['DENY', [3]]),
    withoutHealth(WHOLE_RECORD, ['gfi-11']),
  ],
  [
    'no health after an objection',
    'ELDERLY_CARE_PHYSICIAN',
    inTeam('ELDERLY_CARE_PHYSICIAN', ['OPTOUT', [2, 3]]),
    withoutHealth(WHOLE_RECORD, []),
  ],
  [
    'nothing that names the client after a refusal of category 1',
    'DISTRICT_NURSE',
    inTeam('DISTRICT_NURSE', ['DENY', [1, 2, 3, 4, 5, 6]]),
    { ...NONE, record: 403, form: 403, profiles: 403, contacts: 403 },
  ],
  [
    'name and phone by a grant of category 1',
    'ELDERLY_ADVISER',
    inTeam('ELDERLY_ADVISER', ['GRANT', [1]]),
    withoutHealth(ADVISER_RECORD, []),
  ],
  [
    'wellbeing by a grant of category 2',
    'ELDERLY_ADVISER',
    inTeam('ELDERLY_ADVISER', ['GRANT', [1, 2]]),
    withoutHealth(ADVISER_RECORD, ['gfi-11']),
  ],
  [
    'health without the wellbeing answers by a grant of category 3',
    'ELDERLY_ADVISER',
    inTeam('ELDERLY_ADVISER', ['GRANT', [1, 3]]),
    {
      ...WHOLE,
      record: ADVISER_RECORD,
      form: { keys: [...FORM], hidden: named('NO_BASIS', 'answers', 'assessment/instruments') },
      answers: ['gfi-01'],
    },
  ],
  [
    'all but the number by a grant of everything',
    'ELDERLY_ADVISER',
    inTeam('ELDERLY_ADVISER', ['GRANT', [1, 2, 3, 4, 6]]),
    { ...WHOLE, record: ADVISER_RECORD },
  ],
  [
    'no health by a refusal over a grant',
    'ELDERLY_ADVISER',
    inTeam('ELDERLY_ADVISER', ['GRANT', [1, 2, 3]], ['DENY', [3]]),
    withoutHealth(ADVISER_RECORD, ['gfi-11']),
  ],
  ['everything of a shielded record', 'GP', restricted, { ...WHOLE, hisText: 200 }],
  ['nothing of a shielded record', 'PRACTICE_ASSISTANT', restricted, { ...NEVER, line: 'ABSENT' }],
];

describe('what a role is answered equals the paper, and what is left out is named', () => {
  it.each(PAPER.map((row) => [`${row[1]} sees ${row[0]}`, row] as const))(
    '%s',
    async (_, [, role, history, expected]) => {
      const client = await newClient();
      await history(client);
      expect(await seen(client, role)).toEqual(expected);
    },
    60_000,
  );

  it('has a row for every role', () => {
    expect([...new Set(PAPER.map(([, role]) => role))].toSorted()).toEqual([...STAFF_ROLES].toSorted());
  });
});

it('a list says that lines of another organisation are not shown, not which', async () => {
  const client = await newClient();
  await inTeam('ELDERLY_ADVISER', ['GRANT', [1]])(client);
  await as('ELDERLY_ADVISER').post(`/api/v1/clients/${client}/contact-persons`).send({ name: 'Buurvrouw' }).expect(201);
  const { body: all } = await as('GP').get(`/api/v1/clients/${client}/contact-persons`).expect(200);
  expect(all).toMatchObject({ total: 2 });
  await register(client, 'DENY', 'GP', [1]);
  const { body } = await as('GP').get(`/api/v1/clients/${client}/contact-persons`).expect(200);
  expect(body).toMatchObject({ total: 1 });
});

describe('what hangs around the record equals the paper too', () => {
  const world = { invited: '', gap: '', border: '', round: '', invitation: '', job: '' };

  /** One client who was invited, one nobody invited, one whose form waits for a second entry; and a job of the GP. */
  beforeAll(async () => {
    const made = async (): Promise<string> => {
      births += 1;
      const person = { name: { family: `Rond ${births}` }, sex: 'MALE', birthDate: '1940-03-01' };
      return (await as('GP').post('/api/v1/clients').send(person).expect(201)).body.id;
    };
    await stack.owner.query('UPDATE care.client SET lives_at_home = false');
    world.invited = await made();
    const days = { name: 'Ronde', referenceDate: TODAY, returnBy: addDays(TODAY, 28) };
    world.round = (await as('GP').post('/api/v1/screening-rounds').send(days).expect(201)).body.id;
    await as('GP').post(`/api/v1/screening-rounds/${world.round}/invitations`).expect(201);
    const { body } = await as('GP').get(`/api/v1/clients/${world.invited}/invitations`).expect(200);
    world.invitation = body.items[0].id;
    world.gap = await made();
    world.border = await made();
    const atBorder = Object.fromEntries(['01', '02', '03', '04', '05'].map((item) => [`imesa-${item}`, 3]));
    await enterForm(as('GP'), world.border, { ...LIGHTEST, ...atBorder });
    const exported = await as('GP').post(`/api/v1/clients/${world.border}/export`).send({ format: 'JSON' }).expect(202);
    world.job = exported.body.jobId;
  }, SETTING_UP);

  interface Around {
    readonly invitation: number;
    readonly round: boolean | number;
    readonly safetyNet: boolean | number;
    readonly secondEntry: boolean | number;
    readonly job: number;
  }

  /** Whether a list names this client; what it answers instead where it is refused. */
  async function names(role: StaffRole, path: string, client: string): Promise<boolean | number> {
    const { status, body } = await as(role).get(`/api/v1/${path}`);
    return status === 200 ? JSON.stringify(body).includes(client) : status;
  }
  const around = async (role: StaffRole): Promise<Around> => ({
    invitation: (await as(role).get(`/api/v1/invitations/${world.invitation}`)).status,
    round: await names(role, `screening-rounds/${world.round}/invitations`, world.invited),
    safetyNet: await names(role, 'safety-net?limit=200', world.gap),
    secondEntry: await names(role, 'second-entries', world.border),
    job: (await as(role).get(`/api/v1/jobs/${world.job}`)).status,
  });
  const everywhere = async (role: StaffRole, categories: readonly ConsentCategory[] = []): Promise<void> => {
    for (const client of [world.invited, world.gap, world.border]) {
      if (categories.length > 0) await register(client, 'GRANT', role, categories);
      await join(client, role);
    }
  };

  const ALL_SEEN: Around = { invitation: 200, round: true, safetyNet: true, secondEntry: true, job: 404 };
  const NOTHING_SEEN: Around = { invitation: 404, round: false, safetyNet: false, secondEntry: false, job: 404 };
  const NO_PART: Around = { invitation: 403, round: 403, safetyNet: 403, secondEntry: 403, job: 404 };

  const ROWS: readonly (readonly [name: string, role: StaffRole, before: () => Promise<void>, expected: Around])[] = [
    ['the whole own practice, and her own job', 'GP', nothingMore, { ...ALL_SEEN, job: 200 }],
    ['the whole own practice', 'PRACTICE_NURSE', nothingMore, ALL_SEEN],
    ['the whole own practice', 'PRACTICE_ASSISTANT', nothingMore, ALL_SEEN],
    ['counts at most', 'PRACTICE_MANAGER', nothingMore, { ...NO_PART, safetyNet: false }],
    ['nothing', 'LOG_OFFICER', nothingMore, NO_PART],
    ['nothing without a relation', 'DISTRICT_NURSE', nothingMore, NOTHING_SEEN],
    ['nothing without a relation', 'ELDERLY_CARE_PHYSICIAN', nothingMore, NOTHING_SEEN],
    ['nothing without a relation', 'ELDERLY_ADVISER', nothingMore, NOTHING_SEEN],
    ['her own clients', 'DISTRICT_NURSE', () => everywhere('DISTRICT_NURSE'), ALL_SEEN],
    ['her own clients', 'ELDERLY_CARE_PHYSICIAN', () => everywhere('ELDERLY_CARE_PHYSICIAN'), ALL_SEEN],
    [
      'who was invited by a grant of category 1, and nothing of health',
      'ELDERLY_ADVISER',
      () => everywhere('ELDERLY_ADVISER', [1]),
      { ...ALL_SEEN, safetyNet: false, secondEntry: false },
    ],
    [
      'all of it by a grant of health as well',
      'ELDERLY_ADVISER',
      () => everywhere('ELDERLY_ADVISER', [2, 3]),
      ALL_SEEN,
    ],
  ];

  it.each(ROWS.map((row) => [`${row[1]} sees ${row[0]}`, row] as const))(
    '%s',
    async (_, [, role, before, expected]) => {
      await before();
      expect(await around(role)).toEqual(expected);
    },
  );
});

function nothingMore(): Promise<void> {
  return Promise.resolve();
}
