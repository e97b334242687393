import {
  IMPORT_DECISIONS, IMPORT_ERRORS, IMPORT_FIELDS, IMPORT_NOTICES, IMPORT_OUTCOMES, IMPORT_STATUSES, IMPORTED_KEYS,
} from '@samenoud/domain'; // prettier-ignore
import { Type } from 'class-transformer';
import {
  BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
  TextsField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { PageView } from '../platform/http/page.ts';

export const IMPORT_STATES = ['REVIEW', 'COMMITTING', 'COMMITTED', 'ABANDONED', 'EXPIRED'] as const;
const MAX_ROWS = 1_000_000;
const count = { min: 0, max: MAX_ROWS } as const;
const optional = { optional: true } as const;
const nullable = { nullable: true } as const;

export class ImportSource {
  @TextField({
    max: 80,
    optional: true,
    description: 'Which system the file comes from; columns are remembered per source.',
  })
  source?: string;
}

class ImportSummaryView {
  @IntegerField(count) create: number;
  @IntegerField(count) update: number;
  @IntegerField(count) unchanged: number;
  @IntegerField(count) missing: number;
  @IntegerField(count) error: number;
  @IntegerField(count) duplicate: number;
}

/** How many rows will do what, decisions counted in. */
class ImportOutcomesView {
  @IntegerField(count) creates: number;
  @IntegerField(count) updates: number;
  @IntegerField(count) statuses: number;
  @IntegerField(count) nothings: number;
}

class ImportColumnView {
  @IntegerField({ min: 0, max: 200 }) index: number;
  @TextField({ max: 10_000, min: 0 }) header: string;
  @CodeField(IMPORT_FIELDS, nullable) field: string | null;
  @TextsField({ description: 'A few cells; what could be a BSN is masked.' }) examples: string[];
}

export class ClientImportView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @CodeField(IMPORT_STATES) status: string;
  @TextField({ max: 200, min: 0 }) fileName: string;
  @TextField({ max: 80, min: 0 }) source: string;
  @CodeField(['CSV', 'XLSX']) format: string;
  @TextField({ max: 20, nullable: true, example: 'UTF-8' }) encoding: string | null;
  @TextField({ max: 1, nullable: true, example: ';' }) delimiter: string | null;
  @BooleanField({ description: 'False: the file begins with data at once.' }) hasHeader: boolean;
  @ListField(() => ImportColumnView, { max: 200 }) columns: ImportColumnView[];
  @CodesField(IMPORT_FIELDS, { description: 'Columns without which no row can be taken over.' })
  missingFields: string[];
  @ObjectField(() => ImportSummaryView) summary: ImportSummaryView;
  @ObjectField(() => ImportOutcomesView) outcomes: ImportOutcomesView;
  @InstantField() madeAt: string;
  @IdField() madeBy: string;
  @InstantField(nullable) committedAt: string | null;
  @IdField(nullable) committedBy: string | null;
  @IdField({ nullable: true, description: 'The job that carries it out; its progress is shown to whoever started it.' })
  jobId: string | null;
  @TextField({ max: 500, nullable: true, description: 'Why the last commit changed nothing, in Dutch.' })
  problem: string | null;
}

export class ClientImportItem {
  @IdField() id: string;
  @CodeField(IMPORT_STATES) status: string;
  @TextField({ max: 200, min: 0 }) fileName: string;
  @TextField({ max: 80, min: 0 }) source: string;
  @ObjectField(() => ImportSummaryView) summary: ImportSummaryView;
  @InstantField() madeAt: string;
  @IdField() madeBy: string;
  @InstantField(nullable) committedAt: string | null;
}

export class ClientImportPage extends PageView {
  @ListField(() => ClientImportItem, { max: 200 }) items: ClientImportItem[];
}

class ColumnField {
  @IntegerField({ min: 0, max: 199, optional: true, description: 'Which column; or name it by its header.' })
  index?: number;
  @TextField({ max: 10_000, min: 0, optional: true }) header?: string;
  @CodeField(IMPORT_FIELDS, { nullable: true, description: 'null: the column is not taken over.' }) field:
    string | null;
}

/** Which rows: one by ordinal or line number, or all of a status. */
class RowDecision {
  @IntegerField({ ...count, ...optional }) ordinal?: number;
  @IntegerField({ ...count, ...optional }) lineNumber?: number;
  @CodeField(IMPORT_STATUSES, {
    optional: true,
    description: 'All rows of this status for which the decision is possible.',
  })
  status?: string;
  @CodeField(IMPORT_DECISIONS, { nullable: true, description: 'null: as if nobody had decided.' }) decision:
    string | null;
  @IdField({ optional: true, description: 'For UPDATE of a possible duplicate: which candidate.' }) clientId?: string;
}

