import { DomainError } from '../../platform/http/problem.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** PDF, RTF, XML and HTML, JSON: text, but no table. */
const OTHER_TEXT = /^\s*(%PDF|\{|\[|<)/;
/** Letters of a text are rarely below 32; bytes of anything else often are. */
const MOST_CONTROL_BYTES = 0.005;

/**
 * The lines of an uploaded file, recognised by its content, whatever its name.
 * @throws DomainError with one sentence for a file that is empty, too big, broken or something else than a table.
 */
export async function readFile(content: Buffer): Promise<Sheet> {
  if (content.length === 0) throw new DomainError('IMPORT_EMPTY');
  if (content.subarray(0, ZIP.length).equals(ZIP)) return readXlsx(content);
  if (content.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL)) throw new DomainError('IMPORT_OLD_EXCEL');
  const { encoding, text } = decodeText(content);
  if (text.trim() === '') throw new DomainError('IMPORT_EMPTY');
  if (isBinary(text) || OTHER_TEXT.test(text)) throw new DomainError('IMPORT_NOT_A_TABLE');
  return { format: 'CSV', encoding, ...readCsv(text) };
}

function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000E-\u0019\u001B-\u001F]/g)?.length ?? 0;
  return controls > text.length * MOST_CONTROL_BYTES;
}
