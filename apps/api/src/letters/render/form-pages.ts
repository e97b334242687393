import {
  barcodeOf, FORM_PAGES, type InstrumentItem, type InstrumentPacks, itemsOf, showFormCode,
} from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { code128, drawBarcode } from './codes.ts';
import { formClosing } from './form-closing.ts';
import { type FormBlock, formQuestion } from './form-question.ts';
import { CONTENT_WIDTH, footTop, MARGIN, putFoot } from './letter-head.ts';
import { A4, COLOURS, FINE_PRINT, LARGE, MM, ORDINARY, type TypeSize } from '../../platform/documents/paper/measure.ts';
import type { Paper, TextStyle } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetterhead } from './printed-letter.ts';
import { heightOfWhose, putWhose, whoseBlocks } from './whose-form.ts';

/** What the questionnaire of one client needs; without client it is a blank form for when Samenoud is down. */
export interface PrintedForm {
  readonly letterhead: PrintedLetterhead;
  readonly roundName: string;
  readonly packs: InstrumentPacks;
  readonly largePrint: boolean;
  readonly client: { readonly name: string; readonly birthDate: string; readonly formCode: string } | null;
}

const TOP = 10 * MM;
const BARCODE = { unit: 1, height: 9 * MM } as const;
const CODE_SIZE = 12;
const GAP = { least: 3.5, most: 22 } as const;
const AFTER_HINT = 6;

interface Sheet {
  readonly page: number;
  readonly isContinued: boolean;
  readonly blocks: readonly FormBlock[];
}

/** The questionnaire: four pages; where the type needs more room a page goes on, under the same barcode. */
export function putForm(paper: Paper, form: PrintedForm): void {
  const size = form.largePrint ? LARGE : ORDINARY;
  const top = TOP + headHeight(paper, form, size);
  const numbers = new Map(FORM_PAGES.flatMap(({ items }) => items).map((id, index) => [id, index + 1]));
  const known = new Map(itemsOf(form.packs).map((item) => [item.id, item]));
  for (const { page, items } of FORM_PAGES) {
    const questions = items.flatMap((id) => known.get(id) ?? []);
    const hint = howTo(paper, questions, size);
    const sources = page === 2 ? sourceBlock(paper, form.packs) : undefined;
    const bottom = footTop(paper, form.letterhead, size) - 8 - (sources === undefined ? 0 : sources.height + 6);
    const blocks = questions.map((item) => formQuestion(paper, item, numbers.get(item.id) ?? 0, size));
    if (page === FORM_PAGES.length) blocks.push(formClosing(paper, size));
    const sheets = onSheets(blocks, bottom - top - hint.height - AFTER_HINT, page);
    for (const [index, sheet] of sheets.entries()) {
      putSheet(paper, form, size, sheet, top, bottom, index === 0 ? hint : undefined);
      if (sources !== undefined && index === sheets.length - 1) paper.put('P', sources, MARGIN, bottom + 6);
    }
  }
}

const howTo = (paper: Paper, questions: readonly InstrumentItem[], { body }: TypeSize) => {
  const isTopics = questions.every((item) => item.text === item.label);
  const key = isTopics ? 'letters.form.howToTopics' : 'letters.form.howTo';
  return paper.set(text(key), { size: body, leading: 1.25 }, CONTENT_WIDTH);
};

/** Who made the questions and under which terms: small, it is not for who answers. */
const sourceBlock = (paper: Paper, packs: InstrumentPacks) => {
  const style: TextStyle = { size: FINE_PRINT, colour: COLOURS.quiet, leading: 1.25 };
  const statement = ({ title, citation, licenceStatement }: InstrumentPacks['gfi']): string =>
    text('letters.form.source', { title, citation, licence: licenceStatement });
  return paper.set(`${statement(packs.gfi)} ${statement(packs.imesa)}`, style, CONTENT_WIDTH);
};

/** As few sheets as can be, filled as evenly as can be. */
function onSheets(blocks: readonly FormBlock[], room: number, page: number): readonly Sheet[] {
  const needed = packed(blocks, room).length;
  const total = heightOf(blocks);
  let limit = total / needed;
  while (limit < room && packed(blocks, limit).length > needed) limit += 10;
  const sheets = packed(blocks, Math.min(limit, room));
  return sheets.map((on, index) => ({ page, isContinued: index > 0, blocks: on }));
}

