import type pg from 'pg';
import type { Staff, TestApp } from '../support/staff.ts';

/** The tables of each part, typed from the words on the screen and not from the function that destroys them. */
const TABLES_OF_PART = {
  FORMS: ['response', 'second_entry', 'review_mark', 'answer_sheet', 'response_remark', 'assessment', 'profile_assignment', 'client_profile'],
  CARE_PLANS: ['care_plan', 'client_problem', 'goal', 'goal_score', 'evaluation', 'care_plan_edition', 'care_plan_edition_part', 'care_plan_change'],
  TREATMENT: ['treatment_plan', 'directive', 'care_planning_talk'],
  SURROUNDINGS: ['network', 'surroundings_plan'],
  CONTACTS: ['contact_moment', 'contact_change', 'signal', 'signal_step', 'referral', 'referral_step'],
  MEETINGS: ['agenda_item', 'agenda_reason', 'agenda_topic', 'decision', 'minutes_item', 'medical_note'],
} as const; // prettier-ignore
type Part = keyof typeof TABLES_OF_PART;
const PARTS = Object.keys(TABLES_OF_PART) as Part[];

/** What came of more than one part, or tells of a part without being one, may shrink; nothing else of the rest may. */
const MAY_SHRINK = ['action', 'action_step', 'record_version', 'agenda_reason', 'handover_summary', 'idempotency', 'notice', 'destruction_request']; // prettier-ignore

/** Asks and decides for one part after the other; each time that part is gone and the rest is as it was. */
export async function destroyParts(stack: TestApp, staff: Staff, id: string): Promise<string[]> {
  const faults: string[] = [];
  let before = await countsOf(stack.owner, id);
  for (const part of PARTS) {
    const held = rowsOf(before, part);
    if (held === 0) faults.push(`the record held nothing of ${part}`);
    await destroyPart(stack, staff, id, part);
    const after = await countsOf(stack.owner, id);
    faults.push(...leftOf(after, part, 'now'), ...lostBeside(before, after, part));
    before = after;
  }
  // versions name what they are of without a foreign key
  const versions = before.get('record_version') ?? 0;
  return versions === 0 ? faults : [...faults, `${versions} versions are left of what was destroyed`];
}

/** In an older backup every part is gone too, once the ledger was replayed. */
export async function partsInBackup(backup: pg.Client, id: string): Promise<string[]> {
  const counts = await countsOf(backup, id);
  const rest = (counts.get('contact_person') ?? 0) > 0 ? [] : ['in the backup: the rest of the record is gone'];
  return [...rest, ...PARTS.flatMap((part) => leftOf(counts, part, 'in the backup'))];
}

async function destroyPart(stack: TestApp, staff: Staff, id: string, part: Part): Promise<void> {
  const asked = { requestedBy: 'CLIENT', requestedOn: '2026-01-05' };
  const { body } = await staff('noord', 'PRACTICE_NURSE')
    .post(`/api/v1/clients/${id}/destruction-requests`)
    .send(asked)
    .expect(201);
  const decision = { verdict: 'PARTLY', parts: [part], reasonCode: 'LAW_KEEPS', note: 'De rest is nog nodig.' };
  await staff('noord', 'GP').post(`/api/v1/destruction-requests/${body.id}/decision`).send(decision).expect(200);
  await stack.workJobs();
}

type Counts = ReadonlyMap<string, number>;

const rowsOf = (counts: Counts, part: Part): number =>
  TABLES_OF_PART[part].reduce((sum, tab) => sum + (counts.get(tab) ?? 0), 0);

const leftOf = (counts: Counts, part: Part, where: string): string[] =>
  TABLES_OF_PART[part]
    .filter((tab) => (counts.get(tab) ?? 0) > 0)
    .map((tab) => `${where}: ${tab} of ${part} still holds ${counts.get(tab)}`);

function lostBeside(before: Counts, after: Counts, part: Part): string[] {
  const own: readonly string[] = [...TABLES_OF_PART[part], ...MAY_SHRINK];
  return [...before].flatMap(([tab, count]) =>
    own.includes(tab) || after.get(tab) === count ? [] : [`${part} changed ${tab} from ${count} to ${after.get(tab)}`],
  );
}

/** How many rows of this client each table holds. */
async function countsOf(owner: pg.Client, id: string): Promise<Counts> {
  const { rows: tables } = await owner.query<{ tab: string }>(
    `SELECT DISTINCT tab FROM care.client_tables() WHERE col = 'client_id' ORDER BY tab`,
  );
  const counts = new Map<string, number>();
  for (const { tab } of tables) {
    const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM care.${tab} WHERE client_id = $1`, [id]); // prettier-ignore
    counts.set(tab, rows[0]?.n ?? 0);
  }
  return counts;
}
