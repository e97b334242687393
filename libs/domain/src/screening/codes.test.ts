import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeAccessCode, readAccessCode, showAccessCode } from './access-code.ts';
import { CROCKFORD } from './crockford.ts';
import { barcodeOf, makeFormCode, readFormCode, showFormCode } from './form-code.ts';

/** Codes that were issued, from seeds that fast-check prints. */
const issued = fc
  .infiniteStream(fc.nat({ max: CROCKFORD.length - 1 }))
  .map((stream) => makeFormCode(() => stream.next().value ?? 0));

const valueOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);

describe('form code', () => {
  it('reads the example of the paper: K7-4M2P-Z, page 3 as K74M2PZ3', () => {
    expect(readFormCode('K7-4M2P-Z')).toEqual({ code: 'K74M2PZ', page: null });
    expect(readFormCode('K74M2PZ3')).toEqual({ code: 'K74M2PZ', page: 3 });
    expect(barcodeOf('K74M2PZ', 3)).toBe('K74M2PZ3');
    expect(showFormCode('K74M2PZ')).toBe('K7-4M2P-Z');
  });

  it('has the value of its six characters modulo 37 as check character', () => {
    fc.assert(
      fc.property(issued, (code) => {
        expect(code).toHaveLength(7);
        expect(CROCKFORD.indexOf(code.charAt(6))).toBe(valueOf(code.slice(0, 6)) % 37);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never issued with a remainder of 32 or more: the next draw is taken', () => {
    const letters = [...'A0000H', ...'A00001'].map((letter) => CROCKFORD.indexOf(letter)); // the first is 32, the second 16
    expect(makeFormCode(() => letters.shift() ?? 0)).toBe('A00001G');
  });

  it('begins with a letter, so that the scanner is told from typed digits by its first key', () => {
    fc.assert(
      fc.property(issued, (code) => expect(code).toMatch(/^[A-Z]/)),
      { numRuns: 2000 },
    );
    const letters = [...'000001', ...'A00001'].map((letter) => CROCKFORD.indexOf(letter));
    expect(makeFormCode(() => letters.shift() ?? 0)).toBe('A00001G');
  });

  it('catches every single wrong character, the check character included', () => {
    fc.assert(
      fc.property(issued, fc.nat({ max: 6 }), (code, place) => {
        const wrong = [...CROCKFORD].filter((letter) => letter !== code.charAt(place));
        const read = wrong.map((letter) => readFormCode(code.slice(0, place) + letter + code.slice(place + 1)));
        expect(read.every((found) => found === null)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('catches every swap of two neighbours, with its page too', () => {
    fc.assert(
      fc.property(issued, fc.integer({ min: 1, max: 4 }), fc.nat({ max: 6 }), (code, page, place) => {
        const barcode = barcodeOf(code, page);
        const [left, right] = [barcode.charAt(place), barcode.charAt(place + 1)];
        fc.pre(left !== right);
        expect(readFormCode(barcode.slice(0, place) + right + left + barcode.slice(place + 2))).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });

  it('reads forgivingly: case, spaces, hyphens, O for 0, I and L for 1', () => {
    expect(readFormCode(' k7 – 4m2p-z 3 ')).toEqual({ code: 'K74M2PZ', page: 3 });
    expect(readFormCode('OooO-lI')).toBeNull(); // too short
    expect(readFormCode('ooooo-I-l')).toEqual({ code: '0000011', page: null });
  });

  it.each(['', 'K74M2P', 'K74M2PZ0', 'K74M2PZ5', 'K74M2PZ33', 'K74M2PU', 'K74M2P%', '123456782'])(
    'does not read %p',
    (typed) => {
      expect(readFormCode(typed)).toBeNull();
    },
  );
});

describe('access code', () => {
  it('has 12 characters, shown in groups of four and read forgivingly', () => {
    const code = makeAccessCode((max) => max - 1);
    expect(code).toBe('Z'.repeat(12));
    expect(showAccessCode('7KQ2M4XA90TB')).toBe('7KQ2-M4XA-90TB');
    expect(readAccessCode('7kq2 m4xa-9OtB')).toBe('7KQ2M4XA90TB');
  });

  it('reads nothing of another length or alphabet', () => {
    expect(readAccessCode('7KQ2M4XA90T')).toBeNull();
    expect(readAccessCode('7KQ2M4XA90TBB')).toBeNull();
    expect(readAccessCode('7KQ2M4XA90TU')).toBeNull();
  });
});
