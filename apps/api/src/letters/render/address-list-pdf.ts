import { type Day, formatDutchDay, formatDutchDayLong } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { CONTENT_WIDTH, MARGIN } from './letter-head.ts';
import { A4, COLOURS, FINE_PRINT, MM } from '../../platform/documents/paper/measure.ts';
import { Paper, type TextBlock, type TextStyle } from '../../platform/documents/paper/paper.ts';

/** One line of the list, in plain words. */
export interface ListedAddress {
  readonly name: string;
  readonly birthDate: Day;
  readonly address: string;
  readonly marks: readonly string[];
}

export interface AddressList {
  readonly heading: string;
  readonly practice: string;
  readonly madeOn: Day;
  readonly letters: readonly ListedAddress[];
  readonly byHand: readonly ListedAddress[];
}

const COLUMNS = [
  { key: 'number', width: 0.06 },
  { key: 'client', width: 0.27 },
  { key: 'birthDate', width: 0.13 },
  { key: 'address', width: 0.36 },
  { key: 'marks', width: 0.18 },
] as const;
const CELL: TextStyle = { size: 10, leading: 1.3, maxLines: 4 };
const HEAD: TextStyle = { ...CELL, weight: 'bold' };
const TOP = 16 * MM;
const BOTTOM = A4.height - 16 * MM;

/** The list to check before the letters go out, and who gets the questionnaire another way. For staff: ordinary type. */
export function renderAddressList(list: AddressList): Promise<Buffer> {
  return new AddressListPages(list).finish();
}

class AddressListPages {
  private readonly paper: Paper;
  private y = TOP;

  constructor(private readonly list: AddressList) {
    this.paper = new Paper(`${text('letters.addressList.title')} ${list.heading}`, list.practice);
  }

  finish(): Promise<Buffer> {
    const { heading, madeOn, letters, byHand } = this.list;
    this.turn();
    this.line('H1', `${text('letters.addressList.title')} · ${heading}`, { size: 18, weight: 'bold' });
    this.line('P', text('letters.addressList.madeOn', { day: formatDutchDayLong(madeOn) }), { size: 11 });
    this.line('P', plural('letters.addressList.count', letters.length), { size: 11 });
    this.table(letters);
    this.y += 18;
    this.room(90);
    this.line('H2', text('letters.addressList.byHand'), { size: 14, weight: 'bold' });
    const hint = byHand.length === 0 ? 'letters.addressList.noneByHand' : 'letters.addressList.byHandHint';
    this.line('P', text(hint), { size: 11 });
    this.table(byHand);
    return this.paper.finish();
  }

  private table(rows: readonly ListedAddress[]): void {
    if (rows.length === 0) return;
    this.y += 8;
    const heads = this.cells(COLUMNS.map(({ key }) => text(`letters.addressList.columns.${key}`)), HEAD); // prettier-ignore
    const all = rows.map(({ name, birthDate, address, marks }, index) =>
      this.cells([`${index + 1}`, name, formatDutchDay(birthDate), address, marks.join(', ')], CELL),
    );
    this.room(heightOf(heads) + heightOf(all[0] ?? heads));
    this.paper.section('Table', () => {
      this.row(heads, 'TH');
      for (const one of all) {
        if (this.room(heightOf(one))) this.repeat(heads);
        this.row(one, 'TD');
      }
    });
  }

  private cells(words: readonly string[], style: TextStyle): readonly TextBlock[] {
    return words.map((cell, index) => this.paper.set(cell, style, widthOf(index) - 6));
  }

  private row(cells: readonly TextBlock[], tag: 'TH' | 'TD'): void {
    this.paper.section('TR', () =>
      this.across(cells, (block, x) => {
        this.paper.put(tag, block, x, this.y + 3);
      }),
    );
    this.y += heightOf(cells);
    this.rule(tag === 'TH' ? 1 : 0.4);
  }

  /** What stands in the columns, once more at the top of a page; who listens to the list has heard it. */
  private repeat(heads: readonly TextBlock[]): void {
    this.paper.decoration(() => this.across(heads, (block, x) => this.paper.draw(block, x, this.y + 3)), 'Pagination');
    this.y += heightOf(heads);
    this.rule(1);
  }

  private across(cells: readonly TextBlock[], put: (block: TextBlock, x: number) => void): void {
    let x = MARGIN;
    for (const [index, block] of cells.entries()) {
      put(block, x);
      x += widthOf(index);
    }
  }

  private rule(width: number): void {
    const { y } = this;
    this.paper.decoration(() =>
      this.paper.doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + CONTENT_WIDTH, y)
        .lineWidth(width)
        .stroke(COLOURS.line),
    );
  }

  private line(tag: 'H1' | 'H2' | 'P', words: string, style: TextStyle): void {
    this.y += this.paper.text(tag, words, style, { x: MARGIN, y: this.y, width: CONTENT_WIDTH }) + 2;
  }

  /** Turns the page where this does not fit any more, and says whether it did. */
  private room(height: number): boolean {
    const turns = this.y + height > BOTTOM;
    if (turns) this.turn();
    return turns;
  }

  private turn(): void {
    this.paper.addPage();
    this.y = TOP;
    const page = text('letters.addressList.page', { page: this.paper.pages });
    const fine: TextStyle = { size: FINE_PRINT, colour: COLOURS.quiet };
    this.paper.decorate(`${this.list.practice} · ${page}`, fine, { x: MARGIN, y: BOTTOM + 6, width: CONTENT_WIDTH });
  }
}

const widthOf = (column: number): number => (COLUMNS[column]?.width ?? 0) * CONTENT_WIDTH;

/** Of a row, with the blank above and below it. */
const heightOf = (cells: readonly TextBlock[]): number => Math.max(...cells.map(({ height }) => height)) + 6;