export class UpdateClientImport {
  @ListField(() => ColumnField, { max: 200, optional: true }) mapping?: ColumnField[];
  @ListField(() => RowDecision, { max: 1000, optional: true }) decisions?: RowDecision[];
}

export class ImportRowsQuery {
  @CodeField(IMPORT_STATUSES, optional) status?: string;
  @Type(() => Number)
  @IntegerField({ min: 1, max: 200, optional: true, description: 'Default 50.' })
  limit?: number;
  @TextField({ max: 20, optional: true, description: '`nextCursor` of the page before.' }) cursor?: string;
}

class ImportedNameView {
  @TextField({ max: 200, nullable: true }) initials: string | null;
  @TextField({ max: 200, nullable: true }) given: string | null;
  @TextField({ max: 200, nullable: true }) prefix: string | null;
  @TextField({ max: 200, min: 0 }) family: string;
  @TextField({ max: 200, nullable: true }) partnerPrefix: string | null;
  @TextField({ max: 200, nullable: true }) partnerFamily: string | null;
  @TextField({ max: 20 }) use: string;
}

class ImportChangeView {
  @CodeField(IMPORTED_KEYS) field: string;
  @TextField({ max: 200, nullable: true }) from: string | null;
  @TextField({ max: 200, nullable: true, description: 'null: becomes empty, with what it belonged to.' }) to:
    string | null;
}

class ImportErrorView {
  @CodeField(IMPORT_FIELDS, nullable) field: string | null;
  @CodeField(IMPORT_ERRORS) code: string;
  @TextField({ max: 200, description: 'In Dutch.' }) detail: string;
  @TextField({ max: 100, nullable: true, description: 'What stands in the cell; masked when it could be a BSN.' })
  value: string | null;
}

class ImportNoticeView {
  @CodeField(IMPORT_NOTICES) code: string;
  @TextField({ max: 200 }) detail: string;
}

class ImportCandidateView {
  @IdField() id: string;
  @ObjectField(() => ImportedNameView) name: ImportedNameView;
  @DayField() birthDate: string;
  @TextField({ max: 40, nullable: true }) hisNumber: string | null;
  @TextField({ max: 80, nullable: true }) city: string | null;
  @TextField({ max: 20 }) status: string;
  @BooleanField({ description: 'Another row of the file is about this client.' }) isTaken: boolean;
  @ListField(() => ImportChangeView, { max: 30 }) changes: ImportChangeView[];
}

class ImportDuplicateView {
  @CodeField(['ROW', 'REGISTER']) of: string;
  @IntegerField({ ...count, nullable: true, description: 'The earlier line with the same number or person.' })
  lineNumber: number | null;
  @TextField({ max: 200, description: 'In Dutch.' }) detail: string;
  @ListField(() => ImportCandidateView, { max: 200 }) candidates: ImportCandidateView[];
}

/** The row without its faulty values, for whoever takes it so. */
class ImportWithoutView {
  @CodesField(IMPORTED_KEYS) fields: string[];
  @CodeField(IMPORT_STATUSES) status: string;
  @ListField(() => ImportChangeView, { max: 30 }) changes: ImportChangeView[];
}

export class ClientImportRowView {
  @IntegerField(count) ordinal: number;
  @IntegerField({ ...count, nullable: true, description: 'Line of the file on which the row begins, from 1.' })
  lineNumber: number | null;
  @CodeField(IMPORT_STATUSES) status: string;
  @CodeField(IMPORT_OUTCOMES, { description: 'What happens on commit, the decision counted in.' }) outcome: string;
  @CodesField(IMPORT_DECISIONS, { description: 'The first happens when nobody decides.' }) options: string[];
  @CodeField(IMPORT_DECISIONS, nullable) decision: string | null;
  @IdField(nullable) clientId: string | null;
  @IdField({ nullable: true, description: 'The client this row will change.' }) targetId: string | null;
  @ObjectField(() => ImportedNameView, nullable) name: ImportedNameView | null;
  @DayField(nullable) birthDate: string | null;
  @TextField({ max: 40, nullable: true }) hisNumber: string | null;
  @TextField({ max: 9, nullable: true, example: '*****6782' }) bsn: string | null;
  @ListField(() => ImportChangeView, { max: 30 }) changes: ImportChangeView[];
  @ListField(() => ImportErrorView, { max: 30 }) errors: ImportErrorView[];
  @ListField(() => ImportNoticeView, { max: 10 }) notices: ImportNoticeView[];
  @ObjectField(() => ImportDuplicateView, nullable) duplicate: ImportDuplicateView | null;
  @ObjectField(() => ImportWithoutView, nullable) without: ImportWithoutView | null;
}

export class ClientImportRowPage extends PageView {
  @ListField(() => ClientImportRowView, { max: 200 }) items: ClientImportRowView[];
}
