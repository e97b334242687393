import { type Day, formatDutchDay, formatDutchDayLong } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { CONTENT_WIDTH, MARGIN } from './letter-head.ts';
import { A4, COLOURS, FINE_PRINT, MM } from './measure.ts';
import { Paper, type TextStyle } from './paper.ts';

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
    this.paper.section('Table', () => {
      this.row(
        COLUMNS.map(({ key }) => text(`letters.addressList.columns.${key}`)),
        'TH',
      );
      for (const [index, { name, birthDate, address, marks }] of rows.entries())
        this.row([`${index + 1}`, name, formatDutchDay(birthDate), address, marks.join(', ')], 'TD');
    });
  }

  private row(cells: readonly string[], tag: 'TH' | 'TD'): void {
    const style: TextStyle = tag === 'TH' ? { ...CELL, weight: 'bold' } : CELL;
    const blocks = cells.map((cell, index) =>
      this.paper.set(cell, style, (COLUMNS[index]?.width ?? 0) * CONTENT_WIDTH - 6),
    );
    const height = Math.max(...blocks.map((block) => block.height));
    this.room(height + 6);
    this.paper.section('TR', () => {
      let x = MARGIN;
      for (const [index, block] of blocks.entries()) {
        this.paper.put(tag, block, x, this.y + 3);
        x += (COLUMNS[index]?.width ?? 0) * CONTENT_WIDTH;
      }
    });
    this.y += height + 6;
    this.rule(tag === 'TH' ? 1 : 0.4);
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

  private room(height: number): void {
    if (this.y + height > BOTTOM) this.turn();
  }

  private turn(): void {
    this.paper.addPage();
    this.y = TOP;
    const page = text('letters.addressList.page', { page: this.paper.pages });
    const fine: TextStyle = { size: FINE_PRINT, colour: COLOURS.quiet };
    this.paper.decorate(`${this.list.practice} · ${page}`, fine, { x: MARGIN, y: BOTTOM + 6, width: CONTENT_WIDTH });
  }
}
