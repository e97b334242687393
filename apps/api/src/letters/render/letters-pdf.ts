import { text } from '@samenoud/texts';
import { fillSheet } from './fill-sheet.ts';
import { putForm } from './form-pages.ts';
import { LetterPages } from './letter-pages.ts';
import { Paper } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetter, PrintedWave } from './printed-letter.ts';

/**
 * One document with the letters of a wave: per client the letter, then the questionnaire, each begun on a new sheet so that
 * printing on both sides never puts two people, or a letter and the form that goes back, on one sheet.
 * `onLetter` is told after each letter how many are done; others get their turn while it waits.
 */
export async function renderLetters(
  wave: PrintedWave,
  letters: readonly PrintedLetter[],
  onLetter: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<Buffer> {
  const names = { round: wave.roundName, wave: text(`letters.wave.${wave.wave}`) };
  const paper = new Paper(text('letters.documentTitle', names), wave.letterhead.name);
  for (const [index, letter] of letters.entries()) {
    paper.section('Sect', () => putLetter(paper, wave, letter));
    await onLetter(index + 1);
  }
  return paper.finish();
}

function putLetter(paper: Paper, wave: PrintedWave, letter: PrintedLetter): void {
  new LetterPages(paper, wave, letter).put();
  fillSheet(paper, wave);
  const { clientName: name, birthDate, formCode, packs, largePrint } = letter;
  const { letterhead, roundName } = wave;
  putForm(paper, { letterhead, roundName, packs, largePrint, client: { name, birthDate, formCode } });
  fillSheet(paper, wave);
}
