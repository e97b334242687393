import { putFoot } from './letter-head.ts';
import { ORDINARY } from '../../platform/documents/paper/measure.ts';
import type { Paper } from '../../platform/documents/paper/paper.ts';
import type { PrintedLetterhead } from './printed-letter.ts';

/** The empty back of a sheet, so that what follows begins on a sheet of its own. */
export function fillSheet(
  paper: Paper,
  { letterhead, roundName }: { letterhead: PrintedLetterhead; roundName: string },
): void {
  if (paper.pages % 2 === 0) return;
  paper.addPage();
  putFoot(paper, letterhead, ORDINARY, { left: roundName, right: '' });
}
