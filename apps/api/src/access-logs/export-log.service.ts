import { Injectable, type OnModuleInit } from '@nestjs/common';
import { daysBetween } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { AccessLogEvent } from '../platform/access-log/access-log-page.dto.ts';
import { type CsvCell, writeCsv } from '../platform/documents/csv/write-csv.ts';
import { Documents } from '../platform/documents/documents.ts';
import { invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import type { JobStarted } from '../platform/jobs/job.dto.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { AccessLogs } from './access-logs.service.ts';
import type { ExportLog } from './log-export.dto.ts';

const JOB = 'ACCESS_LOG_FILE';
const PAGE = 200;
const MOST_DAYS = 31;
const HEAD = ['when', 'who', 'role', 'organisation', 'what', 'client', 'outcome', 'why', 'emergency'] as const;

/** An overview of the log as a file: asked for with a fresh second factor, read page by page in a job, and every page is logged. */
@Injectable()
export class ExportLogs implements OnModuleInit {
  constructor(
    private readonly logs: AccessLogs,
    private readonly documents: Documents,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, (job) => this.write(job));
  }

  /** Throws STEP_UP_REQUIRED, and 400 for a period that ends before it begins or is longer than a month. */
  async start(asked: ExportLog): Promise<JobStarted> {
    const days = daysBetween(asked.from, asked.until);
    if (days < 0 || days >= MOST_DAYS) throw invalidInput({ pointer: '/until', code: 'INVALID_VALUE' });
    requireFreshSecondFactor();
    this.log('START_ACCESS_LOG_FILE', asked, {});
    return { jobId: await this.jobs.start(JOB, asked, 1) };
  }

  private async write(job: RunningJob): Promise<string> {
    const asked = job.params as unknown as ExportLog;
    const rows: CsvCell[][] = [];
    let cursor: number | undefined;
    do {
      const page = await job.act(() => this.logs.ofExport(asked, { limit: PAGE, ...(cursor && { cursor }) }));
      rows.push(...page.items.map(rowOf));
      cursor = page.nextCursor === null ? undefined : Number(page.nextCursor);
      await job.progress(rows.length, page.total);
    } while (cursor !== undefined);
    const content = writeCsv(HEAD.map((column) => text(`accessLog.column.${column}`)), rows); // prettier-ignore
    return job.act(() => this.keep(asked, content, rows.length));
  }

  private keep(asked: ExportLog, content: Buffer, count: number): Promise<string> {
    this.log('EXPORT_ACCESS_LOG_FILE', asked, { count });
    const fileName = text('accessLog.export.fileName', { from: asked.from, until: asked.until });
    return this.documents.keep({ kind: JOB, mediaType: 'text/csv', fileName, content });
  }

  private log(type: string, asked: ExportLog, counts: object): void {
    requestContext().log.push({
      type,
      action: 'E',
      objectType: 'ACCESS_LOG',
      purpose: 'AUDIT',
      rule: 'ACCESS_LOG_OVERVIEWS.EXPORT.LOG_OFFICER',
      relation: 'TENANT',
      basis: 'NOT_NEEDED',
      ...(asked.clientId === undefined ? {} : { clientId: asked.clientId }),
      query: { ...asked, ...counts },
    });
  }
}

function rowOf({
  occurredAt,
  person,
  type,
  action,
  objectType,
  clientId,
  outcome,
  ...event
}: AccessLogEvent): CsvCell[] {
  const object = findText(`accessLog.object.${objectType}`) ?? text('accessLog.object.OTHER');
  const act = `${object} ${findText(`accessLog.action.${action}`) ?? action}`;
  return [
    occurredAt,
    person.displayName,
    person.role === null ? null : (findText(`common.role.${person.role}`) ?? person.role),
    person.organisation,
    findText(`accessLog.special.${type}`) ?? act,
    clientId,
    findText(`accessLog.outcome.${outcome}`) ?? outcome,
    [event.rule, event.relation, event.consent].filter((part) => part !== null).join(' '),
    event.emergency ? text('accessLog.yes') : null,
  ];
}
