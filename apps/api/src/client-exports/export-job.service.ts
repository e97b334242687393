import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, EXPORT_FORMATS, type ExportFormat } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DomainError } from '../platform/http/problem.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { ClientExports, type DrawnExport, EXPORT_JOB } from './client-exports.service.ts';
import type { ExportedRecord } from './exported-record.ts';
import { bundleOf } from './fhir/bundle.ts';
import { renderRecord } from './pdf/record-pdf.ts';
import { ReadRecord } from './read-record.service.ts';

/** Where rights change while a record is read, it is read anew; so often, and then not. */
const TRIES = 3;

/** Makes an export in the worker: read page by page, drawn outside any transaction, kept by a last act that looks again. */
@Injectable()
export class ExportJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly exports: ClientExports,
    private readonly records: ReadRecord,
  ) {}

  onModuleInit(): void {
    this.jobs.register(EXPORT_JOB, (job) => this.run(job));
  }

  /** Throws NO_BASIS when what may be shown changed at each try. */
  private async run(job: RunningJob): Promise<string> {
    const kept = await job.act(() => this.exports.keptBefore(job.id));
    if (kept !== null) return kept;
    const clientId = String(job.params['clientId']);
    const format = EXPORT_FORMATS.find((known) => known === job.params['format']) ?? 'JSON';
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await job.act(() => this.records.shared(clientId));
      const record = await this.records.read(job, clientId);
      const drawn = await draw(record, format);
      const href = await job.act(() => this.exports.keep(job.id, record, before, drawn));
      if (href !== undefined) return href;
    }
    throw new DomainError('NO_BASIS');
  }
}

/** Of no name: where it is saved others may see the list of files. */
async function draw(record: ExportedRecord, format: ExportFormat): Promise<DrawnExport> {
  const fileName = text(`clientRights.export.file.${format}`, { day: record.madeAt.slice(0, 10) });
  if (format === 'PDF') return { format, mediaType: 'application/pdf', fileName, content: await renderRecord(record) };
  const content = Buffer.from(canonicalJson(format === 'JSON' ? record : bundleOf(record)));
  return { format, mediaType: format === 'JSON' ? 'application/json' : 'application/fhir+json', fileName, content };
}
