import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, DEFAULT_CARE_INTERVALS, SHIPPED_PACKS, STAFF_ROLES } from '@samenoud/domain';
import { changeRows, query } from '../platform/request/request-context.ts';
import { actAs } from '../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';

const PATH = '/api/v1/practice-settings';
const DEFAULTS = {
  profileLabels: { ROBUST: 'Robuust', FRAIL: 'Kwetsbaar', COMPLEX: 'Complex' },
  cutOffs: { gfi: 5, imesa: 16 },
};
const ROUND_DEFAULTS = {
  secondEntryBorders: true,
  secondEntryShare: 0,
  reminderDays: [21, 42],
  rescreenIntervalMonths: 12,
  logNames: true,
  ...DEFAULT_CARE_INTERVALS,
  gpOwnClientsOnly: false,
  caseManagerRoles: { FRAIL: 'ELDERLY_ADVISER', COMPLEX: 'DISTRICT_NURSE' },
};
const VITAL = { ...DEFAULTS.profileLabels, ROBUST: 'Vitaal' };
const FILLED_IN = addDays(dayOfInstant(Date.now()), -20);

let stack: TestApp;
let manager: Agent;
let gp: Agent;
let poh: Agent;
let clients = 0;

beforeAll(async () => {
  stack = await startTestApp();
  manager = await stack.as('PRACTICE_MANAGER');
  gp = await stack.as('GP');
  poh = await stack.as('PRACTICE_NURSE');
});
afterAll(() => stack.close());

interface Settings {
  readonly version: number;
  readonly profileLabels: Readonly<Record<string, string>>;
  readonly cutOffs: { readonly gfi: number; readonly imesa: number };
}
const settingsOf = async (agent: Agent = manager): Promise<Settings> => (await agent.get(PATH).expect(200)).body;

/** Changes the settings on the version that stands, and answers what the API says. */
async function change(body: object, status = 200): Promise<{ body: Settings & { errors?: object[] } }> {
  const { version } = await settingsOf();
  return manager.patch(PATH).set('If-Match', `"${version}"`).send(body).expect(status);
}

async function newClient(): Promise<string> {
  clients += 1;
  const body = {
    name: { family: `Instelling ${clients}` },
    sex: 'FEMALE',
    birthDate: `1940-01-${String(clients).padStart(2, '0')}`,
    gpId: testMember('noord', 'GP').userId,
  };
  return (await gp.post('/api/v1/clients').send(body).expect(201)).body.id;
}

/** A form with these totals, taken over from elsewhere. */
async function scored(client: string, totals: { gfi: number; imesa: number }): Promise<Scored> {
  const body = { entryMode: 'SCORE_ONLY', source: 'DALEZ', completedOn: FILLED_IN, totals };
  return (await gp.post(`/api/v1/clients/${client}/responses`).send(body).expect(201)).body;
}
interface Scored {
  readonly id: string;
  readonly assessment: {
    readonly proposedProfile: string;
    readonly labels: object;
    readonly instruments: { readonly gfi: { readonly cutOff: number }; readonly imesa: { readonly cutOff: number } };
  };
}
const heard = ({ assessment: { proposedProfile, instruments, labels } }: Scored) => ({
  proposedProfile,
  cutOffs: { gfi: instruments.gfi.cutOff, imesa: instruments.imesa.cutOff },
  labels,
});
const read = async (id: string): Promise<Scored> => (await gp.get(`/api/v1/responses/${id}`).expect(200)).body;

