/**
 * `trust:retention` (R29): the day a record may be destroyed, for random histories in the real tables, against an oracle written
 * from the text of the law. Moments near midnight in Amsterdam and 29 February included. Source: trust paper 10.
 */
import { randomUUID } from 'node:crypto';
import { keptRecords } from '../../apps/api/src/retention/kept-records.ts';
import { type OracleEvent, oracleDestroyDueOn } from './oracles/retention-oracle.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';
import { actAs, startTestApp, type TestApp, testMember } from './support/staff.ts';

/** What a history is made of: rows of care, and work on a record that is none. */
const CARE = ['response', 'void', 'assessment', 'profile_assignment', 'gap_explanation', 'client_statement'] as const;
const OTHER = ['data_change', 'contact', 'consent', 'team'] as const;
const OWNERS = ['PRACTICE', 'PRACTICE', 'HOME_CARE', 'SPECIALIST', 'SOCIAL_WORK'] as const;
const BATCH = 1000;

interface Line {
  readonly table: string;
  readonly id: string;
  readonly clientId: string;
  readonly owner: string;
  readonly at: string;
  readonly event: OracleEvent;
}

defineHarness({
  name: 'retention',
  claim: 'the day a record may be destroyed is the one the law gives, for every history',
  control: 'any change of the record counts, as `updated_at` would say',
  runs: { quick: 400, command: 10_000, full: 50_000 },
  measure,
});

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    if (planted) await countEveryChange(stack);
    const histories = Array.from({ length: runs }, (_, index) => historyOf(random, index));
    for (let from = 0; from < runs; from += BATCH) await write(stack, histories.slice(from, from + BATCH).flat());
    const kept = await actAs(stack, 'noord', 'GP', keptRecords);
    const found = new Map(kept.map(({ clientId, dueOn }) => [clientId, dueOn]));
    const faults = histories.flatMap((lines) => {
      const [{ clientId } = { clientId: '' }] = lines;
      const expected = oracleDestroyDueOn(lines.map(({ event }) => event));
      const dueOn = found.get(clientId);
      return dueOn === expected ? [] : [`${describe(lines)}: ${dueOn} instead of ${expected}`];
    });
    return { faults, figures: { histories: runs, rows: histories.flat().length } };
  } finally {
    await stack.close();
  }
}

function historyOf(random: Random, index: number): Line[] {
  const clientId = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  const registered = lineOf(random, clientId, 'client', 'PRACTICE');
  const more = Array.from({ length: Math.floor(random() * 7) }, () =>
    random() < 0.6
      ? lineOf(random, clientId, pick(random, CARE), pick(random, OWNERS))
      : lineOf(random, clientId, pick(random, OTHER), 'PRACTICE'),
  );
  return [registered, ...more];
}

/** A moment of a day in Amsterdam, often its first or last minute; the day is drawn, the moment follows from it in SQL. */
function lineOf(random: Random, clientId: string, table: string, owner: OracleEvent['owner']): Line {
  const year = 1996 + Math.floor(random() * 30);
  const month = random() < 0.3 ? 2 : 1 + Math.floor(random() * 12);
  const isLeap = year % 4 === 0;
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const day = random() < 0.4 ? length : 1 + Math.floor(random() * length);
  const clock = pick(random, ['00:00:00', '00:30:00', '12:00:00', '23:59:59.999']);
  const isCare = !OTHER.some((other) => other === table);
  return {
    table,
    id: randomUUID(),
    clientId,
    owner,
    at: `${year}-${month}-${day} ${clock}`,
    event: { owner, isCare, year, month, day },
  };
}

const MADE = `jsonb_to_recordset($1::jsonb) AS l (id uuid, "clientId" uuid, owner text, at text)
  CROSS JOIN LATERAL (SELECT l.at::timestamp AT TIME ZONE 'Europe/Amsterdam' AS at) t
  JOIN care.organisation p ON p.kind = 'PRACTICE' AND p.practice_id = (SELECT practice_id FROM care.membership WHERE id = $2)
  JOIN care.organisation o ON o.practice_id = p.practice_id AND o.kind = l.owner`;
const A = 'p.practice_id, l.id, l."clientId", o.id';

