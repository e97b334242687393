import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ScannedCodes, scanPage } from '../../../apps/api/src/testing/scan-page.ts';

/** One printed page, as a reader copies its text and a scanner reads its picture. */
export class PrintedPage {
  private constructor(
    private readonly page: PDFPageProxy,
    /** Lines in the order of the document. */
    readonly text: string,
    private readonly words: readonly Word[],
  ) {}

  static async read(page: PDFPageProxy): Promise<PrintedPage> {
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item ? [item] : []));
    const text = words.map((word, index) => word.str + between(word, words[index + 1])).join('');
    return new PrintedPage(page, text, words);
  }

  /** What the letters say when line ends are left out. */
  get letters(): string {
    return squeezed(this.text);
  }

  /** Height in points of the smallest letters in which such words stand; Infinity where there are none. */
  sizeOf(words: RegExp): number {
    return Math.min(...this.words.filter(({ str }) => words.test(str)).map(({ height }) => height));
  }

  scan(expectsQr: boolean): Promise<ScannedCodes> {
    return scanPage(this.page, expectsQr);
  }
}

/** Of the height of the letters: a wider gap than this is a blank. */
const LEAST_GAP = 0.15;

interface Word {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** What stands between two pieces of text is told by their places. */
function between(word: Word, next: Word | undefined): string {
  if (word.hasEOL) return '\n';
  const gap = (next?.transform[4] ?? 0) - (word.transform[4] ?? 0) - word.width;
  return next !== undefined && gap > word.height * LEAST_GAP ? ' ' : '';
}

/** Only letters and digits: how lines are broken and joined does not count. */
export const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');

export async function withPages<T>(content: Buffer, work: (pages: readonly PrintedPage[]) => Promise<T>): Promise<T> {
  const document: PDFDocumentProxy = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  try {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await PrintedPage.read(await document.getPage(number)));
    return await work(pages);
  } finally {
    await document.destroy();
  }
}
