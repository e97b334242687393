import { MM } from '../../platform/documents/paper/measure.ts';
import { Paper, type TextBlock } from '../../platform/documents/paper/paper.ts';

/** Sheets of 3 × 8 labels of 70 × 37 mm, as sold everywhere; half a millimetre of the height is left at top and bottom. */
const SHEET = { columns: 3, rows: 8, width: 70 * MM, height: 37 * MM, top: 0.5 * MM } as const;
const INSET = { x: 6 * MM, y: 5 * MM } as const;
const SIZES = [12, 11, 10, 9, 8, 7] as const;

/** Address labels, row by row from the top left. */
export function renderLabels(title: string, addresses: readonly (readonly string[])[]): Promise<Buffer> {
  const paper = new Paper(title, '');
  const perPage = SHEET.columns * SHEET.rows;
  for (const [index, lines] of addresses.entries()) {
    if (index % perPage === 0) paper.addPage();
    const place = index % perPage;
    const x = (place % SHEET.columns) * SHEET.width + INSET.x;
    const y = SHEET.top + Math.floor(place / SHEET.columns) * SHEET.height + INSET.y;
    paper.section('Sect', () => putLabel(paper, lines, x, y));
  }
  return paper.finish();
}

/** In the largest size in which all of it is on the label. */
function putLabel(paper: Paper, lines: readonly string[], x: number, top: number): void {
  const width = SHEET.width - 2 * INSET.x;
  const room = SHEET.height - 2 * INSET.y;
  const set = (size: number, maxLines?: number): readonly TextBlock[] =>
    lines.map((line) =>
      paper.set(line, { size, leading: 1.25, ...(maxLines === undefined ? {} : { maxLines }) }, width),
    );
  const heightOf = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, { height }) => sum + height, 0);
  const fits = SIZES.find((size) => heightOf(set(size)) <= room);
  const blocks = fits === undefined ? set(7, 3) : set(fits);
  let y = top + Math.max(0, (room - heightOf(blocks)) / 2);
  for (const block of blocks) y += paper.put('P', block, x, y);
}
