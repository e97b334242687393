import { text } from '@samenoud/texts';
import { A4, COLOURS, FINE_PRINT, MM, ORDINARY } from './measure.ts';
import { Paper, type Tag, type TextStyle } from './paper.ts';
import type { Span } from './text-lines.ts';
import { unbroken } from './unbroken.ts';

/** Whom the reader can call; on every page. */
export interface PaperSender {
  readonly name: string;
  readonly phone: string;
}

type Words = string | readonly Span[];

const MARGIN = 18 * MM;
const WIDTH = A4.width - 2 * MARGIN;
const TOP = 16 * MM;
const FOOT = A4.height - 26 * MM;
/** A heading is never the last thing on a page: this much of what follows stands below it. */
const WITH_NEXT = 60;
/** A mark is to be read by everybody who finds the paper. */
const MARKED = 12;
/** From the edge of the page. */
const FRAME = 5 * MM;
const BAND = { height: 13 * MM, size: 13, bar: 3 * MM } as const;

/**
 * What kind of paper this is, at the head of every page. FILLED is a band in the accent across the page; RULED a bar and a line in
 * another colour; FRAMED a frame around the page, for what is not for everybody: told apart in black and white too.
 */
export interface PaperBand {
  readonly kind: 'FILLED' | 'RULED' | 'FRAMED';
  readonly words: string;
  readonly beside: string;
}

/** Plain pages for a client to read: headings and paragraphs in large type, with the practice and its phone at every foot. */
export class ClientPaper {
  private readonly paper: Paper;
  private y = FOOT;

  constructor(
    title: string,
    private readonly sender: PaperSender,
    private readonly size = ORDINARY,
    /** Who made it and when, at the foot of every page. */
    private readonly mark = '',
    private readonly band?: PaperBand,
  ) {
    this.paper = new Paper(title, sender.name);
    this.turn();
  }

  /** The page that is written on now. */
  get page(): number {
    return this.paper.pages;
  }

  title(words: string): void {
    this.block('H1', words, { size: this.size.title, weight: 'bold', colour: COLOURS.accent }, WITH_NEXT);
  }

  heading(words: string): void {
    this.y += this.size.body * 0.6;
    this.block('H2', words, { size: this.size.heading, weight: 'bold' }, WITH_NEXT);
  }

  paragraph(words: Words): void {
    this.block('P', words, { size: this.size.body });
  }

  /** Who wrote what stands above it, and when. */
  quiet(words: string): void {
    this.block('P', words, { size: this.size.body, colour: COLOURS.quiet });
  }

  /** What everybody who holds the paper has to know first. */
  warning(words: string): void {
    this.block('P', words, { size: this.size.body, weight: 'bold' });
  }

  /** Room to write by hand, with a word in front. */
  blankLine(words: string): void {
    const style = { size: this.size.body, colour: COLOURS.quiet };
    const high = this.size.body * 2;
    if (this.y + high > FOOT) this.turn();
    const word = this.paper.widthOf(words, style) + 6;
    this.paper.text('P', words, style, { x: MARGIN, y: this.y + high - this.size.body * 1.3, width: WIDTH });
    this.paper.decoration(() => this.line(MARGIN + word, MARGIN + WIDTH, this.y + high, COLOURS.line, 0.6));
    this.y += high + this.size.body * 0.6;
  }

  finish(): Promise<Buffer> {
    return this.paper.finish();
  }

  /** Longer than a page goes on where it fits: text is broken between pages by its lines. */
  private block(tag: Tag, words: Words, style: TextStyle, below = 0): void {
    const whole = this.paper.set(words, style, WIDTH);
    const high = whole.height / Math.max(whole.lines.length, 1);
    let { lines } = whole;
    if (this.y + Math.min(whole.height, high * 3) + below > FOOT) this.turn();
    while (lines.length > 0) {
      const fits = Math.max(1, Math.floor((FOOT - this.y) / high));
      const part = lines.slice(0, fits);
      this.y += this.paper.put(tag, { ...whole, lines: part, height: part.length * high }, MARGIN, this.y);
      lines = lines.slice(fits);
      if (lines.length > 0) this.turn();
    }
    this.y += style.size * 0.4;
  }

  private turn(): void {
    this.paper.addPage();
    this.y = this.band === undefined ? TOP : this.head(this.band);
    const { name, phone } = this.sender;
    const whom = text('letters.footer', { phone: unbroken(phone), practice: name });
    const at = { x: MARGIN, width: WIDTH };
    const high = this.paper.decorate(whom, { size: this.size.body, leading: 1.2, maxLines: 2 }, { ...at, y: FOOT + 10 }); // prettier-ignore
    const page = text('letters.addressList.page', { page: this.paper.pages });
    const size = this.mark === '' ? FINE_PRINT : MARKED;
    const line = this.mark === '' ? page : `${page} · ${this.mark}`;
    this.paper.decorate(line, { size, colour: COLOURS.quiet, maxLines: 2 }, { ...at, y: FOOT + 10 + high + 2 });
  }

  /** Where the text below it begins. */
  private head({ kind, words, beside }: PaperBand): number {
    const top = kind === 'FRAMED' ? FRAME : 0;
    const colour = { FILLED: COLOURS.onAccent, RULED: COLOURS.second, FRAMED: COLOURS.text }[kind];
    this.paper.decoration(() => {
      const { doc } = this.paper;
      if (kind === 'FILLED') doc.rect(0, 0, A4.width, BAND.height).fill(COLOURS.accent);
      else if (kind === 'RULED') doc.rect(0, 0, BAND.bar, A4.height).fill(COLOURS.second);
      else
        doc
          .rect(FRAME, FRAME, A4.width - 2 * FRAME, A4.height - 2 * FRAME)
          .lineWidth(2)
          .stroke(COLOURS.text);
    }, 'Pagination');
    if (kind !== 'FILLED') this.paper.decoration(() => this.line(MARGIN, MARGIN + WIDTH, top + BAND.height, colour, 1.5), 'Pagination'); // prettier-ignore
    const at = { x: MARGIN, y: top + (BAND.height - BAND.size * 1.3) / 2, width: WIDTH };
    this.paper.decorate(words, { size: BAND.size, weight: 'bold', colour, maxLines: 1 }, { ...at, width: WIDTH / 2 });
    const right = { size: 10.5, colour, align: 'right', maxLines: 1 } as const;
    this.paper.decorate(beside, right, { ...at, x: MARGIN + WIDTH / 2, y: at.y + 2, width: WIDTH / 2 });
    return top + BAND.height + 8 * MM;
  }

  private line(from: number, to: number, y: number, colour: string, width: number): void {
    this.paper.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke(colour);
  }
}