describe('the settings of a practice', () => {
  it('start with the published words and cut-offs, and every colleague reads them', async () => {
    for (const role of STAFF_ROLES) {
      const answer = await settingsOf(await stack.as(role, 'leeg'));
      expect([role, answer]).toEqual([role, { version: 1, ...DEFAULTS, ...ROUND_DEFAULTS }]);
    }
  });

  it('are changed by GP and manager only', async () => {
    for (const role of STAFF_ROLES.filter((one) => one !== 'GP' && one !== 'PRACTICE_MANAGER')) {
      const agent = await stack.as(role);
      const { body } = await agent.patch(PATH).set('If-Match', '"1"').send({}).expect(403);
      expect([role, body.code]).toEqual([role, 'ROLE']);
    }
    const { version } = await settingsOf();
    await gp
      .patch(PATH)
      .set('If-Match', `"${version}"`)
      .send({ cutOffs: { gfi: 5 } })
      .expect(200);
  });

  it('want the version that was seen, and answer a stale one with what stands now', async () => {
    const { body: missing } = await manager.patch(PATH).send({}).expect(428);
    expect(missing.code).toBe('VERSION_REQUIRED');
    const before = await settingsOf();
    await change({ profileLabels: { COMPLEX: 'Complexe zorgbehoeften' } });
    const { body } = await manager
      .patch(PATH)
      .set('If-Match', `"${before.version}"`)
      .send({ cutOffs: { imesa: 20 } })
      .expect(412);
    expect(body).toMatchObject({ code: 'STALE', current: await settingsOf() });
    expect(body.current).toEqual({
      version: before.version + 1,
      profileLabels: { ...before.profileLabels, COMPLEX: 'Complexe zorgbehoeften' },
      cutOffs: before.cutOffs,
      ...ROUND_DEFAULTS,
    });
    await change(DEFAULTS);
  });

  it('of another practice stay as they are', async () => {
    await change({ profileLabels: { ROBUST: 'Vitaal' } });
    expect(await settingsOf(await stack.as('GP', 'zuid'))).toEqual({ version: 1, ...DEFAULTS, ...ROUND_DEFAULTS });
    await change(DEFAULTS);
  });

  it('keep a row in the access log for each change, about no client', async () => {
    const { body } = await change({ cutOffs: { gfi: 4 } });
    const { rows } = await stack.owner.query<Record<string, unknown>>(
      `SELECT action, client_id, object_type, object_role, lifecycle, purpose, query FROM audit.event
       WHERE event_type = 'UPDATE_PRACTICE_SETTINGS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([
      {
        action: 'U',
        client_id: null,
        object_type: 'PRACTICE_SETTINGS',
        object_role: 'MASTER_FILE',
        lifecycle: 'AMENDMENT',
        purpose: 'ADMINISTRATION',
        query: { version: body.version, before: DEFAULTS.cutOffs, after: { gfi: 4, imesa: 16 }, labels: [] },
      },
    ]);
    await change(DEFAULTS);
  });
});

describe('settings of the yearly round', () => {
  it('change one by one, and leave their old and new value in the log', async () => {
    const { body } = await change({ secondEntryBorders: false, secondEntryShare: 10, reminderDays: [14, 28] });
    expect(body).toMatchObject({
      ...DEFAULTS,
      ...ROUND_DEFAULTS,
      secondEntryBorders: false,
      secondEntryShare: 10,
      reminderDays: [14, 28],
    });
    const { rows } = await stack.owner.query<{ rounds: object }>(
      `SELECT query -> 'rounds' AS rounds FROM audit.event WHERE event_type = 'UPDATE_PRACTICE_SETTINGS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.rounds).toEqual({
      secondEntryBorders: { before: true, after: false },
      secondEntryShare: { before: 0, after: 10 },
      reminderDays: { before: [21, 42], after: [14, 28] },
    });
    await change(ROUND_DEFAULTS);
  });

  it('change the days between contacts of one profile, with none for nothing, and say so in the log', async () => {
    const { body } = await change({ contactIntervalDays: { FRAIL: null }, maxCaseload: 60 });
    expect(body).toMatchObject({
      ...ROUND_DEFAULTS,
      contactIntervalDays: { FRAIL: null, COMPLEX: 30 },
      maxCaseload: 60,
    });
    const { rows } = await stack.owner.query<{ intervals: object }>(
      `SELECT query -> 'intervals' AS intervals FROM audit.event WHERE event_type = 'UPDATE_PRACTICE_SETTINGS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.intervals).toEqual({
      contactIntervalDays: { before: { FRAIL: 90, COMPLEX: 30 }, after: { FRAIL: null, COMPLEX: 30 } },
      maxCaseload: { before: null, after: 60 },
    });
    await change({ contactIntervalDays: { FRAIL: 90 }, maxCaseload: null });
  });

  it.each([
    [{ secondEntryShare: 101 }, '/secondEntryShare', 'OUT_OF_RANGE'],
    [{ secondEntryShare: -1 }, '/secondEntryShare', 'OUT_OF_RANGE'],
    [{ reminderDays: [42, 21] }, '/reminderDays', 'REMINDER_ORDER'],
    [{ reminderDays: [21] }, '/reminderDays', 'REMINDER_ORDER'],
    [{ reminderDays: [0, 21] }, '/reminderDays', 'OUT_OF_RANGE'],
    [{ contactIntervalDays: { FRAIL: 0 } }, '/contactIntervalDays/FRAIL', 'OUT_OF_RANGE'],
    [{ planWithinDays: 366 }, '/planWithinDays', 'OUT_OF_RANGE'],
    [{ evaluationIntervalMonths: null }, '/evaluationIntervalMonths', 'REQUIRED'],
    [{ maxCaseload: 0 }, '/maxCaseload', 'OUT_OF_RANGE'],
    [{ rescreenIntervalMonths: 0 }, '/rescreenIntervalMonths', 'OUT_OF_RANGE'],
    [{ rescreenIntervalMonths: 61 }, '/rescreenIntervalMonths', 'OUT_OF_RANGE'],
    [{ secondEntryBorders: 'ja' }, '/secondEntryBorders', 'INVALID_TYPE'],
  ])('refuse %j', async (body, pointer, code) => {
    const { errors } = (await change(body, 400)).body;
    expect(errors).toEqual([expect.objectContaining({ pointer, code })]);
  });
});

describe('who is offered first as case manager', () => {
  it('is set per profile, and the change stands in the log', async () => {
    const { body } = await change({ caseManagerRoles: { FRAIL: 'PRACTICE_NURSE' } });
    const after = { FRAIL: 'PRACTICE_NURSE', COMPLEX: 'DISTRICT_NURSE' };
    expect(body).toMatchObject({ caseManagerRoles: after });
    const { rows } = await stack.owner.query<{ care: object }>(
      `SELECT query -> 'care' AS care FROM audit.event WHERE event_type = 'UPDATE_PRACTICE_SETTINGS' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.care).toEqual({ caseManagerRoles: { before: ROUND_DEFAULTS.caseManagerRoles, after } });
    await change({ caseManagerRoles: ROUND_DEFAULTS.caseManagerRoles });
  });

  it('is never a role that may not be one', async () => {
    const { errors } = (await change({ caseManagerRoles: { COMPLEX: 'GP' } }, 400)).body;
    expect(errors).toEqual([expect.objectContaining({ pointer: '/caseManagerRoles/COMPLEX', code: 'INVALID_VALUE' })]);
  });
});

