import { describe, expect, it } from '@jest/globals';
import { isBsn, maskBsn, normaliseBsn, padImportedBsn } from './bsn.ts';
import { moreSyntheticBsns, syntheticBsns } from './synthetic-bsn.ts';

describe('isBsn', () => {
  it.each([
    ['123456782', true],
    ['111222333', true],
    ['999990019', true],
    ['999911120', true],
    ['123456789', false],
    ['000000000', false],
    ['12345672', false],
    ['1234567820', false],
    ['12345678', false],
    ['12345678a', false],
    ['', false],
  ])('%s: %s', (text, valid) => {
    expect(isBsn(text)).toBe(valid);
    expect(normaliseBsn(text)).toBe(valid ? text : undefined);
  });

  it('notices every single wrong digit and every swap of two neighbours', () => {
    for (const bsn of ['123456782', '111222333', '999990019']) {
      for (let place = 0; place < 9; place += 1) {
        const wrong = '0123456789'.split('').map((digit) => bsn.slice(0, place) + digit + bsn.slice(place + 1));
        expect(wrong.filter(isBsn)).toEqual([bsn]);
        const swapped = `${bsn.slice(0, place)}${bsn.charAt(place + 1)}${bsn.charAt(place)}${bsn.slice(place + 2)}`;
        expect(place < 8 && swapped !== bsn && isBsn(swapped)).toBe(false);
      }
    }
  });
});

describe('reading a BSN', () => {
  it('drops spaces and dots only', () => {
    expect(normaliseBsn(' 1234.56.782 ')).toBe('123456782');
    expect(normaliseBsn('1234-56-782')).toBeUndefined();
    expect(normaliseBsn('123456\t782')).toBeUndefined();
  });

  it.each([
    ['12345672', '012345672'],
    ['1234.56.72', '012345672'],
    ['123456782', '123456782'],
    ['12345678', undefined],
    ['00000000', undefined],
    ['1234567', undefined],
    ['1234567820', undefined],
  ])('an import turns %s into %s', (text, bsn) => {
    expect(padImportedBsn(text)).toBe(bsn);
  });

  it('shows only the last four digits', () => {
    expect(maskBsn('123456782')).toBe('*****6782');
  });
});

describe('synthetic numbers', () => {
  it('are 909 valid, different numbers in the test range', () => {
    const numbers = syntheticBsns();
    expect(numbers).toHaveLength(909);
    expect(new Set(numbers).size).toBe(909);
    expect(numbers.every((bsn) => isBsn(bsn) && bsn.startsWith('99999'))).toBe(true);
    expect(numbers).toContain('999990019');
  });

  it('go on with others', () => {
    const more = moreSyntheticBsns();
    expect(more.length).toBeGreaterThan(8000);
    expect(more.every((bsn) => isBsn(bsn) && /^9999[0-8]/.test(bsn))).toBe(true);
    expect(more).toContain('999911120');
  });
});