function packed(blocks: readonly FormBlock[], room: number): readonly FormBlock[][] {
  const sheets: FormBlock[][] = [[]];
  for (const block of blocks) {
    const last = sheets.at(-1) ?? [];
    if (last.length > 0 && heightOf([...last, block]) > room) sheets.push([block]);
    else last.push(block);
  }
  return sheets;
}

const heightOf = (blocks: readonly FormBlock[]): number =>
  blocks.reduce((sum, { height }) => sum + height + GAP.least, -GAP.least);

function putSheet(
  paper: Paper,
  form: PrintedForm,
  size: TypeSize,
  { page, isContinued, blocks }: Sheet,
  top: number,
  bottom: number,
  hint: ReturnType<typeof howTo> | undefined,
): void {
  paper.addPage();
  paper.section('Sect', () => {
    putHead(paper, form, size, page, isContinued);
    let y = top;
    if (hint !== undefined) y += paper.put('P', hint, MARGIN, y) + AFTER_HINT;
    const spare = (bottom - y - heightOf(blocks)) / Math.max(1, blocks.length);
    const gap = GAP.least + Math.max(0, Math.min(spare, GAP.most - GAP.least));
    for (const [index, block] of blocks.entries()) {
      if (index > 0) separate(paper, y - gap / 2);
      block.put(y);
      y += block.height + gap;
    }
  });
  const { gfi, imesa } = form.packs;
  const versions = text('letters.form.versions', { gfi: gfi.version, imesa: imesa.version });
  putFoot(paper, form.letterhead, size, { left: form.roundName, right: versions });
}

function separate(paper: Paper, y: number): void {
  paper.decoration(() =>
    paper.doc
      .moveTo(MARGIN, y)
      .lineTo(A4.width - MARGIN, y)
      .lineWidth(0.5)
      .stroke('#cfd7da'),
  );
}

const barcodeWidth = (): number => code128(barcodeOf('0000000', 1)).modules * BARCODE.unit;

const headWidth = (): number => CONTENT_WIDTH - barcodeWidth() - 8 * MM;

function headHeight(paper: Paper, form: PrintedForm, size: TypeSize): number {
  const whose = heightOfWhose(whoseBlocks(paper, form.client, size, headWidth()));
  return Math.max(size.title * 1.25 + whose, BARCODE.height + CODE_SIZE * 1.4 + 2) + 8;
}

function putHead(paper: Paper, form: PrintedForm, size: TypeSize, page: number, isContinued: boolean): void {
  const title: TextStyle = { size: size.title, leading: 1.25, maxLines: 1 };
  const which = text(isContinued ? 'letters.form.continued' : 'letters.form.sheet', {
    sheet: page,
    sheets: FORM_PAGES.length,
  });
  const head = paper.set([{ bold: text('letters.form.title') }, ` · ${which}`], title, headWidth());
  const y = TOP + paper.put('H1', head, MARGIN, TOP);
  putWhose(paper, whoseBlocks(paper, form.client, size, headWidth()), MARGIN, y);
  if (form.client !== null) putBarcode(paper, form.client.formCode, page);
}

function putBarcode(paper: Paper, code: string, page: number): void {
  const bars = code128(barcodeOf(code, page));
  const x = Math.floor(A4.width - MARGIN - bars.modules * BARCODE.unit);
  const shown = showFormCode(code);
  paper.figure(text('letters.form.barcode', { code: shown, sheet: page }), () =>
    drawBarcode(paper.doc, bars, { x, y: TOP, unit: BARCODE.unit, height: BARCODE.height }),
  );
  const style: TextStyle = { size: CODE_SIZE, align: 'right', maxLines: 1 };
  const width = bars.modules * BARCODE.unit;
  const label = text('letters.form.underBarcode', { code: shown, sheet: page });
  paper.text('P', label, style, { x, y: TOP + BARCODE.height + 2, width });
}