describe('a practice that keeps its GPs to their own clients', () => {
  it('shows another GP who the client is and nothing more, until the setting is off or she has a place in the team', async () => {
    const own = await newClient();
    const body = { name: { family: 'Van een ander' }, sex: 'FEMALE', birthDate: '1939-02-03' };
    const other = (await gp.post('/api/v1/clients').send(body).expect(201)).body.id;
    const forms = [await scored(own, { gfi: 6, imesa: 20 }), await scored(other, { gfi: 6, imesa: 20 })];
    await change({ gpOwnClientsOnly: true });
    expect((await gp.get(`/api/v1/clients/${own}`).expect(200)).body.profile).not.toBeNull();
    const { body: record } = await gp.get(`/api/v1/clients/${other}`).expect(200);
    expect(record.name.family).toBe('Van een ander');
    expect(record.hidden).toContainEqual({ pointer: '/profile', code: 'ROLE' });
    expect(JSON.stringify(record)).not.toContain('COMPLEX');
    expect((await read(forms[0]?.id ?? '')).assessment.proposedProfile).toBe('COMPLEX');
    expect(JSON.stringify((await gp.get(`/api/v1/responses/${forms[1]?.id}`)).body)).not.toContain('COMPLEX');
    await gp.post(`/api/v1/clients/${other}/profiles`).send({ profile: 'ROBUST', reason: 'x' }).expect(404);
    const found = await gp.post('/api/v1/clients/search').send({ text: 'ander' }).expect(200);
    expect(found.body.items).toMatchObject([{ id: other }]);
    expect(JSON.stringify(found.body)).not.toContain('COMPLEX');
    await poh.get(`/api/v1/responses/${forms[1]?.id}`).expect(200);
    await change({ gpOwnClientsOnly: false });
    expect((await read(forms[1]?.id ?? '')).assessment.proposedProfile).toBe('COMPLEX');
  });

  it('is held by a policy of its own on every table with rows of a client', async () => {
    const { rows } = await stack.owner.query(
      `SELECT tablename FROM pg_policies s WHERE schemaname = 'care' AND policyname = 'seen' AND (SELECT count(*) FROM pg_policies n
         WHERE n.schemaname = 'care' AND n.tablename = s.tablename AND n.permissive = 'RESTRICTIVE'
           AND n.policyname IN ('narrowed', 'narrowed_edit')) <> 2`,
    );
    expect(rows).toEqual([]);
  });

  it('is what the explanation says, and what the policies hold by themselves', async () => {
    const body = { name: { family: 'Uitleg' }, sex: 'FEMALE', birthDate: '1939-02-04' };
    const client = (await gp.post('/api/v1/clients').send(body).expect(201)).body.id;
    await enterForm(gp, client, COMPLEX);
    const rows = () =>
      actAs(stack, 'GP', async () => {
        const [{ count } = { count: -1 }] = await query<{ count: number }>(
          'SELECT count(*)::integer AS count FROM care.assessment WHERE client_id = $1',
          [client],
        );
        const changed = await changeRows(
          'UPDATE care.answer_sheet SET answers = answers WHERE client_id = $1 AND category = 3',
          [client],
        );
        return [count, changed];
      });
    const told = async () => {
      const { body: explanation } = await poh.get(`/api/v1/clients/${client}/access-explanation`).expect(200);
      const people = explanation.organisations.flatMap(({ people: some }: { people: object[] }) => some);
      const { categories } = people.find(({ role }: { role: string }) => role === 'GP');
      return categories.map(({ sees, refusal }: { sees: string; refusal: string | null }) => [sees, refusal]);
    };
    expect(await rows()).toEqual([1, 1]);
    expect((await told())[2]).toEqual(['ALL', null]);
    await change({ gpOwnClientsOnly: true });
    expect(await rows()).toEqual([0, 0]);
    expect((await told()).slice(0, 3)).toEqual([
      ['ALL', null],
      ['NONE', 'NO_RELATION'],
      ['NONE', 'NO_RELATION'],
    ]);
    await change({ gpOwnClientsOnly: false });
  });
});

