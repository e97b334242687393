import { showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { code128, drawBarcode } from './codes.ts';
import { CONTENT_WIDTH, MARGIN } from './letter-head.ts';
import { A4, COLOURS, MM, type TypeSize } from '../../platform/documents/paper/measure.ts';
import type { Paper, TextBlock, TextStyle } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetter, PrintedWave } from './printed-letter.ts';
import { unbroken } from '../../platform/documents/paper/unbroken.ts';
import { heightOfWhose, putWhose, whoseBlocks } from './whose-form.ts';

const BARCODE = { unit: 1, height: 8 * MM, quiet: 10 } as const;
const CODE_SIZE = 12;

interface SlipBlocks {
  readonly above: TextBlock;
  readonly how: TextBlock;
  readonly title: TextBlock;
  readonly who: readonly TextBlock[];
  readonly reason: TextBlock;
}

function blocks(paper: Paper, wave: PrintedWave, letter: PrintedLetter, size: TypeSize): SlipBlocks {
  const { body, heading } = size;
  const style: TextStyle = { size: body, leading: 1.25 };
  const left = CONTENT_WIDTH - barcodeWidth(letter) - 8 * MM;
  const owner = { name: letter.clientName, birthDate: letter.birthDate };
  return {
    above: paper.set(text('letters.slip.above'), style, CONTENT_WIDTH),
    how: paper.set([text('letters.slip.how'), { bold: unbroken(wave.letterhead.phone) }, '.'], style, CONTENT_WIDTH),
    title: paper.set(text('letters.slip.title'), { ...style, size: heading, weight: 'bold' }, left),
    who: whoseBlocks(paper, owner, size, left),
    reason: paper.set(text('letters.slip.reason'), style, CONTENT_WIDTH),
  };
}

const barcodeWidth = ({ formCode }: PrintedLetter): number => code128(formCode).modules * BARCODE.unit + BARCODE.quiet;

/** What the slip and the words above it take. */
export function slipHeight(paper: Paper, wave: PrintedWave, letter: PrintedLetter, size: TypeSize): number {
  const { above, how, title, who, reason } = blocks(paper, wave, letter, size);
  const head = Math.max(title.height + heightOfWhose(who), BARCODE.height + CODE_SIZE * 1.4);
  return above.height + 6 + how.height + 30 + head + 10 + tickHeight(paper, size) + 6 + reason.height + size.body * 2.4;
}

/** „Ik doe niet mee”: who cuts it off sends only this back; the code on it leads to the invitation. */
export function putSlip(paper: Paper, wave: PrintedWave, letter: PrintedLetter, size: TypeSize, top: number): void {
  const { above, how, title, who, reason } = blocks(paper, wave, letter, size);
  paper.section('Sect', () => {
    let y = top + paper.put('P', above, MARGIN, top) + 6;
    y += paper.put('P', how, MARGIN, y) + 15;
    cutLine(paper, y);
    y += 15;
    putBarcode(paper, letter, y);
    const head = y;
    y += paper.put('H2', title, MARGIN, y);
    y += putWhose(paper, who, MARGIN, y);
    y = Math.max(y, head + BARCODE.height + CODE_SIZE * 1.4) + 10;
    y += putTicks(paper, size, y) + 6;
    y += paper.put('P', reason, MARGIN, y) + size.body * 1.9;
    paper.decoration(() =>
      paper.doc
        .moveTo(MARGIN, y)
        .lineTo(A4.width - MARGIN, y)
        .lineWidth(0.75)
        .stroke(COLOURS.line),
    );
  });
}

function cutLine(paper: Paper, y: number): void {
  paper.decoration(() => {
    paper.doc.dash(5, { space: 4 }).moveTo(0, y).lineTo(A4.width, y).lineWidth(0.75).stroke(COLOURS.line).undash();
  });
}

function putBarcode(paper: Paper, { formCode }: PrintedLetter, y: number): void {
  const bars = code128(formCode);
  const x = Math.floor(A4.width - MARGIN - bars.modules * BARCODE.unit);
  paper.figure(text('letters.slip.barcode', { code: showFormCode(formCode) }), () =>
    drawBarcode(paper.doc, bars, { x, y, unit: BARCODE.unit, height: BARCODE.height }),
  );
  const style: TextStyle = { size: CODE_SIZE, align: 'right' };
  const width = bars.modules * BARCODE.unit;
  paper.text('P', showFormCode(formCode), style, { x, y: y + BARCODE.height + 2, width });
}

const TICKS = ['letters.slip.thisYear', 'letters.slip.laterYears'] as const;

const tickBlocks = (paper: Paper, { body }: TypeSize) =>
  TICKS.map((key) => paper.set(text(key), { size: body, leading: 1.25 }, CONTENT_WIDTH - body * 1.7));

const tickHeight = (paper: Paper, size: TypeSize): number =>
  tickBlocks(paper, size).reduce((sum, { height }) => sum + height + 4, 0);

function putTicks(paper: Paper, size: TypeSize, top: number): number {
  let y = top;
  for (const block of tickBlocks(paper, size)) {
    drawBox(paper, MARGIN, y, size);
    y += paper.put('P', block, MARGIN + size.body * 1.7, y) + 4;
  }
  return y - top;
}

/** A box to tick, as high as the letters beside it. */
export function drawBox(paper: Paper, x: number, y: number, { body }: TypeSize): void {
  const side = boxSide(body);
  paper.decoration(() =>
    paper.doc
      .rect(x + 0.6, y + (body * 1.25 - side) / 2, side, side)
      .lineWidth(1.2)
      .stroke(COLOURS.text),
  );
}

export const boxSide = (body: number): number => body * 1.05;
