import type { Annotation, CarePlan, Condition } from 'fhir/r4.js';
import { text } from '@samenoud/texts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { derivedId, idOf, instantOf, ownCode, referenceTo } from './ids.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const ICPC = 'http://hl7.org/fhir/sid/icpc-1';

const contentOf = (row: ExportedRow): ExportedRow => row['content'] as ExportedRow;
const problemsOf = (row: ExportedRow): readonly ExportedRow[] => contentOf(row)['problems'] as ExportedRow[];
const problemId = (row: ExportedRow, index: number): string => derivedId('treatment-problem', idOf(row), String(index));

/** Problems of the medical treatment plan, with their ICPC code where they have one. */
export function conditions(record: ExportedRecord): Condition[] {
  return rowsOf(record, 'treatmentPlans').flatMap((row) =>
    problemsOf(row).map((problem, index): Condition => {
      const [icpc, policy] = [textOf(problem, 'icpc'), textOf(problem, 'policy')];
      return {
        resourceType: 'Condition',
        id: problemId(row, index),
        clinicalStatus: { coding: [{ system: CLINICAL, code: 'active' }] },
        code: {
          ...(icpc === null ? {} : { coding: [{ system: ICPC, code: icpc }] }),
          text: textOf(problem, 'text') ?? '',
        },
        subject: referenceTo(record.clientId),
        ...(policy === null ? {} : { note: [{ text: policy }] }),
      };
    }),
  );
}

const NOTES = ['medicationPolicy', 'lastMedicationReviewOn', 'nextMedicationReviewOn', 'agreements', 'signals', 'discussedWithClientOn', 'reviewOn'] as const; // prettier-ignore

/** The medical treatment plan: what it addresses, and the rest in words. */
export function treatmentPlans(record: ExportedRecord): CarePlan[] {
  return rowsOf(record, 'treatmentPlans').map((row) => {
    const created = instantOf(row['madeAt']);
    const note = NOTES.flatMap((field): Annotation[] => {
      const value = textOf(contentOf(row), field);
      return value === null ? [] : [{ text: `${text(`treatmentPlans.field.${field}`)}: ${value}` }];
    });
    return {
      resourceType: 'CarePlan',
      id: idOf(row),
      status: 'active',
      intent: 'plan',
      category: [{ coding: [ownCode('care-plan', 'MEDICAL_TREATMENT_PLAN')] }],
      title: text('treatmentPlans.title'),
      subject: referenceTo(record.clientId),
      ...(created === undefined ? {} : { created }),
      author: referenceTo(String(row['madeBy'])),
      addresses: problemsOf(row).map((_, index) => referenceTo(problemId(row, index))),
      ...(note.length === 0 ? {} : { note }),
    };
  });
}
