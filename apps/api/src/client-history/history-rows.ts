import type { ConsentCategory } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';

/** A correction as the triggers wrote it: columns by their name in the database. */
export interface DataChangeRow {
  readonly id: string;
  readonly at: string;
  readonly subject: 'CLIENT' | 'CONTACT_PERSON';
  readonly subjectId: string;
  readonly name: string | null;
  readonly kind: 'ADDED' | 'CHANGED';
  readonly rowVersion: number;
  readonly by: string | null;
  readonly reason: string | null;
  readonly ownerOrgId: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A response that took the place of another, with both their answers; or one that was declared void. */
export interface ResponseChangeRow {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  readonly ownerOrgId: string;
  readonly madeBy: string;
  readonly isVoid: boolean;
  readonly sheets: readonly { category: ConsentCategory; ownerOrgId: string; before: Answers; after: Answers }[];
}
type Answers = Readonly<Record<string, unknown>>;

export interface AssignmentRow {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  readonly ownerOrgId: string;
  readonly before: string | null;
  readonly after: string;
}

export const dataChanges = (clientId: string): Promise<DataChangeRow[]> =>
  query<DataChangeRow>(
    `SELECT h.id, ctx.utc(h.changed_at) AS at, h.subject, h.subject_id AS "subjectId", p.name, h.kind, h.row_version AS "rowVersion",
       h.changed_by AS by, h.reason, h.owner_org_id AS "ownerOrgId", h.before, h.after
     FROM care.data_change h
     LEFT JOIN care.contact_person p ON p.practice_id = h.practice_id AND p.id = h.subject_id
     WHERE h.practice_id = ctx.practice_id() AND h.client_id = $1 ORDER BY h.changed_at DESC, h.row_version DESC, h.id`,
    [clientId],
  );

export const responseChanges = (clientId: string): Promise<ResponseChangeRow[]> =>
  query<ResponseChangeRow>(
    `SELECT r.id, ctx.utc(r.started_at) AS at, r.entered_by AS by, r.amendment_reason AS reason, r.owner_org_id AS "ownerOrgId",
       r.entered_by AS "madeBy", false AS "isVoid", coalesce((
         SELECT jsonb_agg(jsonb_build_object('category', n.category, 'ownerOrgId', n.owner_org_id, 'before', o.answers,
           'after', n.answers) ORDER BY n.category)
         FROM care.answer_sheet n JOIN care.answer_sheet o ON o.practice_id = n.practice_id AND o.response_id = r.supersedes_id
           AND o.category = n.category
         WHERE n.practice_id = r.practice_id AND n.response_id = r.id), '[]') AS sheets
     FROM care.response r WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1 AND r.supersedes_id IS NOT NULL
     UNION ALL
     SELECT r.id, ctx.utc(r.voided_at), r.voided_by, coalesce(r.void_reason, r.void_code), r.owner_org_id, r.entered_by, true, '[]'
     FROM care.response r WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1 AND r.voided_at IS NOT NULL`,
    [clientId],
  );

export const assignments = (clientId: string): Promise<AssignmentRow[]> =>
  query<AssignmentRow>(
    `SELECT id, ctx.utc(assigned_at) AS at, assigned_by AS by, reason, owner_org_id AS "ownerOrgId",
       lag(profile) OVER (ORDER BY assigned_at, id) AS before, profile AS after
     FROM care.profile_assignment WHERE practice_id = ctx.practice_id() AND client_id = $1`,
    [clientId],
  );
