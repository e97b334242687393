import type pg from 'pg';
import type { OraclePerson, OraclePractice } from '../oracles/agenda-history.ts';

/** Who wrote the rows, and of which organisations they are. */
export interface Writer {
  readonly practiceId: string;
  readonly organisationIds: readonly string[];
  readonly userId: string;
}

/** Rows are of this organisation and that one, by their ids. */
export const ownerOf = ({ organisationIds }: Pick<Writer, 'organisationIds'>, id: string): string =>
  organisationIds[Number.parseInt(id.slice(0, 1), 16) % organisationIds.length] ?? '';

type Row = Readonly<Record<string, unknown>>;

/** What the product makes beside them. */
const MADE = ['client_profile', 'record_version', 'team_member', 'access_basis', 'meeting_attendee', 'meeting_step'];

/**
 * Writes a practice into an empty database as the rows its history would have left, past all rules of the product: so that
 * states can meet that people bring about in years.
 */
export async function storePractice(owner: pg.Client, practice: OraclePractice, by: Writer): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(`SELECT set_config('app.practice_id', $1, true)`, [by.practiceId]);
  const tables = tablesOf(practice, by);
  // without the keys between them: emptying all that hang on a client takes a second, and these are all there are
  await owner.query('SET LOCAL session_replication_role = replica');
  for (const table of [...MADE, ...tables.map(([name]) => name)]) await owner.query(`DELETE FROM care.${table}`);
  await owner.query('SET LOCAL session_replication_role = origin');
  for (const [table, rows] of tables) await put(owner, table, rows.map(ownedBy(by)), by.practiceId);
  await owner.query('SELECT care.refresh_client_profile(id) FROM care.client WHERE practice_id = $1', [by.practiceId]);
  await owner.query('COMMIT');
}

const ownedBy =
  (by: Writer) =>
  (row: Row): Row =>
    'owner_org_id' in row ? { ...row, owner_org_id: ownerOf(by, String(row['id'] ?? row['response_id'])) } : row;

async function put(owner: pg.Client, table: string, rows: readonly Row[], practiceId: string): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await owner.query(
    `INSERT INTO care.${table} (practice_id, ${columns})
     SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::care.${table}, $2) ON CONFLICT DO NOTHING`,
    [practiceId, JSON.stringify(rows)],
  );
}

let codes = 0;

