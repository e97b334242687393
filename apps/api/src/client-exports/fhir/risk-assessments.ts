import type { RiskAssessment } from 'fhir/r4.js';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { derivedId, idOf, instantOf, ownCode, referenceTo } from './ids.ts';
import { packsOf, responseId } from './questionnaires.ts';

/** What the rule proposed and what the team assigned: two things, never one. */
export function riskAssessments(record: ExportedRecord): RiskAssessment[] {
  return [...rowsOf(record, 'assessments').map((row) => proposal(record, row)), ...rowsOf(record, 'profileAssignments').map((row) => assignment(record, row))]; // prettier-ignore
}

function proposal(record: ExportedRecord, row: ExportedRow): RiskAssessment {
  const form = rowsOf(record, 'responses').find((one) => one['id'] === row['responseId']);
  const rule = (row['result'] as { rule?: { version?: string } } | null)?.rule?.version ?? '1';
  const scores = ['gfi', 'imesa'].map(
    (name) => `${name} ${String(row[`${name}Lower`])}-${String(row[`${name}Upper`])}`,
  );
  return {
    resourceType: 'RiskAssessment',
    id: derivedId('assessment', idOf(row, 'responseId')),
    status: 'preliminary',
    ...head(record, rule, row['madeAt']),
    basis: form ? packsOf(record, form).map(({ instrument }) => referenceTo(responseId(idOf(form), instrument))) : [],
    prediction: [
      { outcome: { coding: [ownCode('profile', String(row['proposedProfile']))] }, rationale: scores.join(', ') },
    ],
  };
}

function assignment(record: ExportedRecord, row: ExportedRow): RiskAssessment {
  const reason = textOf(row, 'reason');
  return {
    resourceType: 'RiskAssessment',
    id: idOf(row),
    status: 'final',
    ...head(record, textOf(row, 'ruleVersion') ?? '1', row['assignedAt']),
    performer: referenceTo(String(row['assignedBy'])),
    prediction: [{ outcome: { coding: [ownCode('profile', String(row['profile']))] } }],
    ...(reason === null ? {} : { note: [{ text: reason }] }),
  };
}

function head(
  record: ExportedRecord,
  ruleVersion: string,
  at: unknown,
): Pick<RiskAssessment, 'subject' | 'method' | 'occurrenceDateTime'> {
  // prettier-ignore
  const occurrenceDateTime = instantOf(at);
  return {
    subject: referenceTo(record.clientId),
    method: { text: `SamenOud-profiel, regel samenoud versie ${ruleVersion}` },
    ...(occurrenceDateTime === undefined ? {} : { occurrenceDateTime }),
  };
}
