import { addDays, addMonths, type Day, monthOf, type StaffRole, weekdayOf } from '@samenoud/domain';
import type { QueryRunner } from 'typeorm';
import { Random } from './random.ts';

interface Colleague {
  readonly id: string;
  readonly orgId: string;
  readonly role: StaffRole;
  readonly name: string;
  /** Clients in whose care she takes part. */
  readonly clients: readonly string[];
}

/** One row of the log, by the clock of the wall in the practice. */
interface Row {
  readonly day: Day;
  readonly time: string;
  readonly type: string;
  readonly action: 'R' | 'U';
  readonly object: string;
  readonly by: Colleague;
  readonly clientId: string;
}

/** What the screen of a record reads of itself. */
const READ_ON_OPENING = [
  ['READ_CLIENT', 'CLIENT'],
  ['READ_RESPONSES', 'RESPONSES'],
  ['READ_PROFILES', 'PROFILES'],
] as const;

const RECORDS_IN_A_HURRY = 36;

const PRACTICES = 'SELECT id FROM care.practice ORDER BY id';
const STAFF = `SELECT m.id, m.organisation_id AS "orgId", m.role, m.display_name AS name,
    coalesce((SELECT array_agg(DISTINCT t.client_id ORDER BY t.client_id) FROM care.team_member t
      WHERE t.practice_id = m.practice_id AND t.user_id = m.id AND t.active @> $2::timestamptz), '{}') AS clients
  FROM care.membership m WHERE m.practice_id = $1 AND m.role NOT IN ('PRACTICE_MANAGER', 'LOG_OFFICER') ORDER BY m.id`;
const CLIENTS = `SELECT id FROM care.client WHERE practice_id = $1 AND status = 'ACTIVE' ORDER BY id`;
/** A month can be reviewed since the practice keeps a log. */
const BEGIN = `UPDATE care.practice SET created_at = $2::date::timestamp AT TIME ZONE 'Europe/Amsterdam' WHERE id = $1`;
const HAS_MONTH = 'SELECT EXISTS (SELECT FROM audit.event WHERE practice_id = $1 AND occurred_at < $2) AS has';

const WRITE = `WITH h AS (UPDATE audit.head SET seq = seq + jsonb_array_length($2::jsonb) WHERE practice_id = $1 RETURNING seq)
  INSERT INTO audit.event (practice_id, seq, occurred_at, event_id, event_type, action, outcome, user_id, user_is_requestor,
    responsible_user_id, role_code, purpose, ap_type, ap_id, client_id, object_type, object_role, object_id_type, lifecycle, policy_set,
    authorisation_rule, relation_rule, checks, org_id, source_id, source_type, request_id)
  SELECT $1, h.seq - jsonb_array_length($2::jsonb) + r.ord, (r.v ->> 'at')::timestamp AT TIME ZONE 'Europe/Amsterdam', gen_random_uuid(),
    r.v ->> 'type', r.v ->> 'action', 'SUCCESS', (r.v ->> 'by')::uuid, true, (r.v ->> 'by')::uuid, r.v ->> 'role', 'TREATMENT',
    'MACHINE_NAME', '-', (r.v ->> 'client')::uuid, r.v ->> 'object', 'PATIENT_DATA', 'NONE',
    CASE r.v ->> 'action' WHEN 'R' THEN 'ACCESS' ELSE 'AMENDMENT' END, 'samenoud-matrix-1', 'DEMO', 'PRACTICE', 'F,T,R,C,S',
    (r.v ->> 'org')::uuid, 'samenoud', 'APPLICATION_SERVER', 'demo-log'
  FROM h, jsonb_array_elements($2::jsonb) WITH ORDINALITY AS r (v, ord)`;
/**
 * The access log of the month before the demo was made, for the log officer to review: ordinary work, and what asks for a
 * question. The log goes by the clock of the database, which nothing in the product moves; so these rows are written beside
 * it, at the end of the log, by who made the database, and in a demo only.
 */
