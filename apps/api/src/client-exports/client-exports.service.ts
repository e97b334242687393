import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ExportFormat } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { Documents } from '../platform/documents/documents.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import type { JobStarted } from '../platform/jobs/job.dto.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { ExportClient } from './client-export.dto.ts';
import type { ExportedRecord } from './exported-record.ts';
import { ReadRecord, type Shared } from './read-record.service.ts';

export const EXPORT_JOB = 'CLIENT_EXPORT';
const OBJECT = 'CLIENT_EXPORT';

export interface DrawnExport {
  readonly format: ExportFormat;
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: Buffer;
}

/** The copy a client has a right to (AVG 15, 20): started, kept for a day, and fetched as long as what it rests on holds. */
@Injectable()
export class ClientExports implements OnModuleInit {
  constructor(
    private readonly access: ClientAccess,
    private readonly documents: Documents,
    private readonly jobs: Jobs,
    private readonly records: ReadRecord,
  ) {}

  onModuleInit(): void {
    this.documents.guard(OBJECT, (documentId) => this.stillShared(documentId));
  }

  /** Notes the start before the first byte is read. Throws STEP_UP_REQUIRED without a fresh second factor. */
  async start(clientId: string, { format }: ExportClient): Promise<JobStarted> {
    const jobId = newId();
    await this.access.open(clientId, 'CLIENT_EXPORT', 'EXPORT', { type: `${OBJECT}_START`, id: jobId });
    requireFreshSecondFactor();
    return { jobId: await this.jobs.start(EXPORT_JOB, { clientId, format }, this.records.size) };
  }

  /** What the job made before its worker stopped. */
  async keptBefore(jobId: string): Promise<string | null> {
    const { href } = await queryOne<{ href: string | null }>(
      'SELECT href FROM care.job WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1',
      [jobId],
    );
    return href;
  }

  /** Document, register and log row together; undefined when something that it shows is not shared any more. */
  async keep(jobId: string, record: ExportedRecord, before: Shared, drawn: DrawnExport): Promise<string | undefined> {
    const { clientId } = record;
    if (!covers(await this.records.shared(clientId), before)) return undefined;
    await this.access.open(clientId, 'CLIENT_EXPORT', 'EXPORT', { type: `${OBJECT}_END`, id: jobId });
    const href = await this.documents.keep({ ...drawn, kind: OBJECT });
    const counts = Object.fromEntries(Object.entries(record.parts).map(([name, rows]) => [name, rows.length]));
    await query(
      `INSERT INTO care.client_export (practice_id, id, client_id, owner_org_id, format, made_by, document_id, content_hash, row_counts, shared)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, ctx.user_id(), $4, $5, $6, $7)`,
      [newId(), clientId, drawn.format, href.split('/').at(-1), hashOf(drawn.content), JSON.stringify(counts), JSON.stringify(before)], // prettier-ignore
    );
    await changeRows('UPDATE care.job SET href = $2 WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1', [jobId, href]); // prettier-ignore
    return href;
  }

  private async stillShared(documentId: string): Promise<string> {
    const [made] = await query<{ clientId: string; shared: Shared }>(
      `SELECT client_id AS "clientId", shared FROM care.client_export
       WHERE practice_id = ctx.practice_id() AND document_id = $1 AND made_by = ctx.user_id()`,
      [documentId],
    );
    if (!made) throw new DomainError('NOT_FOUND');
    requestContext().clientId = made.clientId;
    if (!covers(await this.records.shared(made.clientId), made.shared)) throw new DomainError('NO_BASIS');
    return made.clientId;
  }
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const covers = (now: Shared, before: Shared): boolean =>
  before.every(([category, from]) => now.some((one) => one[0] === category && one[1] === from));
