import { type ApprovalState, bulkExportEnd, bulkExportStateAt } from '@samenoud/domain';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { BulkExportView } from './bulk-export.dto.ts';

type Shown = Omit<BulkExportView, 'state' | 'startUntil'>;
export interface BulkExportRow extends Shown {
  readonly approval: ApprovalState;
  readonly decidedAt: string | null;
}

/** The asker's own: the table shows her no other. */
const OWN_SQL = `SELECT x.id, x.approval_id AS "approvalId", x.purpose, x.columns, x.clients, x.client_count AS "clientCount",
    ctx.utc(x.asked_at) AS "askedAt", ctx.utc(x.started_at) AS "startedAt", x.job_id AS "jobId", a.state AS approval,
    ctx.utc(a.decided_at) AS "decidedAt", m.display_name AS "decidedBy"
  FROM care.bulk_export x JOIN care.approval a ON a.practice_id = x.practice_id AND a.id = x.approval_id
  LEFT JOIN care.membership m ON m.practice_id = a.practice_id AND m.id = a.decided_by
  WHERE x.practice_id = ctx.practice_id() AND x.user_id = ctx.user_id()`;

export const ownExports = (): Promise<BulkExportRow[]> =>
  query<BulkExportRow>(`${OWN_SQL} ORDER BY x.asked_at DESC, x.id`);

export async function ownExport(id: string): Promise<BulkExportRow | undefined> {
  const [row] = await query<BulkExportRow>(`${OWN_SQL} AND x.id = $1`, [id]);
  return row;
}

export function bulkExportView({ approval, decidedAt, ...row }: BulkExportRow): BulkExportView {
  const { now } = requestContext();
  const state = bulkExportStateAt({ approval, decidedAt, askedAt: row.askedAt, startedAt: row.startedAt }, now);
  const isKept = row.startedAt !== null && bulkExportEnd(row.startedAt) > new Date(now).toISOString();
  return {
    ...row,
    state,
    startUntil: approval === 'APPROVED' && decidedAt !== null ? bulkExportEnd(decidedAt) : null,
    jobId: isKept ? row.jobId : null,
  };
}
