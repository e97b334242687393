import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4.js';
import { type InstrumentItem, type InstrumentPack, isMissingAnswer } from '@samenoud/domain';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import { derivedId, idOf, instantOf, ownCode, PRODUCT, referenceTo } from './ids.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const STATUS: Readonly<Record<string, QuestionnaireResponse['status']>> = {
  IN_PROGRESS: 'in-progress',
  COMPLETED: 'completed',
  SUPERSEDED: 'stopped',
  VOID: 'entered-in-error',
};

const urlOf = (instrument: string): string => `${PRODUCT}/Questionnaire/${instrument}`;
const versionOf = (pack: InstrumentPack): string => pack.version.replaceAll(/\s+/g, '-');

export function questionnaires({ instruments }: ExportedRecord): Questionnaire[] {
  return instruments.map((pack) => ({
    resourceType: 'Questionnaire',
    id: derivedId('questionnaire', pack.instrument, pack.version),
    url: urlOf(pack.instrument),
    version: versionOf(pack),
    title: pack.title,
    status: 'active',
    language: pack.language,
    copyright: pack.licenceStatement,
    item: pack.items.map(questionOf),
  }));
}

function questionOf({ id, text, answer }: InstrumentItem): QuestionnaireItem {
  if (answer.kind === 'INTEGER') return { linkId: id, text, type: 'integer' };
  const options = answer.options.map(({ code, label }) => ({ valueCoding: ownCode('answer', String(code), label) }));
  return { linkId: id, text, type: 'choice', answerOption: options };
}

/** One response per instrument of a form: FHIR answers one questionnaire at a time. */
export function questionnaireResponses(record: ExportedRecord): QuestionnaireResponse[] {
  return rowsOf(record, 'responses').flatMap((row) =>
    packsOf(record, row).map((pack): QuestionnaireResponse => {
      const authored = instantOf(row['completedAt']) ?? instantOf(row['startedAt']);
      const isAmended = row['supersedesId'] !== null && row['status'] === 'COMPLETED';
      return {
        resourceType: 'QuestionnaireResponse',
        id: responseId(idOf(row), pack.instrument),
        identifier: { system: `${PRODUCT}/NamingSystem/response`, value: idOf(row) },
        questionnaire: `${urlOf(pack.instrument)}|${versionOf(pack)}`,
        status: isAmended ? 'amended' : (STATUS[String(row['status'])] ?? 'completed'),
        subject: referenceTo(record.clientId),
        ...(authored === undefined ? {} : { authored }),
        ...(record.colleagues.some(({ userId }) => userId === row['enteredBy']) ? { author: referenceTo(String(row['enteredBy'])) } : {}), // prettier-ignore
        ...itemsOf(pack, answersOf(record, idOf(row))),
      };
    }),
  );
}

export const responseId = (response: string, instrument: string): string =>
  derivedId('questionnaire-response', response, instrument);

export const packsOf = ({ instruments }: ExportedRecord, row: ExportedRow): readonly InstrumentPack[] =>
  instruments.filter(({ instrument, version }) => row[`${instrument}Version`] === version);

/** The answers of a form that may be seen, of both categories together. */
export function answersOf(record: ExportedRecord, response: string): ReadonlyMap<string, unknown> {
  const sheets = rowsOf(record, 'answerSheets').filter((sheet) => sheet['responseId'] === response);
  return new Map(sheets.flatMap(({ answers }) => Object.entries(answers as object)));
}

function itemsOf(pack: InstrumentPack, answers: ReadonlyMap<string, unknown>): { item?: QuestionnaireResponseItem[] } {
  const item = pack.items.flatMap((question) => {
    if (!answers.has(question.id)) return [];
    return [{ linkId: question.id, text: question.text, ...answerOf(question, answers.get(question.id)) }];
  });
  return item.length === 0 ? {} : { item };
}

function answerOf({ answer }: InstrumentItem, given: unknown): Omit<QuestionnaireResponseItem, 'linkId'> {
  if (isMissingAnswer(given))
    return { extension: [{ url: ABSENT, valueCode: given.missing === 'ILLEGIBLE' ? 'error' : 'unknown' }] };
  if (answer.kind === 'INTEGER') return { answer: [{ valueInteger: Number(given) }] };
  const option = answer.options.find(({ code }) => code === given);
  return { answer: [{ valueCoding: ownCode('answer', String(given), option?.label) }] };
}
