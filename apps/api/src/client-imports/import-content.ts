import type {
  ImportChange, ImportDecision, ImportDuplicate, ImportedPerson, ImportError, ImportField, ImportLine, ImportNotice, ImportOutcome,
  ImportStatus, PlannedRow,
} from '@samenoud/domain'; // prettier-ignore

/** The file as it was read, kept until it is used or forgotten. */
export interface ImportTable {
  readonly headers: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly ImportLine[];
}

/** What each column holds, with a few of its cells. */
export interface ImportColumns {
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | null)[];
  readonly examples: readonly (readonly string[])[];
}

/** What the review shows of a row and the commit carries out: the same stored thing. */
export interface RowContent {
  readonly person: ImportedPerson;
  readonly changes: readonly ImportChange[];
  readonly errors: readonly ImportError[];
  readonly notices: readonly ImportNotice[];
  readonly duplicate: ImportDuplicate | null;
  readonly without: PlannedRow['without'];
}

/** A row of the plan with what decides its fate in the open, and its content still to be sealed. */
export interface PlanRow {
  readonly ordinal: number;
  readonly lineNumber: number | null;
  readonly status: ImportStatus;
  readonly options: readonly ImportDecision[];
  readonly outcome: ImportOutcome;
  readonly withoutOutcome: ImportOutcome | null;
  readonly withoutClientId: string | null;
  readonly clientId: string | null;
  readonly content: RowContent;
}

export type ImportSummary = Readonly<
  Record<'create' | 'update' | 'unchanged' | 'missing' | 'error' | 'duplicate', number>
>;

export function summaryOf(rows: readonly Pick<PlanRow, 'status'>[]): ImportSummary {
  const summary = { create: 0, update: 0, unchanged: 0, missing: 0, error: 0, duplicate: 0 };
  for (const { status } of rows) summary[status.toLowerCase() as keyof ImportSummary] += 1;
  return summary;
}
