import type { Provenance } from 'fhir/r4.js';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const ACTIVITY = 'http://terminology.hl7.org/CodeSystem/v3-DataOperation';

/** Corrections: who, when and why; the values before and after are in the JSON export. */
export function provenances(record: ExportedRecord): Provenance[] {
  return rowsOf(record, 'dataChanges').map((row) => {
    const [reason, by] = [textOf(row, 'reason'), textOf(row, 'changedBy')];
    const known = record.colleagues.find(({ userId }) => userId === by);
    return {
      resourceType: 'Provenance',
      id: idOf(row),
      target: [referenceTo(String(row['subjectId']))],
      recorded: instantOf(row['changedAt']) ?? record.madeAt,
      activity: { coding: [{ system: ACTIVITY, code: row['kind'] === 'ADDED' ? 'CREATE' : 'UPDATE' }] },
      ...(reason === null ? {} : { reason: [{ text: reason }] }),
      agent: [known ? { who: referenceTo(known.userId, known.displayName) } : { who: { display: 'Samenoud' } }],
      entity: [{ role: 'revision', what: { display: changedNames(row['before'], row['after']) } }],
      policy: [ownCode('policy', 'correction').system ?? ''],
    };
  });
}

const changedNames = (before: unknown, after: unknown): string =>
  [...new Set([before, after].flatMap((values) => Object.keys(values as object)))].toSorted().join(', ');