const INSERTS: Readonly<Record<string, string>> = {
  client: `care.client (practice_id, id, version, owner_org_id, family_name, name_use, sort_name, search_text, duplicate_key, sex,
      birth_date, lives_at_home, status, created_at)
    SELECT p.practice_id, l."clientId", 1, o.id, 'Proef', 'OWN', 'proef', 'proef', '', 'FEMALE', '1930-01-01', true, 'ACTIVE', t.at`,
  response: `care.response (practice_id, id, client_id, owner_org_id, version, status, entry_mode, completed_on, completed_at, started_at,
      entered_by, gfi_version, imesa_version)
    SELECT ${A}, 1, 'SUPERSEDED', 'ITEMS', t.at::date, t.at, t.at - interval '3 days', $2::uuid, '1', '1'`,
  // what an assessment is of, long before
  ofAssessment: `care.response (practice_id, id, client_id, owner_org_id, version, status, entry_mode, started_at, entered_by, gfi_version,
      imesa_version) SELECT ${A}, 1, 'VOID', 'ITEMS', t.at - interval '400 days', $2::uuid, '1', '1'`,
  void: `care.response (practice_id, id, client_id, owner_org_id, version, status, entry_mode, started_at, voided_at, entered_by, gfi_version,
      imesa_version) SELECT ${A}, 1, 'VOID', 'ITEMS', t.at - interval '40 days', t.at, $2::uuid, '1', '1'`,
  assessment: `care.assessment (practice_id, response_id, client_id, owner_org_id, result, gfi_lower, gfi_upper, imesa_lower, imesa_upper,
      proposed_profile, empty_form, made_at)
    SELECT ${A}, '{}', 0, 0, 0, 0, 'ROBUST', false, t.at`,
  profile_assignment: `care.profile_assignment (practice_id, id, client_id, owner_org_id, profile, assigned_on, assigned_at, assigned_by,
      rule_id, rule_version, labels) SELECT ${A}, 'FRAIL', t.at::date, t.at, $2::uuid, 'r', '1', '{}'`,
  gap_explanation: `care.gap_explanation (practice_id, id, client_id, owner_org_id, gap, reason, until_on, made_by, made_at)
    SELECT ${A}, 'NO_PROFILE', 'Proef', '2030-01-01', $2::uuid, t.at`,
  client_statement: `care.client_statement (practice_id, id, client_id, owner_org_id, category, statement, given_by, given_on, recorded_by,
      recorded_at) SELECT ${A}, 1, 'Proef', 'CLIENT', t.at::date, $2::uuid, t.at`,
  data_change: `care.data_change (practice_id, id, client_id, owner_org_id, subject, subject_id, kind, row_version, changed_at, before, after)
    SELECT ${A}, 'CLIENT', l."clientId", 'CHANGED', 2, t.at, '{}', '{"phone": "0612345678"}'`,
  contact: `care.data_change (practice_id, id, client_id, owner_org_id, subject, subject_id, kind, row_version, changed_at, before, after)
    SELECT ${A}, 'CONTACT_PERSON', l."clientId", 'ADDED', 1, t.at, '{}', '{}'`,
  consent: `care.consent (practice_id, id, client_id, to_org_id, kind, categories, given_by, how, given_on, text_version, recorded_by, recorded_at)
    SELECT ${A}, 'GRANT', '{1}', 'CLIENT', 'ORAL', t.at::date, '1', $2::uuid, t.at`,
  team: `care.team_member (practice_id, id, client_id, org_id, user_id, reason, active)
    SELECT ${A}, $2::uuid, 'TEAM', tstzrange(t.at, t.at + interval '1 hour')`,
};

/** Each table at once; a form stands before what was concluded from it. */
async function write(stack: TestApp, lines: readonly Line[]): Promise<void> {
  const { userId } = testMember('noord', 'GP');
  for (const [table, insert] of Object.entries(INSERTS)) {
    const of = lines.filter((line) => line.table === (table === 'ofAssessment' ? 'assessment' : table));
    const rows = JSON.stringify(of.map(({ id, clientId, owner, at }) => ({ id, clientId, owner, at })));
    await stack.owner.query(`INSERT INTO ${insert} FROM ${MADE}`, [rows, userId]);
  }
}

/** As if the record kept one moment for whatever changed in it. */
async function countEveryChange({ owner }: TestApp): Promise<void> {
  const { rows } = await owner.query<{ def: string }>(
    `SELECT pg_get_functiondef('care.last_clinical_changes'::regproc) AS def`,
  );
  const care = 'SELECT client_id, owner_org_id, made_at FROM care.assessment';
  const other =
    'SELECT client_id, owner_org_id, changed_at FROM care.data_change WHERE practice_id = ctx.practice_id() UNION ALL ';
  await owner.query((rows[0]?.def ?? '').replace(care, `${other}${care}`));
}

const describe = (lines: readonly Line[]): string =>
  lines.map(({ table, owner, at }) => `${table} ${owner} ${at}`).join('; ');
