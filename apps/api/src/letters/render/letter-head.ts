import { text } from '@samenoud/texts';
import { A4, COLOURS, FINE_PRINT, MM, type TypeSize } from '../../platform/documents/paper/measure.ts';
import type { Paper, TextStyle } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetterhead } from './printed-letter.ts';
import { unbroken } from '../../platform/documents/paper/unbroken.ts';

export const MARGIN = 18 * MM;
export const CONTENT_WIDTH = A4.width - 2 * MARGIN;
const TOP = 12 * MM;
const LOGO = { width: 42 * MM, height: 18 * MM } as const;
const NAME_WIDTH = CONTENT_WIDTH - LOGO.width - 6 * MM;

/** Where the address shows in a window envelope (C5/6, EA5/6; window at the left), from the top left corner. */
const WINDOW = { x: 25 * MM, y: 50 * MM, width: 80 * MM, height: 24 * MM } as const;
const ADDRESS_SIZES = [14, 12, 10, 8.5, 7] as const;

/** Name, address and phone of the practice, with its logo at the right. */
export function putLetterhead(paper: Paper, head: PrintedLetterhead): void {
  paper.section('Sect', () => {
    let y = TOP;
    const name: TextStyle = { size: 18, weight: 'bold', colour: COLOURS.accent, leading: 1.2, maxLines: 2 };
    y += paper.text('P', head.name, name, { x: MARGIN, y, width: NAME_WIDTH }) + 2;
    const address = `${head.street}, ${head.postcode} ${head.city}`;
    const small: TextStyle = { size: 12, colour: COLOURS.quiet, maxLines: 2 };
    y += paper.text('P', address, small, { x: MARGIN, y, width: NAME_WIDTH });
    paper.text('P', [{ bold: head.phone }], { size: 16, leading: 1.25 }, { x: MARGIN, y, width: NAME_WIDTH });
    if (head.logo !== null) putLogo(paper, head.logo, head.name);
  });
}

function putLogo(paper: Paper, logo: Buffer, practice: string): void {
  const x = A4.width - MARGIN - LOGO.width;
  paper.figure(practice, () =>
    paper.doc.image(logo, x, TOP, { fit: [LOGO.width, LOGO.height], align: 'right', valign: 'center' }),
  );
}

/** The address, in the largest size in which all of it shows in the window. */
export function putAddress(paper: Paper, lines: readonly string[]): void {
  const set = (size: number) =>
    lines.map((line, index) =>
      paper.set(
        line,
        { size, leading: 1.2, ...(size === ADDRESS_SIZES.at(-1) && index === 0 ? { maxLines: 3 } : {}) },
        WINDOW.width,
      ),
    );
  const heightOf = (blocks: ReturnType<typeof set>): number => blocks.reduce((sum, { height }) => sum + height, 0);
  const fits = ADDRESS_SIZES.find((size) => heightOf(set(size)) <= WINDOW.height);
  let { y } = WINDOW;
  paper.section('Sect', () => {
    for (const block of set(fits ?? ADDRESS_SIZES[ADDRESS_SIZES.length - 1] ?? 7))
      y += paper.put('P', block, WINDOW.x, y);
  });
}

/** Where the foot of a page begins. */
export const footTop = (paper: Paper, head: PrintedLetterhead, size: TypeSize): number =>
  A4.height - 10 * MM - FINE_PRINT * 1.3 - footBlock(paper, head, size).height;

const footBlock = (paper: Paper, { phone, name }: PrintedLetterhead, { body }: TypeSize) =>
  paper.set(
    text('letters.footer', { phone: unbroken(phone), practice: name }),
    { size: body, leading: 1.2, maxLines: 2 },
    CONTENT_WIDTH,
  );

/** At the foot of every page: whom to call; below it, small, what those who handle the paper look for. */
export function putFoot(
  paper: Paper,
  head: PrintedLetterhead,
  size: TypeSize,
  fine: { left: string; right: string },
): void {
  const y = footTop(paper, head, size);
  const block = footBlock(paper, head, size);
  paper.decoration(() => {
    paper.doc
      .moveTo(MARGIN, y - 5)
      .lineTo(A4.width - MARGIN, y - 5)
      .lineWidth(0.75)
      .stroke(COLOURS.line);
    paper.draw(block, MARGIN, y);
    const style: TextStyle = { size: FINE_PRINT, colour: COLOURS.quiet, maxLines: 1 };
    const below = y + block.height + 1;
    const right = paper.set(fine.right, { ...style, align: 'right' }, CONTENT_WIDTH / 2);
    paper.draw(paper.set(fine.left, style, CONTENT_WIDTH / 2), MARGIN, below);
    paper.draw(right, MARGIN + CONTENT_WIDTH / 2, below);
  }, 'Pagination');
}
