import iconv from 'iconv-lite';

export interface DecodedText {
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'WINDOWS-1252';
  readonly text: string;
}

const MARKS = [
  { encoding: 'UTF-8', mark: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'UTF-16LE', mark: Buffer.from([0xff, 0xfe]) },
  { encoding: 'UTF-16BE', mark: Buffer.from([0xfe, 0xff]) },
] as const;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is that, else Windows-1252. A UTF-8 file with a damaged byte
 * stays UTF-8, with U+FFFD in that place: read as Windows-1252 every other name in it would be spoilt.
 */
export function decodeText(content: Buffer): DecodedText {
  const marked = MARKS.find(({ mark }) => content.subarray(0, mark.length).equals(mark));
  if (marked) return { encoding: marked.encoding, text: iconv.decode(content, marked.encoding, { stripBOM: true }) };
  const text = content.toString('utf8');
  const damaged = countOf(text, /\uFFFD/g);
  const other = countOf(text, /[^\u0000-\u007F]/gu) - damaged;
  if (damaged <= other) return { encoding: 'UTF-8', text };
  return { encoding: 'WINDOWS-1252', text: iconv.decode(content, 'win1252') };
}
