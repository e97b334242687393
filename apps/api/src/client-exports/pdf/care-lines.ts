import { formatDutchDay, isDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { dutchTime, words } from './words.ts';

/** How the rows of one part are told, one paragraph each. */
type Told = (record: ExportedRecord, row: ExportedRow) => string;

const list = (value: unknown): readonly ExportedRow[] => (Array.isArray(value) ? (value as ExportedRow[]) : []);
const contentOf = (row: ExportedRow): ExportedRow =>
  typeof row['content'] === 'object' && row['content'] !== null ? (row['content'] as ExportedRow) : row;

/** `label: value`, and nothing at all where there is no value. */
function said(label: string, value: string | null): string[] {
  if (value === null || value === '') return [];
  return [`${label}: ${isDay(value) ? formatDutchDay(value) : value}`];
}

function codeWords(texts: string, code: unknown): string | null {
  if (typeof code !== 'string' && typeof code !== 'number') return null;
  return findText(`${texts}.${code}`) ?? String(code);
}
const codesWords = (texts: string, codes: unknown): string =>
  (Array.isArray(codes) ? codes : []).map((code) => codeWords(texts, code)).join(', ');

function treatmentPlan(_: ExportedRecord, row: ExportedRow): string {
  const plan = contentOf(row);
  const problems = list(plan['problems']).map((one) =>
    [[textOf(one, 'icpc'), textOf(one, 'text')].filter(Boolean).join(' '), textOf(one, 'policy')]
      .filter(Boolean)
      .join(': '),
  );
  const fields = [
    'medicationPolicy', 'lastMedicationReviewOn', 'nextMedicationReviewOn', 'agreements', 'signals', 'discussedWithClientOn', 'reviewOn',
  ] as const; // prettier-ignore
  return [...problems, ...fields.flatMap((field) => said(text(`treatmentPlans.field.${field}`), textOf(plan, field)))].join('\n'); // prettier-ignore
}

function directive(record: ExportedRecord, row: ExportedRow): string {
  const isTreatment = row['kind'] === 'TREATMENT';
  const what = codeWords(isTreatment ? 'directives.treatment' : 'directives.advance', row['code']) ?? '';
  const head = [what, textOf(row, 'otherText'), isTreatment ? codeWords('directives.decision', row['decision']) : null];
  const fields = ['decisionText', 'discussedOn', 'datedOn', 'keptAt', 'endsOn', 'comment'] as const;
  return [
    head.filter(Boolean).join(', '),
    ...said(text('directives.field.agreedWith'), codesWords('directives.agreedWith', row['agreedWith'])),
    ...fields.flatMap((field) => said(text(`directives.field.${field}`), textOf(row, field))),
    ...voidedWords(record, row),
  ].join('\n');
}

function talk(record: ExportedRecord, row: ExportedRow): string {
  return [
    ...said(text('carePlanning.field.heldOn'), textOf(row, 'heldOn')),
    ...said(text('carePlanning.field.participants'), textOf(row, 'participants')),
    ...said(text('carePlanning.field.themes'), codesWords('carePlanning.theme', row['themes'])),
    ...said(text('carePlanning.field.wishes'), textOf(row, 'wishes')),
    ...said(text('carePlanning.field.note'), textOf(row, 'note')),
    ...voidedWords(record, row),
  ].join('\n');
}

function network(record: ExportedRecord, row: ExportedRow): string {
  const { drawnOn, ties, coaching } = contentOf(row);
  const people = list(ties).map(
    (tie) =>
    [
      `${textOf(tie, 'name') ?? ''}, ${textOf(tie, 'relation') ?? ''}`,
      codeWords('networks.frequency', tie['frequency']),
      codesWords('networks.support', tie['support']),
      codeWords('networks.closeness', tie['closeness']),
      codeWords('networks.wish', tie['wish']),
      codeWords('networks.strain', tie['strain']),
      textOf(tie, 'comment'),
    ].filter(Boolean).join(' · '), // prettier-ignore
  );
  return [
    ...said(text('networks.drawnOn'), typeof drawnOn === 'string' ? drawnOn : null),
    ...people,
    ...(coaching ? coachingLines(record, coaching as ExportedRow) : []),
  ].join('\n');
}

function coachingLines(record: ExportedRecord, coaching: ExportedRow): string[] {
  const steps = list(coaching['steps']).map((step) => {
    const done = words(record, step['doneOn']);
    const state = done === '' ? text(step['skipped'] === true ? 'networks.coaching.skipped' : 'networks.coaching.open') : text('networks.coaching.doneOn', { day: done }); // prettier-ignore
    return `${String(step['step'])} ${codeWords('networks.coaching.step', step['step']) ?? ''}: ${state}`;
  });
  return [
    ...said(text('networks.coaching.coach'), textOf(coaching, 'coach')),
    ...said(text('networks.coaching.startedOn'), textOf(coaching, 'startedOn')),
    ...steps,
    ...said(text('networks.coaching.evaluation'), textOf(coaching, 'evaluation')),
  ];
}

function surroundings(record: ExportedRecord, row: ExportedRow): string {
  const plan = contentOf(row);
  const calls = list(plan['calls']).map(
    (one, index) =>
    [
      `${index + 1}. ${textOf(one, 'name') ?? ''}`,
      textOf(one, 'relation'),
      textOf(one, 'phone'),
      textOf(one, 'does'),
      one['hasKey'] === true ? text('surroundingsPlans.call.key') : null,
      codeWords('surroundingsPlans.permission', one['permission']),
      words(record, one['permissionOn']),
    ].filter(Boolean).join(' · '), // prettier-ignore
  );
  const fields = ['signs', 'helps', 'avoid'] as const;
  return [
    ...fields.flatMap((field) => said(text(`surroundingsPlans.field.${field}`), textOf(plan, field))),
    ...calls,
    ...said(text('surroundingsPlans.field.reviewOn'), textOf(plan, 'reviewOn')),
  ].join('\n');
}

function voidedWords(_: ExportedRecord, row: ExportedRow): string[] {
  const reason = textOf(row, 'voidReason');
  return reason === null ? [] : [text('carePlanning.voided', { reason })];
}

/** Parts of the care that is agreed on, with the words of their own screens. */
export const CARE_PARTS: Readonly<Record<string, Told>> = {
  treatmentPlans: treatmentPlan,
  directives: directive,
  carePlanningTalks: talk,
  networks: network,
  surroundingsPlans: surroundings,
  medicalNotes: (_, row) => textOf(row, 'text') ?? text('medicalAnnex.emptied'),
};

const PART_OF_SUBJECT: Readonly<Record<string, string>> = {
  treatment_plan: 'treatmentPlans',
  directive: 'directives',
  care_planning_talk: 'carePlanningTalks',
  network: 'networks',
  surroundings_plan: 'surroundingsPlans',
  medical_note: 'medicalNotes',
};

export function careLines(record: ExportedRecord, part: string): string[] {
  return rowsOf(record, part).map((row) => [CARE_PARTS[part]?.(record, row) ?? '', changed(record, row)].join('\n'));
}

/** What these parts were before, each version in the same words. */
export function versionLines(record: ExportedRecord): string[] {
  return ['recordVersions', 'medicalNoteVersions']
    .flatMap((versions) => rowsOf(record, versions))
    .map((row) => {
      const part = PART_OF_SUBJECT[String(row['subject'])] ?? '';
      const title = findText(`clientRights.parts.${part}`) ?? part;
      const version = camelCased(contentOf(row));
      return [`${title} ${String(row['version'])}`, CARE_PARTS[part]?.(record, version) ?? '', changed(record, row)].join('\n'); // prettier-ignore
    });
}

const changed = (record: ExportedRecord, row: ExportedRow): string =>
  text('clientRights.export.changed', {
    at: dutchTime(String(row['changedAt'])),
    name: words(record, row['changedBy']),
  });

const camelCased = (row: ExportedRow): ExportedRow =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase()), value])); // prettier-ignore
