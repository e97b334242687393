import { glyphRuns, type Coverage } from './glyph-runs.ts';
import { type Face, faceOf, mainFace, type Weight } from './typeface.ts';

/** Text in a paragraph; a part may stand out. */
export type Span = string | { readonly bold: string };

/** One run of a line, in one font file. */
export interface PlacedRun {
  readonly face: Face;
  readonly text: string;
  readonly width: number;
}

export interface TextLine {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

/** How wide text is and what can be drawn, at one size. */
export interface Ruler {
  readonly coverage: (weight: Weight) => Coverage;
  readonly widthOf: (face: Face, text: string) => number;
}

interface Word {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
  /** Whether a blank stands before it when it does not begin a line. */
  readonly spaced: boolean;
  readonly weight: Weight;
}

const ELLIPSIS = '…';
/** After a hyphen, and in an address after a slash. */
const BREAKS_AFTER = /(?<=[^-]-)(?=[^-\d])|(?<=[^/]\/)(?=[^/])/;
/** A blank that does not break (between day and month, in a phone number) is none of these. */
const BLANKS = /([ \t\r\n]+)/;
const BLANK = /^[ \t\r\n]+$/;

/** Breaks text into lines of at most `width`, at blanks, after hyphens, and inside a word only where nothing else fits. */
export function breakLines(spans: readonly Span[], weight: Weight, width: number, ruler: Ruler): readonly TextLine[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans, weight, ruler).flatMap((one) => fitting(one, width, ruler))) {
    const blank = word.spaced && used > 0 ? blankOf(word.weight, ruler).width : 0;
    if (used > 0 && used + blank + word.width > width) {
      lines.push([word]);
      used = word.width;
    } else {
      lines.at(-1)?.push(word);
      used += blank + word.width;
    }
  }
  return lines.map((words) => joined(words, ruler));
}

/** The first lines only; the last of them says that more was left out. */
export function firstLines(
  lines: readonly TextLine[],
  count: number,
  width: number,
  ruler: Ruler,
): readonly TextLine[] {
  const last = lines[count - 1];
  if (lines.length <= count || last === undefined) return lines;
  return [...lines.slice(0, count - 1), withEllipsis(last, width, ruler)];
}

function withEllipsis({ runs }: TextLine, width: number, ruler: Ruler): TextLine {
  const weight: Weight = runs.some(({ face }) => face.startsWith('bold')) ? 'bold' : 'regular';
  const letters = [...runs.map(({ text }) => text).join('')];
  for (let count = letters.length; count > 0; count -= 1) {
    const shorter = runsOf(letters.slice(0, count).join('').trimEnd() + ELLIPSIS, weight, ruler);
    if (widthOfRuns(shorter) <= width) return { runs: shorter, width: widthOfRuns(shorter) };
  }
  return { runs: [], width: 0 };
}

function wordsOf(spans: readonly Span[], weight: Weight, ruler: Ruler): readonly Word[] {
  let glued = true;
  return spans.flatMap((span) => {
    const bold = typeof span !== 'string';
    const pieces = (bold ? span.bold : span).split(BLANKS).filter((piece) => piece !== '');
    return pieces.flatMap((piece) => {
      if (BLANK.test(piece)) {
        glued = false;
        return [];
      }
      const parts = piece.split(BREAKS_AFTER);
      const words = parts.map((part, index) => wordOf(part, bold ? 'bold' : weight, index === 0 && !glued, ruler));
      glued = true;
      return words;
    });
  });
}

function wordOf(text: string, weight: Weight, spaced: boolean, ruler: Ruler): Word {
  const runs = runsOf(text, weight, ruler);
  return { runs, width: widthOfRuns(runs), spaced, weight };
}

function runsOf(text: string, weight: Weight, ruler: Ruler): readonly PlacedRun[] {
  return glyphRuns(text, ruler.coverage(weight)).map((run) => {
    const face = faceOf(weight, run.source);
    return { face, text: run.text, width: ruler.widthOf(face, run.text) };
  });
}

/** A word that is wider than a line, in pieces that fit. */
function fitting(word: Word, width: number, ruler: Ruler): readonly Word[] {
  if (word.width <= width) return [word];
  const letters = [...word.runs.map(({ text }) => text).join('')];
  let count = Math.max(1, Math.floor((letters.length * width) / word.width));
  while (count > 1 && wordOf(letters.slice(0, count).join(''), word.weight, false, ruler).width > width) count -= 1;
  const head = wordOf(letters.slice(0, count).join(''), word.weight, word.spaced, ruler);
  const rest = letters.slice(count).join('');
  return rest === '' ? [head] : [head, ...fitting(wordOf(rest, word.weight, false, ruler), width, ruler)];
}

function blankOf(weight: Weight, ruler: Ruler): PlacedRun {
  const face = mainFace(weight);
  return { face, text: ' ', width: ruler.widthOf(face, ' ') };
}

function joined(words: readonly Word[], ruler: Ruler): TextLine {
  const runs: PlacedRun[] = [];
  for (const [index, word] of words.entries()) {
    const before = index > 0 && word.spaced ? [blankOf(word.weight, ruler)] : [];
    for (const run of [...before, ...word.runs]) append(runs, run);
  }
  return { runs, width: widthOfRuns(runs) };
}

function append(runs: PlacedRun[], run: PlacedRun): void {
  const last = runs.at(-1);
  if (last === undefined || last.face !== run.face) runs.push(run);
  else runs[runs.length - 1] = { ...last, text: last.text + run.text, width: last.width + run.width };
}

const widthOfRuns = (runs: readonly PlacedRun[]): number => runs.reduce((sum, { width }) => sum + width, 0);
