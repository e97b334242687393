import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readFile } from '../../apps/api/src/client-imports/import-file/read-file.ts';
import { workbookParts, zip } from './import/write-xlsx.ts';

/** Small files that once kept the whole API busy, or filled its memory, for everybody who works with it. */

const HEADER = 'Patiëntnr;Achternaam;Geboortedatum\n';
const FIRST = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

const workbook = (sheet: string, names = ''): Buffer => {
  const parts = workbookParts(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    ['Patiëntnr', 'Achternaam'],
    false,
  );
  const book = (parts['xl/workbook.xml'] ?? '').replace('</workbook>', `${names}</workbook>`);
  return zip({ ...parts, 'xl/workbook.xml': book });
};

/**
 * Work of the processor, not time on a clock: that would measure how busy the machine is with other things. It counts what is left of
 * the file of tests before as well. What these files do to a reader that falls for them takes minutes.
 */
const MOST_WORK_MICROSECONDS = 20_000_000;

const readsAtOnce = async (content: Buffer): Promise<number | string> => {
  const before = process.cpuUsage();
  const outcome = await readFile(content).then(
    ({ lines }) => lines.length,
    (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
  );
  expect(process.cpuUsage(before).user).toBeLessThan(MOST_WORK_MICROSECONDS);
  return outcome;
};

describe('a workbook of a few bytes', () => {
  it('may merge every cell there is', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>';
    expect(await readsAtOnce(workbook(`<sheetData>${FIRST}</sheetData>${merged}`))).toBe(1);
  });

  it('may name every cell there is', async () => {
    const named = '<definedNames><definedName name="alles">Blad1!$A$1:$XFD$1048576</definedName></definedNames>';
    expect(await readsAtOnce(workbook(`<sheetData>${FIRST}</sheetData>`, named))).toBe(1);
  });

  it('may give a billion columns a width', async () => {
    const wide = '<cols><col min="1" max="1000000000" width="9"/></cols>';
    expect(await readsAtOnce(workbook(`${wide}<sheetData>${FIRST}</sheetData>`))).toBe(1);
  });

  it('has no row beyond the last one', async () => {
    const far = '<row r="4000000000"><c r="A4000000000" t="s"><v>0</v></c></row>';
    expect(await readsAtOnce(workbook(`<sheetData>${FIRST}${far}</sheetData>`))).toBe('IMPORT_TOO_BIG');
  });

  it('is refused when what surrounds its cells would fill the memory', async () => {
    const parts = workbookParts('<worksheet><sheetData/></worksheet>', [], false);
    const styles = `<styleSheet>${' '.repeat(65 * 1024 * 1024)}</styleSheet>`;
    const picture = randomBytes(1024 * 1024); // lets the archive unpack to a hundred times as much
    expect(await readsAtOnce(zip({ ...parts, 'xl/styles.xml': styles, 'xl/media/a.png': picture }))).toBe(
      'IMPORT_TOO_BIG',
    );
  });
});

describe('a text file', () => {
  it('may hold many blanks between its words', async () => {
    expect(await readsAtOnce(Buffer.from(`${HEADER}1;Berg${' '.repeat(2_000_000)}x;1940-01-01\n`))).toBe(2);
  });

  it('may hold many empty lines', async () => {
    expect(await readsAtOnce(Buffer.from(`${HEADER}${'\n'.repeat(2_000_000)}1;Berg;1940-01-01\n`))).toBe(2);
  });

  it('may hold a stray quote in each of many cells', async () => {
    expect(await readsAtOnce(Buffer.from(`${HEADER}${'"a"b;'.repeat(2_000_000)}`))).toBe('IMPORT_TOO_BIG');
    expect(await readsAtOnce(Buffer.from(`${HEADER}${'"a"b;c\n'.repeat(45_000)}`))).toBe(45_001);
  });
});
