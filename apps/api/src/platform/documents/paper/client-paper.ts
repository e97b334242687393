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
    this.y = TOP;
    const { name, phone } = this.sender;
    const whom = text('letters.footer', { phone: unbroken(phone), practice: name });
    const at = { x: MARGIN, width: WIDTH };
    const high = this.paper.decorate(whom, { size: this.size.body, leading: 1.2, maxLines: 2 }, { ...at, y: FOOT + 10 }); // prettier-ignore
    const page = text('letters.addressList.page', { page: this.paper.pages });
    const size = this.mark === '' ? FINE_PRINT : MARKED;
    const line = this.mark === '' ? page : `${page} · ${this.mark}`;
    this.paper.decorate(line, { size, colour: COLOURS.quiet, maxLines: 2 }, { ...at, y: FOOT + 10 + high + 2 });
  }
}
