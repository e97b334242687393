import { text } from '@samenoud/texts';
import type { TypeSize } from '../../platform/documents/paper/measure.ts';
import type { Paper, TextBlock, TextStyle } from '../../platform/documents/paper/paper.ts';
import { longDay } from '../../platform/documents/paper/unbroken.ts';

export interface FormOwner {
  readonly name: string;
  readonly birthDate: string;
}

/**
 * Whose form this is: name and birth date, by which two forms in one envelope are told apart. On one line where they fit;
 * a long name is cut short, a birth date never. A blank form has a line to write them on.
 */
export function whoseBlocks(
  paper: Paper,
  owner: FormOwner | null,
  { body }: TypeSize,
  width: number,
): readonly TextBlock[] {
  const style: TextStyle = { size: body, leading: 1.2 };
  if (owner === null) return [text('letters.form.nameBlank'), text('letters.form.bornBlank')].map((line) => paper.set(line, style, width)); // prettier-ignore
  const born = text('letters.form.born', { day: longDay(owner.birthDate) });
  const joined = paper.set([{ bold: owner.name }, `, ${born}`], style, width);
  if (joined.lines.length === 1) return [joined];
  return [paper.set([{ bold: owner.name }], { ...style, maxLines: 1 }, width), paper.set(born, style, width)];
}

export const heightOfWhose = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, { height }) => sum + height, 0);

export function putWhose(paper: Paper, blocks: readonly TextBlock[], x: number, top: number): number {
  let y = top;
  for (const block of blocks) y += paper.put('P', block, x, y);
  return y - top;
}