export async function writeLogOfLastMonth(runner: QueryRunner, day: Day): Promise<void> {
  const month = addMonths(monthOf(day), -1);
  await runner.startTransaction();
  try {
    await as(runner, 'smd_auth');
    const practices: { id: string }[] = await runner.query(PRACTICES);
    await as(runner, 'smd_audit_owner');
    await runner.query('SELECT audit.ensure_month($1)', [month]);
    for (const { id } of practices) await writeLogOf(runner, id, month);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

const as = (runner: QueryRunner, role: 'smd_auth' | 'smd_owner' | 'smd_audit_owner'): Promise<unknown> =>
  runner.query(`SET LOCAL ROLE ${role}`);

async function writeLogOf(runner: QueryRunner, practiceId: string, month: Day): Promise<void> {
  await runner.query(`SELECT set_config('app.practice_id', $1, true)`, [practiceId]);
  await as(runner, 'smd_owner');
  const staff: Colleague[] = await runner.query(STAFF, [practiceId, month]);
  const clients: { id: string }[] = await runner.query(CLIENTS, [practiceId]);
  if (clients.length < RECORDS_IN_A_HURRY) return;
  await runner.query(BEGIN, [practiceId, month]);
  await as(runner, 'smd_audit_owner');
  const [{ has }]: [{ has: boolean }] = await runner.query(HAS_MONTH, [practiceId, addMonths(month, 1)]);
  if (has) return;
  const rows = rowsOf(staff, clients.map(({ id }) => id), month, new Random(`${practiceId}|${month}|log`)); // prettier-ignore
  await runner.query(WRITE, [practiceId, JSON.stringify(rows.map(written))]);
  for (const { id, name } of staff)
    await runner.query('INSERT INTO audit.actor (practice_id, user_id, user_name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [practiceId, id, name]); // prettier-ignore
}

const written = ({ day, time, by, clientId, ...row }: Row): object => ({
  ...row,
  at: `${day} ${time}`,
  by: by.id,
  role: by.role,
  org: by.orgId,
  client: clientId,
});

function rowsOf(staff: readonly Colleague[], clients: readonly string[], month: Day, random: Random): Row[] {
  const days = workdaysOf(month);
  const ordinary = days.flatMap((day) => staff.flatMap((by) => dayOf(by, clients, day, random)));
  return [...ordinary, ...askingForAQuestion(staff, clients, days, random)].toSorted((one, other) =>
    `${one.day} ${one.time}`.localeCompare(`${other.day} ${other.time}`),
  );
}

/** Records of her own clients; at the desk anybody's, where something is written. */
function dayOf(by: Colleague, clients: readonly string[], day: Day, random: Random): Row[] {
  const isAtDesk = by.role === 'PRACTICE_ASSISTANT' || by.role === 'PRACTICE_NURSE';
  const own = isAtDesk ? clients : by.clients;
  if (own.length === 0) return [];
  return Array.from({ length: random.int(1, 3) }, () => {
    const clientId = random.pick(own);
    const [hour, minute] = [random.int(9, 15), random.int(0, 50)];
    const opened = opens(by, clientId, day, hour, minute);
    if (!isAtDesk) return opened;
    const time = clock(hour, minute + 4);
    return [...opened, { day, time, type: 'UPDATE_CLIENT', action: 'U' as const, object: 'CLIENT', by, clientId }];
  }).flat();
}

/** An evening at the desk, and a great many records in one hour. */
function askingForAQuestion(
  staff: readonly Colleague[],
  clients: readonly string[],
  days: readonly Day[],
  random: Random,
): Row[] {
  const [first, second] = staff.filter(({ role }) => role === 'PRACTICE_ASSISTANT');
  const [evening = '', hurry = ''] = [days[3], days[6]];
  if (!first || !second) return [];
  return [
    ...opens(first, random.pick(clients), evening, 21, 40),
    ...clients.slice(0, RECORDS_IN_A_HURRY).flatMap((id, index) => opens(second, id, hurry, 16, index)),
  ];
}

const opens = (by: Colleague, clientId: string, day: Day, hour: number, minute: number): Row[] =>
  READ_ON_OPENING.map(([type, object], index) => ({
    day,
    time: `${clock(hour, minute)}:0${index}`,
    type,
    action: 'R',
    object,
    by,
    clientId,
  }));

const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

function workdaysOf(month: Day): Day[] {
  const next = addMonths(month, 1);
  const days: Day[] = [];
  for (let day = month; day < next; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day);
  return days;
}
