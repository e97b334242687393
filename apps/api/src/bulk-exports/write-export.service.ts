import { Injectable, type OnModuleInit } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { Documents } from '../platform/documents/documents.ts';
import { DomainError } from '../platform/http/problem.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { queryOne, requestContext } from '../platform/request/request-context.ts';
import type { BulkExportRow } from './bulk-export-row.ts';
import { ownExport } from './bulk-export-row.ts';
import { logExport } from './export-log.ts';
import { type ClientOfExport, exportTable } from './export-table.ts';
import { pageOfClients, type Place, profileWords, requireRight } from './exported-clients.ts';

export const BULK_EXPORT_JOB = 'BULK_EXPORT';

/** Writes the file in a job of the asker: every page with the rights she has at that moment, and in the log with its ids. */
@Injectable()
export class WriteExport implements OnModuleInit {
  constructor(
    private readonly documents: Documents,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(BULK_EXPORT_JOB, (job) => this.write(job));
    this.documents.guard(BULK_EXPORT_JOB, (_, madeAt) => requireUnchanged(madeAt));
  }

  private async write(job: RunningJob): Promise<string> {
    const id = String(job.params['exportId']);
    const asked = await job.act(() => this.find(id));
    const clients: ClientOfExport[] = [];
    for (let after: Place | undefined, more = true; more;) {
      const page = await job.act(() => this.page(asked, after));
      clients.push(...page);
      const last = page.at(-1);
      more = last !== undefined;
      if (last !== undefined) after = [last.sortName, last.id];
      await job.progress(clients.length, Math.max(clients.length, asked.clientCount));
    }
    await job.progress(clients.length, clients.length);
    return job.act(() => this.keep(asked, clients));
  }

  private async find(id: string): Promise<BulkExportRow> {
    const row = await ownExport(id);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async page({ id, clients }: BulkExportRow, after: Place | undefined): ReturnType<typeof pageOfClients> {
    await requireRight();
    const page = await pageOfClients(clients, after);
    if (page.length > 0) logExport('EXPORT_CLIENTS', id, { ids: page.map((client) => client.id) });
    return page;
  }

  private async keep({ id, columns, purpose }: BulkExportRow, clients: readonly ClientOfExport[]): Promise<string> {
    await requireRight();
    const { user, now, today } = requestContext();
    const at = WATERMARK_TIME.format(new Date(now));
    const watermark = text('bulkExports.watermark', { name: user.displayName, at, purpose });
    const content = exportTable({ columns, clients, profiles: await profileWords(), watermark });
    logExport('END_BULK_EXPORT', id, { columns, count: clients.length });
    const fileName = text('bulkExports.fileName', { day: today });
    return this.documents.keep({ kind: BULK_EXPORT_JOB, mediaType: 'text/csv', fileName, content });
  }
}

/**
 * The file holds many people at once: it is given out as long as the right to export holds, and nobody was shielded or took
 * something back towards this organisation since it was made. Then a new one has to be asked for. Throws ROLE or NO_BASIS.
 */
async function requireUnchanged(madeAt: string): Promise<undefined> {
  await requireRight();
  const { changed } = await queryOne<{ changed: boolean }>(
    `SELECT EXISTS (SELECT FROM care.client_restriction r WHERE r.practice_id = ctx.practice_id() AND r.state = 'IN_FORCE'
         AND r.decided_at > $1::timestamptz)
       OR EXISTS (SELECT FROM care.consent k WHERE k.practice_id = ctx.practice_id() AND k.to_org_id = ctx.org_id()
         AND greatest(k.recorded_at, k.withdrawn_at) > $1::timestamptz AND (k.kind <> 'GRANT' OR k.withdrawn_at IS NOT NULL)) AS changed`,
    [madeAt],
  );
  if (changed) throw new DomainError('NO_BASIS');
}

const WATERMARK_TIME = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
});