describe('limits', () => {
  it.each([
    ['A', 'A'],
    ['x'.repeat(30), 'x'.repeat(30)],
    [`  ${'é'.repeat(30)} `, 'é'.repeat(30)],
  ])('takes the label „%s”', async (label, kept) => {
    const { body } = await change({ profileLabels: { ROBUST: label } });
    expect(body.profileLabels).toEqual({ ...DEFAULTS.profileLabels, ROBUST: kept });
    await change(DEFAULTS);
  });

  it.each([
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['x'.repeat(31), 'TOO_LONG'],
    [7, 'INVALID_TYPE'],
    ['kwetsbaar', 'LABEL_REPEATED'],
    ['Onbepaald', 'LABEL_REPEATED'],
  ])('refuses the label „%s” as %s', async (label, code) => {
    const before = await settingsOf();
    const { body } = await change({ profileLabels: { COMPLEX: label } }, 400);
    expect(body.errors).toMatchObject([{ pointer: '/profileLabels/COMPLEX', code }]);
    expect(await settingsOf()).toEqual(before);
  });

  it.each([
    ['gfi', 1],
    ['gfi', SHIPPED_PACKS.gfi.maximumScore],
    ['imesa', 1],
    ['imesa', SHIPPED_PACKS.imesa.maximumScore],
  ])('takes %s from %i', async (instrument, cutOff) => {
    const { body } = await change({ cutOffs: { [instrument]: cutOff } });
    expect(body.cutOffs).toEqual({ ...DEFAULTS.cutOffs, [instrument]: cutOff });
    await change(DEFAULTS);
  });

  it.each([
    ['gfi', 0, 'OUT_OF_RANGE'],
    ['gfi', 16, 'OUT_OF_RANGE'],
    ['imesa', 0, 'OUT_OF_RANGE'],
    ['imesa', 61, 'OUT_OF_RANGE'],
    ['imesa', 15.5, 'OUT_OF_RANGE'],
    ['gfi', '5', 'INVALID_TYPE'],
  ])('refuses %s from %s as %s', async (instrument, cutOff, code) => {
    const { body } = await change({ cutOffs: { [instrument]: cutOff } }, 400);
    expect(body.errors).toMatchObject([{ pointer: `/cutOffs/${instrument}`, code }]);
    expect((await settingsOf()).cutOffs).toEqual(DEFAULTS.cutOffs);
  });
});

