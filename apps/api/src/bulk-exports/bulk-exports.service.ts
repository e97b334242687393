import { Injectable } from '@nestjs/common';
import { BULK_EXPORT_PURPOSE, mayApproveBulkExport } from '@samenoud/domain';
import { Approvals } from '../approvals/approvals.service.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import type { JobStarted } from '../platform/jobs/job.dto.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { AskBulkExport, BulkExportList, BulkExportView } from './bulk-export.dto.ts';
import { bulkExportView, ownExport, ownExports } from './bulk-export-row.ts';
import { logExport } from './export-log.ts';
import { inOrder } from './export-table.ts';
import { countClients } from './exported-clients.ts';
import { BULK_EXPORT_JOB } from './write-export.service.ts';

/** Lists of clients as a file: asked for by a GP, approved by another person, started once. Source: `trust.md` 3 and 8. */
@Injectable()
export class BulkExports {
  constructor(
    private readonly approvals: Approvals,
    private readonly jobs: Jobs,
  ) {
    // approval itself does nothing: it lets the asker start, within a day
    approvals.register('BULK_EXPORT', {
      mayDecide: mayApproveBulkExport,
      stepUp: true,
      carryOut: () => Promise.resolve(),
    });
  }

  async list(page: PageQuery): Promise<BulkExportList> {
    return pageOf((await ownExports()).map(bulkExportView), page);
  }

  /** Asks a second person. Throws STEP_UP_REQUIRED, and 400 without a column or with a purpose of blanks. */
  async ask({ purpose, columns, clients }: AskBulkExport): Promise<BulkExportView> {
    const reason = purpose.trim();
    const { min } = BULK_EXPORT_PURPOSE;
    if ([...reason].length < min) throw invalidInput({ pointer: '/purpose', code: 'TOO_SHORT', values: { min } });
    if (columns.length === 0) throw invalidInput({ pointer: '/columns', code: 'REQUIRED' });
    requireFreshSecondFactor();
    const [id, chosen, count] = [newId(), inOrder(columns), await countClients(clients)];
    const subject = { exportId: id, columns: chosen, clients, clientCount: count };
    const approvalId = await this.approvals.ask('BULK_EXPORT', subject, { reason });
    await query(
      `INSERT INTO care.bulk_export (practice_id, id, user_id, approval_id, purpose, columns, clients, client_count)
       VALUES (ctx.practice_id(), $1, ctx.user_id(), $2, $3, $4, $5, $6)`,
      [id, approvalId, reason, chosen, clients, count],
    );
    logExport('ASK_BULK_EXPORT', id, { columns: chosen, clients, count }, 'C');
    return this.get(id);
  }

  /** Throws NOT_FOUND for an export of another, STEP_UP_REQUIRED, APPROVAL_EXPIRED a day after approval, else WRONG_STATE. */
  async start(id: string): Promise<JobStarted> {
    const { state, columns, clients, clientCount } = await this.get(id);
    requireFreshSecondFactor();
    if (state === 'LAPSED') throw new DomainError('APPROVAL_EXPIRED');
    if (state !== 'APPROVED') throw new DomainError('WRONG_STATE');
    const jobId = await this.jobs.start(BULK_EXPORT_JOB, { exportId: id }, clientCount);
    const started = await changeRows(
      `UPDATE care.bulk_export SET started_at = ctx.now(), job_id = $2
       WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1 AND started_at IS NULL`,
      [id, jobId],
    );
    if (started !== 1) throw new DomainError('WRONG_STATE');
    logExport('START_BULK_EXPORT', id, { columns, clients });
    return { jobId };
  }

  private async get(id: string): Promise<BulkExportView> {
    const row = isUuid(id) ? await ownExport(id) : undefined;
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return bulkExportView(row);
  }
}
