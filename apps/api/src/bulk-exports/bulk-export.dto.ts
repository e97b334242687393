import {
  BULK_EXPORT_CLIENTS,
  BULK_EXPORT_COLUMNS,
  BULK_EXPORT_PURPOSE,
  BULK_EXPORT_STATES,
  type BulkExportClients,
  type BulkExportColumn,
  type BulkExportState,
} from '@samenoud/domain';
import {
  CodeField,
  CodesField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../platform/http/fields.ts';
import { PageView } from '../platform/http/page.ts';

export class AskBulkExport {
  @TextField({ ...BULK_EXPORT_PURPOSE, description: 'What the list is for; names no client.' }) purpose: string;
  @CodesField(BULK_EXPORT_COLUMNS, { description: 'At least one.' }) columns: BulkExportColumn[];
  @CodeField(BULK_EXPORT_CLIENTS) clients: BulkExportClients;
}

export class BulkExportView {
  @IdField() id: string;
  @IdField({ description: 'The question for a second person.' }) approvalId: string;
  @TextField({ max: 300 }) purpose: string;
  @CodesField(BULK_EXPORT_COLUMNS) columns: BulkExportColumn[];
  @CodeField(BULK_EXPORT_CLIENTS) clients: BulkExportClients;
  @IntegerField({ min: 0, max: 2_147_483_647, description: 'When it was asked.' }) clientCount: number;
  @CodeField(BULK_EXPORT_STATES) state: BulkExportState;
  @InstantField() askedAt: string;
  @TextField({ max: 200, nullable: true }) decidedBy: string | null;
  @InstantField({ nullable: true, description: 'Until when it can be started, once approved.' }) startUntil:
    string | null;
  @InstantField({ nullable: true }) startedAt: string | null;
  @IdField({ nullable: true, description: 'The job, while its file is kept.' }) jobId: string | null;
}

export class BulkExportList extends PageView {
  @ListField(() => BulkExportView, { max: 200 }) items: BulkExportView[];
}
