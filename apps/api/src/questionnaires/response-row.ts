import type { Answers, Assessment, ProfileLabels } from '@samenoud/domain';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, queryOne } from '../platform/request/request-context.ts';

/** An assessment with what the practice called the profiles when it was made. */
export type StoredAssessment = Assessment & { readonly labels: ProfileLabels };

/** A response with everything the person at hand may read of it in the database; the application filters once more. */
export interface ResponseRow {
  readonly id: string;
  readonly clientId: string;
  readonly version: number;
  readonly ownerOrgId: string;
  readonly status: string;
  readonly entryMode: string;
  readonly channel: string | null;
  readonly completedOn: string | null;
  readonly completedBy: string | null;
  readonly completedWithHelpOf: string | null;
  readonly completedAt: string | null;
  readonly startedAt: string;
  readonly enteredBy: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly missingPages: number[];
  readonly source: string | null;
  readonly sourceText: string | null;
  readonly supersedesId: string | null;
  readonly amendmentReason: string | null;
  readonly amendmentCode: string | null;
  readonly movedFromId: string | null;
  readonly roundId: string | null;
  readonly voidCode: string | null;
  readonly voidReason: string | null;
  readonly voidedBy: string | null;
  readonly voidedAt: string | null;
  readonly sheets: readonly { category: 2 | 3; ownerOrgId: string; answers: Answers }[] | null;
  readonly assessment: StoredAssessment | null;
  readonly assessmentOwnerId: string | null;
  readonly secondEntry: { id: string; state: string; dueOn: string } | null;
  readonly totals: { gfi?: number; imesa?: number } | null;
  readonly remark: string | null;
  readonly remarkOwnerId: string | null;
  readonly urgentCallTo: string | null;
  readonly urgentCallAt: string | null;
  /** Of what was written online: the day by which somebody reads it. */
  readonly remarkReadDueOn: string | null;
  readonly remarkReadBy: string | null;
  readonly remarkReadAt: string | null;
}

export const SELECT_RESPONSE = `SELECT r.id, r.client_id AS "clientId", r.version, r.owner_org_id AS "ownerOrgId", r.status,
  r.entry_mode AS "entryMode", r.channel, r.completed_on AS "completedOn", r.completed_by AS "completedBy",
  r.completed_with_help_of AS "completedWithHelpOf", r.completed_at AS "completedAt", r.started_at AS "startedAt",
  r.entered_by AS "enteredBy", r.gfi_version AS "gfiVersion", r.imesa_version AS "imesaVersion", r.missing_pages AS "missingPages",
  r.source, r.source_text AS "sourceText", r.supersedes_id AS "supersedesId", r.amendment_reason AS "amendmentReason",
  r.amendment_code AS "amendmentCode", r.moved_from_id AS "movedFromId", r.round_id AS "roundId", r.void_code AS "voidCode", r.void_reason AS "voidReason",
  r.voided_by AS "voidedBy", r.voided_at AS "voidedAt", a.result AS assessment, a.owner_org_id AS "assessmentOwnerId", a.totals,
  m.remark, m.owner_org_id AS "remarkOwnerId", m.urgent_call_to AS "urgentCallTo", m.urgent_call_at AS "urgentCallAt",
  m.read_due_on AS "remarkReadDueOn", m.read_by AS "remarkReadBy", m.read_at AS "remarkReadAt",
  (SELECT jsonb_build_object('id', e.id, 'state', e.state, 'dueOn', e.due_on) FROM care.second_entry e
   WHERE e.practice_id = r.practice_id AND e.response_id = r.id AND e.state IN ('PENDING', 'DIFFERENT')) AS "secondEntry",
  (SELECT jsonb_agg(jsonb_build_object('category', s.category, 'ownerOrgId', s.owner_org_id, 'answers', s.answers))
   FROM care.answer_sheet s WHERE s.practice_id = r.practice_id AND s.response_id = r.id) AS sheets
  FROM care.response r
  LEFT JOIN care.assessment a ON a.practice_id = r.practice_id AND a.response_id = r.id
  LEFT JOIN care.response_remark m ON m.practice_id = r.practice_id AND m.response_id = r.id`;

/** One response. Throws NOT_FOUND where it is not there, else why it is not there for the person at hand. */
export async function getResponseRow(id: string): Promise<ResponseRow> {
  if (!isUuid(id)) throw new DomainError('NOT_FOUND');
  const [row] = await query<ResponseRow>(`${SELECT_RESPONSE} WHERE r.practice_id = ctx.practice_id() AND r.id = $1`, [
    id,
  ]);
  if (!row) throw new DomainError(await whyUnseen('RESPONSE', id, 'IDENTITY'));
  return row;
}

/** All responses of a client, newest first. */
export function responseRowsOf(clientId: string): Promise<ResponseRow[]> {
  return query<ResponseRow>(
    `${SELECT_RESPONSE} WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1
     ORDER BY coalesce(r.completed_on, 'infinity') DESC, coalesce(r.completed_at, r.started_at) DESC, r.id DESC LIMIT 200`,
    [clientId],
  );
}

/** The answers of both sheets together. */
export function answersOf(row: Pick<ResponseRow, 'sheets'>): Answers {
  return Object.assign({}, ...(row.sheets ?? []).map((sheet) => sheet.answers));
}

/** Id of the response that superseded this one last; its own when none did. */
export async function newestOf(id: string): Promise<string> {
  const { newestId } = await queryOne<{ newestId: string }>('SELECT care.newest_response($1) AS "newestId"', [id]);
  return newestId;
}
