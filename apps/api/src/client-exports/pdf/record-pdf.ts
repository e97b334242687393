import { findText, plural, text } from '@samenoud/texts';
import { ClientPaper } from '../../platform/documents/paper/client-paper.ts';
import { LARGE, ORDINARY } from '../../platform/documents/paper/measure.ts';
import type { ExportedRow } from '../../platform/exports/export-parts.ts';
import { type ExportedRecord, rowsOf } from '../exported-record.ts';
import { CARE_PARTS, careLines, versionLines } from './care-lines.ts';
import { formLines } from './form-lines.ts';
import { logLines, recipientLines } from './log-lines.ts';
import { SECTIONS } from './sections.ts';
import { dutchTime, fieldName, words } from './words.ts';

interface Chapter {
  readonly title: string;
  /** One paragraph each. */
  readonly paragraphs: readonly string[];
}

/** Parts that a chapter of their own tells, or that say the same once more. */
const TOLD_ELSEWHERE = [
  'responses',
  'answerSheets',
  'responseRemarks',
  'assessments',
  'accessLog',
  'clientProfile',
  'accessBases',
  'carePlanEditionParts',
  'recordVersions',
  'medicalNoteVersions',
  ...Object.keys(CARE_PARTS),
];

/**
 * The record on paper for the client: plain headings, a table of contents, practice and phone at every foot, with who made it
 * and when. Drawn twice, since the contents stand before the pages they name.
 */
export async function renderRecord(record: ExportedRecord): Promise<Buffer> {
  const chapters = chaptersOf(record);
  const first = new RecordPaper(record, chapters, []);
  await first.finish();
  return new RecordPaper(record, chapters, first.starts).finish();
}

class RecordPaper {
  /** The page on which each chapter begins. */
  readonly starts: number[] = [];
  private readonly paper: ClientPaper;

  constructor(record: ExportedRecord, chapters: readonly Chapter[], pages: readonly number[]) {
    const isLarge = rowsOf(record, 'client').some(({ largePrint }) => largePrint === true);
    const made = { name: record.madeBy.displayName, at: dutchTime(record.madeAt) };
    const title = text('clientRights.export.title');
    this.paper = new ClientPaper(
      title,
      record.practice,
      isLarge ? LARGE : ORDINARY,
      text('clientRights.export.mark', made),
    );
    this.paper.title(title);
    this.paper.paragraph(text('clientRights.export.intro'));
    this.paper.heading(text('clientRights.export.contents'));
    for (const [index, chapter] of chapters.entries())
      this.paper.paragraph(text('clientRights.export.contentsLine', { title: chapter.title, page: pages[index] ?? 0 }));
    for (const chapter of chapters) this.write(chapter);
  }

  finish(): Promise<Buffer> {
    return this.paper.finish();
  }

  private write({ title, paragraphs }: Chapter): void {
    this.paper.heading(title);
    this.starts.push(this.paper.page);
    for (const paragraph of paragraphs) this.paper.paragraph(paragraph);
  }
}

function chaptersOf(record: ExportedRecord): Chapter[] {
  const told = SECTIONS.map(({ part, fields }) => chapterOf(part, rowsOf(record, part).map((row) => lines(record, row, fields)))); // prettier-ignore
  const others = Object.keys(record.parts).filter((part) => !TOLD_ELSEWHERE.includes(part) && SECTIONS.every((one) => one.part !== part)); // prettier-ignore
  const rest = others.flatMap((part) => rowsOf(record, part).map((row) => `${findText(`clientRights.parts.${part}`) ?? part}. ${lines(record, row, Object.keys(row))}`)); // prettier-ignore
  return [
    ...told,
    chapterOf(
      'responses',
      rowsOf(record, 'responses').flatMap((row) => formLines(record, row)),
    ),
    ...Object.keys(CARE_PARTS).map((part) => chapterOf(part, careLines(record, part))),
    chapterOf('recordVersions', versionLines(record)),
    chapterOf('rest', rest),
    chapterOf('recipients', recipientLines(record)),
    chapterOf('accessLog', logLines(record)),
    chapterOf('hidden', hiddenLines(record)),
  ];
}

function chapterOf(part: string, paragraphs: readonly string[]): Chapter {
  const title = findText(`clientRights.parts.${part}`) ?? part;
  return { title, paragraphs: paragraphs.length > 0 ? paragraphs : [text('clientRights.export.nothing')] };
}

const lines = (record: ExportedRecord, row: ExportedRow, fields: readonly string[]): string =>
  fields
    .map((field) => [fieldName(field), words(record, row[field])] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** What the colleague who made it may not see, so that the client can ask for it elsewhere. */
function hiddenLines({ hidden }: ExportedRecord): string[] {
  const parts = [...new Set(hidden.map(({ pointer }) => pointer.split('/').at(-1) ?? ''))];
  if (parts.length === 0) return [text('clientRights.export.complete')];
  const names = parts.map((part) => findText(`clientRights.parts.${part}`) ?? part);
  return [plural('clientRights.export.leftOut', names.length), ...names.map((name) => `• ${name}`)];
}
