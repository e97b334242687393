import type { InstrumentPack } from '@samenoud/domain';
import type { ExportedRow } from '../platform/exports/export-parts.ts';
import type { ExportedColleague, ExportedOrganisation } from './parts/core-parts.service.ts';
import type { Recipient } from './recipients.ts';

/** What the exporting colleague may not see is absent and named; whether there is any is not told. */
export interface HiddenPartOfRecord {
  readonly pointer: string;
  readonly code: string;
}

/** The whole record of one client as it leaves the house; JSON as it is, PDF and FHIR are drawn from it. Source: docs/client-export.md. */
export interface ExportedRecord {
  readonly format: 'samenoud-client-record';
  readonly version: 1;
  readonly clientId: string;
  readonly madeAt: string;
  readonly madeBy: {
    readonly userId: string;
    readonly displayName: string;
    readonly role: string;
    readonly organisation: string;
  };
  readonly practice: { readonly id: string; readonly name: string; readonly phone: string };
  readonly parts: Readonly<Record<string, readonly ExportedRow[]>>;
  readonly hidden: readonly HiddenPartOfRecord[];
  readonly recipients: readonly Recipient[];
  readonly colleagues: readonly ExportedColleague[];
  readonly organisations: readonly ExportedOrganisation[];
  readonly instruments: readonly InstrumentPack[];
}

export const rowsOf = ({ parts }: ExportedRecord, name: string): readonly ExportedRow[] => parts[name] ?? [];

/** A value of a row as text; null where there is none. */
export function textOf(row: ExportedRow, key: string): string | null {
  const value = row[key];
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
