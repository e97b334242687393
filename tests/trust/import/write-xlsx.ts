import { crc32, deflateRawSync } from 'node:zlib';
import { pick, type Random } from '../support/random.ts';
import type { Cell } from './notations.ts';
import type { WrittenFile } from './write-csv.ts';

/** A number that is shown as a day. */
export interface DayCell {
  readonly serial: number;
}
export type SheetCell = Cell | DayCell;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DAY_STYLE = 1;

/** A workbook as a spreadsheet program keeps it: texts apart, days as numbers with a style. */
export function writeXlsx(
  random: Random,
  header: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  from1904: boolean,
): WrittenFile {
  const lines: number[] = [];
  let line = 1;
  for (const _ of rows) lines.push((line += random() < 0.03 ? 2 : 1));
  const texts: string[] = [];
  const numbered = [header, ...rows].map((cells, index) =>
    rowXml(index === 0 ? 1 : (lines[index - 1] ?? 0), cells, texts),
  );
  const sheet = `${XML}<worksheet ${MAIN}><sheetData>${numbered.join('')}</sheetData></worksheet>`;
  const content = zip(workbookParts(sheet, texts, from1904));
  return {
    fileName: pick(random, ['export.xlsx', 'HIS.XLSX']),
    content,
    lines,
    how: from1904 ? 'xlsx from 1904' : 'xlsx',
  };
}

function rowXml(line: number, cells: readonly SheetCell[], texts: string[]): string {
  const parts = cells.map((cell, index) => {
    const place = `r="${columnName(index)}${line}"`;
    if (cell === '') return '';
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c ${place} s="${DAY_STYLE}"><v>${cell.serial}</v></c>`;
    return `<c ${place} t="s"><v>${texts.push(cell) - 1}</v></c>`;
  });
  return `<row r="${line}">${parts.join('')}</row>`;
}

function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

export function workbookParts(sheet: string, texts: readonly string[], from1904: boolean): Record<string, string> {
  const shared = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}">${from1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'}<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst ${MAIN} count="${texts.length}" uniqueCount="${texts.length}">${shared}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The plain zip format, no more of it than a workbook needs. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const raw = Buffer.from(part);
    const packed = deflateRawSync(raw);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // version
    shared.writeUInt16LE(0x08_00, 2); // names in UTF-8
    shared.writeUInt16LE(8, 4); // deflated
    shared.writeUInt32LE(crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(raw.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, place, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}
