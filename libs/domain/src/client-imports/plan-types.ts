import type { ImportError, ImportNotice, ImportStatus } from './import-codes.ts';
import type { ImportedKey, ImportedPerson, ReadingContext } from './read-row.ts';

/** A client of the practice, as far as an import compares. Texts as stored; empty means: not known. */
export interface RegisteredClient {
  readonly id: string;
  readonly status: string;
  readonly restricted: boolean;
  /** The family name as possible duplicates are looked for. */
  readonly duplicateKey: string;
  /** Stands for the BSN without telling it. */
  readonly bsnKey: string | null;
  readonly person: Readonly<Record<Exclude<ImportedKey, 'bsn'>, string | null>>;
}

/** `from` null: nothing was stored; an empty text: a BSN, which is not told here. `to` null: it goes with what it belonged to. */
export interface ImportChange {
  readonly key: ImportedKey;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ImportCandidate {
  readonly id: string;
  readonly changes: readonly ImportChange[];
  /** Another row of the file is about this client, by number. */
  readonly isTaken: boolean;
}

export type ImportDuplicate =
  | { readonly of: 'ROW'; readonly lineNumber: number; readonly keys: readonly ImportedKey[] }
  | { readonly of: 'REGISTER'; readonly candidates: readonly ImportCandidate[] };

/** What would happen with a row, were it taken. */
export interface ImportTarget {
  readonly status: Exclude<ImportStatus, 'MISSING'>;
  readonly clientId: string | null;
  readonly changes: readonly ImportChange[];
  readonly duplicate: ImportDuplicate | null;
}

export interface PlannedRow extends ImportTarget {
  readonly lineNumber: number;
  readonly person: ImportedPerson;
  readonly errors: readonly ImportError[];
  readonly notices: readonly ImportNotice[];
  /** The same row without the value at fault, where a person may take it so; null where not. */
  readonly without: (ImportTarget & { readonly person: ImportedPerson }) | null;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** In the register and at home or admitted, but not in the file. */
  readonly missing: readonly string[];
}

export interface PlanContext extends ReadingContext {
  readonly register: readonly RegisteredClient[];
  readonly bsnKeyOf: (bsn: string) => string;
}