describe('results', () => {
  it.each([
    [3, 15, 'ROBUST'],
    [4, 15, 'FRAIL'],
    [5, 15, 'FRAIL'],
    [0, 16, 'ROBUST'],
    [0, 18, 'ROBUST'],
    [0, 19, 'COMPLEX'],
    [0, 20, 'COMPLEX'],
  ])('follow cut-offs 4 and 19: GFI %i and INTERMED %i', async (gfi, imesa, profile) => {
    await change({ cutOffs: { gfi: 4, imesa: 19 } });
    const form = await scored(await newClient(), { gfi, imesa });
    expect(heard(form)).toMatchObject({ proposedProfile: profile, cutOffs: { gfi: 4, imesa: 19 } });
    await change(DEFAULTS);
  });

  it('keep the cut-offs and labels they were made with', async () => {
    const client = await newClient();
    const old = await scored(client, { gfi: 4, imesa: 15 });
    const asBefore = { proposedProfile: 'ROBUST', cutOffs: DEFAULTS.cutOffs, labels: DEFAULTS.profileLabels };
    expect(heard(old)).toEqual(asBefore);
    await change({ profileLabels: VITAL, cutOffs: { gfi: 4 } });
    expect(heard(await read(old.id))).toEqual(asBefore);
    const next = await scored(client, { gfi: 4, imesa: 15 });
    const asNow = { proposedProfile: 'FRAIL', cutOffs: { gfi: 4, imesa: 16 }, labels: VITAL };
    expect(heard(next)).toEqual(asNow);
    expect(heard(await read(next.id))).toEqual(asNow);
    await change(DEFAULTS);
    expect(heard(await read(next.id))).toEqual(asNow);
  });

  it('of typed answers keep them too', async () => {
    await change({ profileLabels: VITAL });
    const client = await newClient();
    const { body: begun } = await gp
      .post(`/api/v1/clients/${client}/responses`)
      .send({ channel: 'PAPER', answers: { 'gfi-01': 'dependent' } })
      .expect(201);
    const { body: done } = await gp
      .post(`/api/v1/responses/${begun.id}/complete`)
      .send({ completedOn: FILLED_IN, completedBy: 'SELF' })
      .expect(200);
    expect(done.assessment.labels).toEqual(VITAL);
    await change(DEFAULTS);
    expect((await read(begun.id)).assessment.labels).toEqual(VITAL);
  });

  it('that move to the right client as totals keep the labels and cut-offs they came with', async () => {
    const wrong = await scored(await newClient(), { gfi: 4, imesa: 15 });
    await change({ profileLabels: VITAL, cutOffs: { gfi: 4 } });
    const { body } = await gp
      .post(`/api/v1/responses/${wrong.id}/void`)
      .send({ reason: 'WRONG_CLIENT', moveToClientId: await newClient() })
      .expect(200);
    expect(heard(await read(body.movedToId))).toEqual(heard(wrong));
    await change(DEFAULTS);
  });

  it('people decided keep the word of that day in the history', async () => {
    const client = await newClient();
    await scored(client, { gfi: 0, imesa: 0 });
    await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'ROBUST' }).expect(201);
    await change({ profileLabels: VITAL });
    const { body: next } = await gp.post(`/api/v1/clients/${client}/profiles`).send({ profile: 'ROBUST' }).expect(201);
    expect(next.labels).toEqual(VITAL);
    const { body } = await gp.get(`/api/v1/clients/${client}/profiles`).expect(200);
    expect(
      body.items.map(({ kind, labels }: { kind: string; labels: { ROBUST: string } }) => [kind, labels.ROBUST]),
    ).toEqual([
      ['ASSIGNED', 'Vitaal'],
      ['ASSIGNED', 'Robuust'],
      ['PROPOSED', 'Robuust'],
    ]);
    await change(DEFAULTS);
  });
});
