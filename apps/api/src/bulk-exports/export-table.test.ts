import { describe, expect, it } from '@jest/globals';
import { BULK_EXPORT_COLUMNS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import fc from 'fast-check';
import { parseCsv } from '../testing/parse-csv.ts';
import { type ClientOfExport, exportTable } from './export-table.ts';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\0', "'", '#', ';', '"', '\n', ' ', ''];
/** What people type, and what nobody should. */
const cell = fc.option(
  fc.tuple(fc.constantFrom(...STARTS), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('', ';"\r\n', '""'))
    .map((parts) => parts.join('')),
  { nil: null },
); // prettier-ignore
const FREE = ['HIS_NUMBER', 'FAMILY_NAME', 'GIVEN_NAME', 'CITY', 'GP'] as const;
const client = fc
  .record(Object.fromEntries(FREE.map((column) => [column, cell])))
  .map(
    (typed) => ({ ...Object.fromEntries(BULK_EXPORT_COLUMNS.map((code) => [code, null])), ...typed }) as ClientOfExport,
  );

describe('a list of clients as a file', () => {
  it('re-parses to what was typed, and no cell starts a formula', () => {
    fc.assert(
      fc.property(fc.array(client, { maxLength: 8 }), fc.string({ maxLength: 60 }), (clients, purpose) => {
        const watermark = text('bulkExports.watermark', { name: 'J. Arts', at: 'nu', purpose });
        const file = exportTable({ columns: FREE, clients, profiles: {}, watermark });
        const lines = parseCsv(file);
        expect(lines.flat().filter((read) => /^[=+\-@\t\r\0]/.test(read))).toEqual([]);
        expect(lines[0]).toEqual(FREE.map((column) => text(`bulkExports.column.${column}`)));
        expect(lines.at(-1)).toEqual([watermark, '', '', '', '']);
        const typed = clients.map((one) => FREE.map((column) => harmless(one[column] ?? '')));
        expect(lines.slice(1, -1)).toEqual(typed);
      }),
      { numRuns: 500 },
    );
  });

  it('says sex, status and profiles in words, those of the practice first', () => {
    const none = Object.fromEntries(BULK_EXPORT_COLUMNS.map((column) => [column, null])) as ClientOfExport;
    const one = { ...none, SEX: 'FEMALE', STATUS: 'DECEASED', ASSIGNED_PROFILE: 'FRAIL', PROPOSED_PROFILE: 'UNDETERMINED' }; // prettier-ignore
    const columns = ['SEX', 'STATUS', 'ASSIGNED_PROFILE', 'PROPOSED_PROFILE'] as const;
    const file = exportTable({ columns, clients: [one], profiles: { FRAIL: 'Broos' }, watermark: '# wie' });
    expect(parseCsv(file)[1]).toEqual(['vrouw', 'overleden', 'Broos', 'Onbepaald']);
  });
});

/** As the paper of trust says it, in other words than the writer. */
function harmless(typed: string): string {
  return ['=', '+', '-', '@', '\t', '\r', '\0'].some((sign) => typed.startsWith(sign)) ? `'${typed}` : typed;
}
