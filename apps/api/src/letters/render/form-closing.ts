import { text } from '@samenoud/texts';
import type { FormBlock } from './form-question.ts';
import { CONTENT_WIDTH, MARGIN } from './letter-head.ts';
import { COLOURS, type TypeSize } from '../../platform/documents/paper/measure.ts';
import type { Paper, TextStyle } from '../../platform/documents/paper/paper.ts';
import { boxSide, drawBox } from './slip.ts';

/** Who filled it in, a line each; the others write their name behind it. */
const BY = [['SELF', 'WITH_HELP'], ['PROXY']] as const;
type Who = (typeof BY)[number][number];
const DAY_BOXES = [2, 2, 4] as const;

/** After the last question: on which day, by whom, and room for what somebody still wants to say. */
export function formClosing(paper: Paper, size: TypeSize): FormBlock {
  const style: TextStyle = { size: size.body, leading: 1.2 };
  const bold: TextStyle = { ...style, weight: 'bold' };
  const row = size.body * 1.45;
  const line = size.body * 1.6;
  const on = paper.set(text('letters.closing.filledInOn'), bold, CONTENT_WIDTH * 0.55);
  const by = paper.set(text('letters.closing.by'), bold, CONTENT_WIDTH);
  const remark = paper.set(text('letters.closing.remark'), bold, CONTENT_WIDTH);
  const onHeight = Math.max(on.height, size.body * 1.5) + 6;
  return {
    height: onHeight + by.height + byLines(paper, size).length * row + 6 + remark.height + 2 * line,
    put: (top) => {
      let y = top;
      paper.put('P', on, MARGIN, y + (onHeight - 6 - on.height) / 2);
      dayBoxes(paper, size, y);
      y += onHeight;
      y += paper.put('P', by, MARGIN, y);
      for (const people of byLines(paper, size)) {
        putWho(paper, people, size, y);
        y += row;
      }
      y += 6 + paper.put('P', remark, MARGIN, y + 6);
      writingLine(paper, MARGIN, y + line * 0.85);
      writingLine(paper, MARGIN, y + line * 1.7);
    },
  };
}

const labelOf = (paper: Paper, who: Who, { body }: TypeSize) =>
  paper.set(text(`letters.closing.${who}`), { size: body, leading: 1.25 }, CONTENT_WIDTH - boxOffset(body));

const boxOffset = (body: number): number => boxSide(body) + body * 0.4;

const widthOfWho = (paper: Paper, who: Who, size: TypeSize): number =>
  boxOffset(size.body) + (labelOf(paper, who, size).lines[0]?.width ?? 0);

/** In large type everybody has a line of their own, so that there is room to write a name. */
function byLines(paper: Paper, size: TypeSize): readonly (readonly Who[])[] {
  const widest = Math.max(...BY.map((people) => people.reduce((sum, who) => sum + widthOfWho(paper, who, size), 0)));
  return widest < CONTENT_WIDTH * 0.7 ? BY : BY.flat().map((who) => [who]);
}

function putWho(paper: Paper, people: readonly Who[], size: TypeSize, y: number): void {
  let x = MARGIN;
  for (const who of people) {
    drawBox(paper, x, y, size);
    paper.put('P', labelOf(paper, who, size), x + boxOffset(size.body), y);
    x += widthOfWho(paper, who, size) + (who === 'SELF' ? size.body * 1.5 : 8);
  }
  if (people.at(-1) !== 'SELF') writingLine(paper, x, y + size.body * 1.15);
}

function writingLine(paper: Paper, x: number, y: number): void {
  paper.decoration(() =>
    paper.doc
      .moveTo(x, y)
      .lineTo(MARGIN + CONTENT_WIDTH, y)
      .lineWidth(0.75)
      .stroke(COLOURS.line),
  );
}

/** Eight boxes for day, month and year, at the right. */
function dayBoxes(paper: Paper, { body }: TypeSize, y: number): void {
  const side = body * 1.5;
  const gap = 8;
  const total = DAY_BOXES.reduce<number>((sum, count) => sum + count * side, 0) + 2 * gap;
  let x = MARGIN + CONTENT_WIDTH - total;
  paper.decoration(() => {
    for (const count of DAY_BOXES) {
      for (let index = 0; index < count; index += 1) paper.doc.rect(x + index * side, y, side, side);
      x += count * side + gap;
    }
    paper.doc.lineWidth(1).stroke(COLOURS.text);
  });
}
