import { showAccessCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { CONTENT_WIDTH, footTop, MARGIN, putAddress, putFoot, putLetterhead } from './letter-head.ts';
import { A4, LARGE, MM, ORDINARY, type TypeSize } from '../../platform/documents/paper/measure.ts';
import { drawQr } from './codes.ts';
import type { Paper, Tag, TextBlock, TextStyle } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetter, PrintedWave } from './printed-letter.ts';
import { putSlip, slipHeight } from './slip.ts';
import type { Span } from '../../platform/documents/paper/text-lines.ts';
import { longDay, unbroken } from '../../platform/documents/paper/unbroken.ts';

const LETTER_TOP = 82 * MM;
const NEXT_TOP = 16 * MM;
const SIGNATURE = 14 * MM;

/** The letter itself, page by page: what does not fit goes on, and nothing that belongs together is torn apart. */
export class LetterPages {
  readonly size: TypeSize;
  private y = 0;
  private page = 0;

  constructor(
    private readonly paper: Paper,
    private readonly wave: PrintedWave,
    private readonly letter: PrintedLetter,
  ) {
    this.size = letter.largePrint ? LARGE : ORDINARY;
  }

  put(): void {
    this.open();
    putLetterhead(this.paper, this.wave.letterhead);
    putAddress(this.paper, this.letter.addressLines);
    this.y = LETTER_TOP;
    this.putText();
    if (this.page === 1 || this.y > A4.height * 0.4) this.turn();
    else this.y += this.size.body * 1.5;
    this.putOnline();
    this.putSlip();
  }

  private putText(): void {
    const { wave, letterhead, returnBy, today } = this.wave;
    const gap = this.size.body * 0.55;
    const day = longDay(today);
    this.flow('P', text('letters.dateLine', { city: letterhead.city, day }), {}, gap * 2);
    this.flow('H1', text(`letters.subject.${wave}`), { size: this.size.title, weight: 'bold', leading: 1.2 }, gap * 2);
    this.flow('P', this.letter.salutation, {}, gap);
    this.flow('P', text(`letters.opening.${wave}`), {}, gap);
    if (wave !== 'INVITATION') this.flow('P', text('letters.again'), {}, gap);
    this.flow('P', returnBy >= today ? [text('letters.returnBy'), { bold: `${longDay(returnBy)}.` }] : `${text('letters.returnLate')}.`, {}, gap); // prettier-ignore
    this.flow('P', text('letters.alsoOnline'), {}, gap);
    this.flow('P', this.questions(), {}, gap * 1.6);
    const { senderName, senderRole } = letterhead;
    const sender = [text('letters.regards'), senderName, senderRole, letterhead.name];
    const emergency = this.paper.set([{ bold: letterhead.emergencyText }], this.style({}), CONTENT_WIDTH);
    this.keep(
      sender.map((line) => this.paper.set(line, this.style({ maxLines: 2, leading: 1.25 }), CONTENT_WIDTH)),
      emergency.height + gap,
    );
    this.y += gap;
    this.keep([emergency]);
  }

  private questions(): readonly Span[] {
    const { phone, openingHours: hours } = this.wave.letterhead;
    const open = hours === null ? '' : text('letters.openingHours', { hours });
    return [text('letters.questions'), { bold: unbroken(phone) }, `${open}.`];
  }

  private putOnline(): void {
    const { online } = this.wave;
    const square = 32 * MM;
    const width = CONTENT_WIDTH - square - 6 * MM;
    const top = this.y;
    const gap = this.size.body * 0.5;
    this.flow('H2', text('letters.online.title'), { size: this.size.title, weight: 'bold', leading: 1.2 }, gap);
    const code = showAccessCode(this.letter.accessCode);
    const steps: readonly (readonly Span[])[] = [
      [text('letters.online.goTo'), { bold: online.address }, text('letters.online.goToOr')],
      [text('letters.online.code')],
      [text('letters.online.birthDate')],
    ];
    const link = `${online.link}#${this.letter.accessCode}`;
    this.paper.figure(text('letters.online.square', { address: online.address }), () =>
      drawQr(this.paper.doc, link, { x: A4.width - MARGIN - square, y: top + 4, size: square }),
    );
    const signWidth = this.size.body * 1.5;
    this.paper.section('L', () => {
      for (const [index, step] of steps.entries()) {
        this.paper.section('LI', () => {
          const at = { x: MARGIN, y: this.y, width: signWidth };
          this.paper.text('Lbl', `${index + 1}.`, this.style({ weight: 'bold' }), at);
          const block = this.paper.set(step, this.style({}), width - signWidth);
          this.paper.put('LBody', block, MARGIN + signWidth, this.y);
          this.y += block.height;
          if (index === 1) this.putCode(code, MARGIN + signWidth);
          this.y += gap * 0.7;
        });
      }
    });
    this.y = Math.max(this.y, top + square + 10);
    this.flow('P', text('letters.online.help'), {}, gap);
  }

  private putCode(code: string, x: number): void {
    const style: TextStyle = { size: this.size.title + 4, weight: 'bold', leading: 1.3 };
    this.y += this.paper.text('Span', code, style, { x, y: this.y, width: CONTENT_WIDTH - (x - MARGIN) });
  }

  /** At the bottom of a page, where scissors reach it. */
  private putSlip(): void {
    const { letterhead } = this.wave;
    const height = slipHeight(this.paper, this.wave, this.letter, this.size);
    if (this.y + height > this.bottom()) this.turn();
    putSlip(this.paper, this.wave, this.letter, this.size, footTop(this.paper, letterhead, this.size) - 18 - height);
  }

  private flow(tag: Tag, spans: string | readonly Span[], style: Partial<TextStyle>, after: number): void {
    const block = this.paper.set(spans, this.style(style), CONTENT_WIDTH);
    if (this.y + block.height > this.bottom()) this.turn();
    this.y += this.paper.put(tag, block, MARGIN, this.y) + after;
  }

  /** Lines that stay on one page; where there is room before `below`, the first is followed by room for a signature. */
  private keep(blocks: readonly TextBlock[], below?: number): void {
    const height = blocks.reduce((sum, block) => sum + block.height, 0);
    if (this.y + height > this.bottom()) this.turn();
    const spare = below === undefined ? 0 : this.bottom() - this.y - height - below;
    const signature = Math.max(0, Math.min(spare, SIGNATURE));
    for (const [index, block] of blocks.entries())
      this.y += this.paper.put('P', block, MARGIN, this.y) + (index === 0 ? signature : 0);
  }

  private style(style: Partial<TextStyle>): TextStyle {
    return { size: this.size.body, leading: 1.35, ...style };
  }

  private turn(): void {
    this.open();
    this.y = NEXT_TOP;
  }

  private open(): void {
    this.paper.addPage();
    this.page += 1;
    const { letterhead, roundName } = this.wave;
    putFoot(this.paper, letterhead, this.size, { left: roundName, right: '' });
  }

  private bottom(): number {
    return footTop(this.paper, this.wave.letterhead, this.size) - 10;
  }
}
