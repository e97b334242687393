import { describe, expect, it } from '@jest/globals';
import { FACES, fontFile } from './typeface.ts';
import { unpackFont } from './woff.ts';

/** The sum over four bytes at a time that a font keeps of each of its tables. */
function checksumOf(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The one sum that is kept inside the table it is about, and counts as nothing there. */
function withoutOwnSum(tag: string, table: Buffer): Buffer {
  const copy = Buffer.from(table);
  if (tag === 'head') copy.writeUInt32BE(0, 8);
  return copy;
}

describe('a packed font', () => {
  it.each(FACES)('%s comes out with every table whole, at a multiple of four, in the order of their names', (face) => {
    const font = fontFile(face);
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + 16 * index;
      const [checksum, offset, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [
        number,
        number,
        number,
      ];
      const tag = font.toString('latin1', entry, entry + 4);
      expect(offset % 4).toBe(0);
      expect(offset + length).toBeLessThanOrEqual(font.length);
      expect(checksumOf(withoutOwnSum(tag, font.subarray(offset, offset + length)))).toBe(checksum);
      return tag;
    });
    expect(tables).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']));
    expect(tables).toEqual(tables.toSorted());
  });

  it('is refused when it is something else', () => {
    expect(() => unpackFont(Buffer.from('%PDF-1.7'))).toThrow('not a WOFF font');
  });
});
