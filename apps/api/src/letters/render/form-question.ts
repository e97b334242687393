import type { InstrumentItem } from '@samenoud/domain';
import { CONTENT_WIDTH, MARGIN } from './letter-head.ts';
import { COLOURS, type TypeSize } from '../../platform/documents/paper/measure.ts';
import { baseline, type Paper, type TextBlock, type TextStyle } from '../../platform/documents/paper/paper.ts';
import { boxSide, drawBox } from './slip.ts';

/** Something that stands on a form page as a whole. */
export interface FormBlock {
  readonly height: number;
  readonly put: (y: number) => void;
}

/** One box to tick: the digit that is typed at entry, the box, and what it means. */
interface PrintedOption {
  readonly key: string;
  readonly label: TextBlock;
  readonly left: number;
  readonly top: number;
}

const COLUMNS = 4;
const KEY_SIZE = 12;
const GAP_ABOVE_ANSWERS = 3;

/** One question with its boxes. A mark of 0–10 has the mark itself beside the box. */
export function formQuestion(paper: Paper, item: InstrumentItem, number: number, size: TypeSize): FormBlock {
  const style: TextStyle = { size: size.body, leading: 1.2 };
  const indent = paper.widthOf('88.', { ...style, weight: 'bold' }) + size.body * 0.5;
  const left = MARGIN + indent;
  const width = CONTENT_WIDTH - indent;
  const question = paper.set(item.text, style, width);
  const { options, height } = item.answer.kind === 'INTEGER' ? marks(paper, item, size, width) : choices(paper, item, size, width); // prettier-ignore
  return {
    height: question.height + GAP_ABOVE_ANSWERS + height,
    put: (y) => {
      paper.tagged('P', () => {
        paper.draw(paper.set(`${number}.`, { ...style, weight: 'bold' }, indent), MARGIN, y);
        paper.draw(question, left, y);
      });
      putOptions(paper, options, size, left, y + question.height + GAP_ABOVE_ANSWERS);
    },
  };
}

function putOptions(paper: Paper, options: readonly PrintedOption[], size: TypeSize, x: number, y: number): void {
  const digit: TextStyle = { size: KEY_SIZE, colour: COLOURS.quiet };
  const onLine = baseline(answerStyle(size)) - baseline(digit);
  for (const { left, top, key } of options) drawBox(paper, x + left + keyWidth(paper, key), y + top, size);
  paper.tagged('P', () => {
    for (const { key, label, left, top } of options) {
      if (key !== '') paper.draw(paper.set(key, digit, 20), x + left, y + top + onLine);
      paper.draw(label, x + left + labelOffset(paper, key, size), y + top);
    }
  });
}

/** Nothing stands before a box whose own label is the digit. */
const keyWidth = (paper: Paper, key: string): number => (key === '' ? 0 : paper.widthOf(key, { size: KEY_SIZE }) + 3);

const labelOffset = (paper: Paper, key: string, { body }: TypeSize): number =>
  keyWidth(paper, key) + boxSide(body) + body * 0.35;

const answerStyle = ({ body }: TypeSize): TextStyle => ({ size: body, leading: 1.25 });

interface Laid {
  readonly options: readonly PrintedOption[];
  readonly height: number;
}

/** Side by side in columns that stand under each other on the whole page; long answers take a line each. */
function choices(paper: Paper, { answer }: InstrumentItem, size: TypeSize, width: number): Laid {
  const style = answerStyle(size);
  const rowHeight = size.body * 1.35;
  const column = width / COLUMNS;
  let at = 0;
  let top = 0;
  const options = (answer.kind === 'CHOICE' ? answer.options : []).map(({ key, label }) => {
    const offset = labelOffset(paper, key, size);
    const natural = offset + paper.widthOf(label, style) + 10;
    const span = Math.min(COLUMNS, Math.ceil(natural / column));
    if (at + span > COLUMNS) {
      at = 0;
      top += rowHeight;
    }
    const placed = { key, label: paper.set(label, style, width - offset), left: at * column, top };
    at += span;
    if (placed.label.lines.length > 1) {
      top += placed.label.height + rowHeight - size.body * 1.25;
      at = 0;
    }
    return placed;
  });
  return { options, height: at === 0 && top > 0 ? top : top + rowHeight };
}

function marks(paper: Paper, { answer }: InstrumentItem, size: TypeSize, width: number): Laid {
  if (answer.kind !== 'INTEGER') return { options: [], height: 0 };
  const style = answerStyle(size);
  const count = answer.maximum - answer.minimum + 1;
  const cell = boxSide(size.body) + size.body * 0.35 + paper.widthOf(String(answer.maximum), style);
  const pitch = cell + 2;
  const rows = Math.ceil(count / Math.floor((width + 2) / pitch));
  const inRow = Math.ceil(count / rows);
  const options = Array.from({ length: count }, (_, index) => ({
    key: '',
    label: paper.set(String(answer.minimum + index), style, cell),
    left: (index % inRow) * pitch,
    top: Math.floor(index / inRow) * size.body * 1.45,
  }));
  return { options, height: rows * size.body * 1.45 };
}
