import { formatDutchDay, type InstrumentItem, isMissingAnswer } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf, textOf } from '../exported-record.ts';
import { answersOf, packsOf } from '../fhir/questionnaires.ts';
import { words } from './words.ts';

/** One filled in form: its head, what was answered, what the client added, and what the rule made of it. */
export function formLines(record: ExportedRecord, row: ExportedRow): string[] {
  const id = String(row['id']);
  const answers = answersOf(record, id);
  const questions = packsOf(record, row).flatMap(({ items }) => items);
  const known = new Set(questions.map((question) => question.id));
  const others = [...answers]
    .filter(([item]) => !known.has(item))
    .map(([item, given]) => `${item}: ${words(record, given)}`);
  return [
    head(record, row),
    ...questions.filter((question) => answers.has(question.id)).map((question) => `${question.text}\n${answerWords(question, answers.get(question.id))}`), // prettier-ignore
    ...others,
    ...rowsOf(record, 'responseRemarks').filter((one) => one['responseId'] === id).map((one) => text('clientRights.export.remark', { remark: textOf(one, 'remark') ?? '' })), // prettier-ignore
    ...rowsOf(record, 'assessments')
      .filter((one) => one['responseId'] === id)
      .map(proposalWords),
  ];
}

function head(record: ExportedRecord, row: ExportedRow): string {
  const on = textOf(row, 'completedOn');
  const facts = [
    'status',
    'channel',
    'completedBy',
    'completedWithHelpOf',
    'amendmentReason',
    'voidReason',
    'sourceText',
  ]
    .map((field) => words(record, row[field]))
    .filter((value) => value !== '');
  const day = on === null ? text('clientRights.export.notFinished') : formatDutchDay(on);
  return text('clientRights.export.form', { day, facts: facts.join(', ') });
}

function answerWords({ answer }: InstrumentItem, given: unknown): string {
  if (isMissingAnswer(given)) return text(given.missing === 'ILLEGIBLE' ? 'clientRights.export.illegible' : 'clientRights.export.blank'); // prettier-ignore
  const option = answer.kind === 'CHOICE' ? answer.options.find(({ code }) => code === given) : undefined;
  return option?.label ?? String(given);
}

function proposalWords(row: ExportedRow): string {
  const range = (name: string): string => [...new Set([row[`${name}Lower`], row[`${name}Upper`]])].join('–');
  const profile = findText(`clientRights.codes.${String(row['proposedProfile'])}`) ?? String(row['proposedProfile']);
  return text('clientRights.export.proposal', { gfi: range('gfi'), imesa: range('imesa'), profile });
}
