import { describe, expect, it } from '@jest/globals';
import { writeCsv } from './write-csv.ts';

const read = (...cells: (string | number | null)[]): string =>
  writeCsv(['a'], [cells]).toString('utf8').split('\r\n')[1] ?? '';

describe('a table as a file', () => {
  it('begins with a byte order mark, and ends every line with CR LF', () => {
    const file = writeCsv(['naam', 'aantal'], [['Zoë', 2]]);
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.toString('utf8')).toBe('\uFEFFnaam;aantal\r\nZoë;2\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-', "'-"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['\0x', "'\0x"],
    ['a=b', 'a=b'],
    ['een;twee', '"een;twee"'],
    ['zij zei "ja"', '"zij zei ""ja"""'],
    ['regel\neen', '"regel\neen"'],
  ])('writes %j', (cell, written) => {
    expect(writeCsv([cell], []).toString('utf8')).toBe(`\uFEFF${written}\r\n`);
  });

  it('leaves numbers alone, and nothing where there is nothing', () => {
    expect(read(-5, null, '')).toBe('-5;;');
  });
});
