import { randomFillSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pick, type Random } from '../support/random.ts';
import { writeXlsx, zip } from './write-xlsx.ts';

export interface BrokenFile {
  readonly what: string;
  readonly fileName: string;
  readonly content: Buffer;
  /** Taken all the same: it only looks broken. */
  readonly isGood: boolean;
  /** May be taken, as long as its second line is at fault. */
  readonly isHarmless: boolean;
}

const MB = 1024 * 1024;
const HEADER = 'Achternaam;Geslacht;Geboortedatum;BSN;Postcode\r\n';
const CSV = `${HEADER}Jansen;V;03-04-1941;;9501 AB\r\n`;
const SHEET = 'xl/worksheets/sheet1.xml';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** What is no table, or more than one may be. Source: trust paper 8 and 9. */
export function brokenFiles(random: Random, isLarge: boolean): BrokenFile[] {
  const workbook = writeXlsx(
    random,
    ['Achternaam', 'Geslacht', 'Geboortedatum'],
    [['Jansen', 'V', '03-04-1941']],
    false,
  ).content;
  const noise = randomFillSync(Buffer.alloc(50_000));
  const bomb = bombs(isLarge ? 300 * MB : 30 * MB);
  return [
    bad('0 bytes', Buffer.alloc(0)),
    bad('a BOM only', Buffer.from('\ufeff')),
    bad('spaces and line ends only', Buffer.from(' \r\n\r\n  \n')),
    bad('a header without rows', Buffer.from(HEADER)),
    bad('noise', noise),
    bad('zeros', Buffer.alloc(10_000)),
    bad('a picture', Buffer.concat([PNG, noise])),
    bad('a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])),
    bad('gzip', gzipSync(CSV)),
    bad('a zip of something else', zip({ 'export.csv': CSV })),
    bad('a zip in a workbook’s name', zip({ 'readme.txt': 'x' }), 'export.xlsx'),
    bad('half a workbook', workbook.subarray(0, workbook.length / 2), 'export.xlsx'),
    bad('a workbook with a wrong byte', flipped(workbook, workbook.indexOf(SHEET) + SHEET.length + 12), 'export.xlsx'),
    bad('a picture that ends as a workbook', Buffer.concat([PNG, noise, workbook]), 'export.xlsx'),
    bad('a page that holds rows', Buffer.from(`<html><script>alert(1)</script>${CSV}</html>`), 'export.html'),
    bad('text with NULs', Buffer.from(CSV.replace('Jansen', 'Jan\u0000sen'))),
    bad('21 MB', Buffer.from(CSV + 'Jansen;V;03-04-1941;;9501 AB\r\n'.repeat(760_000))),
    harmless(
      'a quote that never closes',
      Buffer.from(`${HEADER}"Jansen;V;03-04-1941;;9501 AB\r\n${'Bos;M;04-04-1941;;\r\n'.repeat(2_000)}`),
    ),
    harmless('a cell of a megabyte', Buffer.from(`${HEADER}${'x'.repeat(MB)};V;03-04-1941;;\r\n`)),
    bad(
      'ten thousand columns',
      Buffer.from(`${HEADER.trim()}${';x'.repeat(10_000)}\r\nJansen;V;03-04-1941${';'.repeat(10_000)}\r\n`),
    ),
    ...bomb,
    good('a workbook in a table’s name', workbook, 'export.csv'),
    good('a table in a workbook’s name', Buffer.from(CSV), 'export.xlsx'),
    good('a name with folders', Buffer.from(CSV), '../../../etc/passwd.csv'),
    good('a name of 5,000 letters', Buffer.from(CSV), `${'x'.repeat(5_000)}.csv`),
    good('one row without line end', Buffer.from(CSV.trimEnd())),
    good('formulas', Buffer.from(`${HEADER}=1+1;V;03-04-1941;;\r\n+Bos;V;04-04-1941;;\r\n`)),
  ].map((file) => ({
    ...file,
    fileName: file.fileName === '' ? pick(random, ['export.csv', 'export.txt', 'export']) : file.fileName,
  }));
}

const bad = (what: string, content: Buffer, fileName = ''): BrokenFile => ({
  what,
  content,
  fileName,
  isGood: false,
  isHarmless: false,
});
const good = (what: string, content: Buffer, fileName = ''): BrokenFile => ({
  what,
  content,
  fileName,
  isGood: true,
  isHarmless: false,
});
const harmless = (what: string, content: Buffer): BrokenFile => ({
  what,
  content,
  fileName: '',
  isGood: false,
  isHarmless: true,
});

function flipped(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** Workbooks that are small on the line and large when opened, one of which says it is not. */
function bombs(bytes: number): BrokenFile[] {
  const zeros = { 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(bytes) };
  const honest = zip(zeros);
  const lying = Buffer.from(honest);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes);
  for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lying.writeUInt32LE(1_000, at);
  const crowd = zip(
    Object.fromEntries(Array.from({ length: 20_000 }, (_, part) => [`xl/worksheets/sheet${part}.xml`, '<a/>'])),
  );
  return [
    bad('a zip bomb', honest, 'export.xlsx'),
    bad('a zip bomb that lies', lying, 'export.xlsx'),
    bad('20,000 sheets', crowd, 'export.xlsx'),
  ];
}