function tablesOf({ meetings, rounds, people }: OraclePractice, { userId }: Writer): [string, readonly Row[]][] {
  const owned = { owner_org_id: '' };
  const changed = { made_by: userId, changed_by: userId };
  const each = (
    make: (person: OraclePerson, row: { client_id: string; owner_org_id: string }) => readonly Row[],
  ): Row[] => people.flatMap((person) => make(person, { client_id: person.id, ...owned }));
  const lines = (make: (line: OraclePerson['lines'][number], row: Row, place: number) => readonly Row[]): Row[] =>
    each((person, row) => person.lines.flatMap((line, index) => make(line, row, index + 1)));
  const meetingOf = (person: OraclePerson, line: string) => person.lines.find(({ id }) => id === line)?.meeting;
  return [
    ['meeting', meetings.map(({ id, at, state }) => ({ id, starts_at: at, state, ...changed }))],
    ['screening_round', rounds.map(({ id, state, closedAt }) => ({
      id, version: 1, name: 'Ronde', state, reference_date: '2026-01-01', return_by: '2026-02-01', made_by: userId, closed_at: closedAt,
    }))],
    ['client', people.map(({ id, sortName, born, status, merged }) => ({
      id, version: 1, ...owned, family_name: sortName, name_use: 'OWN', sort_name: sortName, search_text: sortName, duplicate_key: sortName,
      sex: 'FEMALE', birth_date: born, lives_at_home: true, status, merged_into: merged ? people.find((other) => other.id !== id)?.id : null,
    }))],
    ['agenda_item', lines(({ id, meeting, gone, outcome }, row, place) => [
      { id, ...row, meeting_id: meeting, state: gone ? 'DROPPED' : 'ON', made_for: row['client_id'], place, rank: 1, on_top: false, outcome },
    ])],
    ['agenda_reason', lines(({ id, because }, row) => because.map((reason, place) => ({
      id: newId(), ...row, item_id: id, category: 6, code: reason.code, detail: {}, since: '2026-01-01', row_id: reason.row, place,
    })))],
    ['action', each(({ actions }, row) => actions.map(({ id, line, state }) => ({
      id, ...row, category: 6, kind: 'MEETING', text: 'Bellen', owner_kind: 'CLIENT', due_on: '2026-01-01', state,
      done_on: state === 'DONE' ? '2026-01-01' : null, reason: state === 'CANCELLED' ? 'Hoeft niet' : null, agenda_item_id: line, ...changed,
    })))],
    ['response', each(({ responses }, row) => responses.map(({ id, state, completedOn, completedAt }) => ({
      id, ...row, version: 1, status: state, entry_mode: 'ITEMS', channel: 'PAPER', completed_on: completedOn, completed_at: completedAt,
      entered_by: userId, gfi_version: '1', imesa_version: '1',
    })))],
    ['assessment', each(({ responses }, row) => responses.map(({ id, empty, proposal }) => ({
      response_id: id, ...row, result: { possibleProfiles: [] }, gfi_lower: 0, gfi_upper: 0, imesa_lower: 0, imesa_upper: 0,
      proposed_profile: proposal, empty_form: empty,
    })))],
    ['second_entry', each(({ responses }, row) => responses.flatMap(({ id, secondEntry }) => secondEntry === null ? [] : [{
      id: newId(), ...row, version: 1, response_id: id, cause: 'BORDER', state: secondEntry, due_on: '2026-01-01',
    }]))],
    ['profile_assignment', each(({ assignments }, row) => assignments.map(({ id, profile, at, response }) => ({
      id, ...row, profile, assigned_on: at.slice(0, 10), assigned_at: at, assigned_by: userId, response_id: response, rule_id: 'samenoud',
      rule_version: '1', labels: {},
    })))],
    ['signal', each(({ signals }, row) => signals.map(({ id, state, type, urgent, recordedAt }) => ({
      id, ...row, category: type === 'FALL' ? 4 : 2, type, urgency: urgent ? 'URGENT' : 'NORMAL', seen_on: recordedAt.slice(0, 10), state,
      verdict: state === 'ASSESSED' ? 'Gezien' : null, verdict_by: state === 'ASSESSED' ? userId : null,
      verdict_at: state === 'ASSESSED' ? recordedAt : null, outcome: state === 'CLOSED' ? 'Klaar' : null, recorded_by: userId,
      recorded_at: recordedAt,
    })))],
    ['care_plan', each(({ plans }, row) => plans.map(({ id, state, discussedOn, nextEvaluationOn }) => {
      const adopted = nextEvaluationOn !== null;
      return {
        id, ...row, state, edition: adopted ? 1 : 0, drawn_up_on: '2026-01-01', discussed_on: discussedOn,
        agreement_by: adopted ? 'Cliënt' : null, agreement_on: adopted ? '2026-01-01' : null, agreement_how: adopted ? 'ORAL' : null,
        next_evaluation_on: nextEvaluationOn, closed_on: state === 'CLOSED' ? '2026-01-01' : null, ...changed,
      };
    }))],
    ['decision', each((person, row) => person.decisions.flatMap(({ id, line, kind, at, on, undone }) => {
      const head = { ...row, meeting_id: meetingOf(person, line), item_id: line, recorded_by: userId, recorded_at: at };
      const taken = { id, ...head, kind, next_review_on: on, reverses_id: null, text: null };
      return undone ? [taken, { ...taken, id: newId(), reverses_id: id }] : [taken];
    }))],
    ['treatment_plan', each(({ medication }, row) => medication === null ? [] : [{
      id: medication.id, ...row, category: 5, version: 1, made_for: row.client_id, content: { nextMedicationReviewOn: medication.nextOn }, ...changed,
    }])],
    ['screening_invitation', each(({ invitations }, row) => invitations.map(({ id, round, state, madeAt }) => ({
      id, ...row, version: 1, round_id: round, state, form_code: `A${(codes += 1)}`, gfi_version: '1', imesa_version: '1', made_at: madeAt,
    })))],
    ['referral', each(({ referrals }, row) => referrals.map(({ id, state, dueOn, feedbacks }) => {
      const [sent, last] = [state === 'DRAFT' ? null : '2026-01-01', feedbacks.at(-1)];
      return {
        id, ...row, type: 'BUDDY', receiver: 'Buurthuis', reason: 'Gezelschap', due_on: dueOn, state, referrer_id: userId,
        referrer_role: 'GP', permission_on: sent, permission_asked_by: sent && userId, sent_on: sent, feedback_on: last?.on ?? null,
        outcome: last ? 'STARTED' : null, close_reason: state === 'CLOSED' ? 'Hoeft niet' : null, made_by: userId,
      };
    }))],
    ['referral_step', each(({ referrals }, row) => referrals.flatMap(({ id: referral, feedbacks }) => feedbacks.map(({ id, on }, index) => ({
      id, ...row, referral_id: referral, from_state: 'SENT', to_state: 'FEEDBACK_GIVEN', feedback_on: on, feedback: 'Begonnen',
      outcome: 'STARTED', made_by: userId, made_at: `2026-01-0${index + 1}T12:00:00Z`,
    }))))],
    ['agenda_topic', each(({ topics }, row) => topics.map(({ id, meeting, at, withdrawn }) => ({
      id, ...row, meeting_id: meeting, question: 'Hoe verder?', added_by: userId, added_at: at, withdrawn_at: withdrawn ? at : null,
      withdrawn_by: withdrawn ? userId : null,
    })))],
  ]; // prettier-ignore
}

const newId = (): string => crypto.randomUUID();
