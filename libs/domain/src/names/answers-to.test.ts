import { describe, expect, it } from '@jest/globals';
import { answersTo } from './answers-to.ts';

const OTTILIE = { prefix: 'van der', family: 'Zoëterme', partnerPrefix: 'de', partnerFamily: 'Vries' };

describe('a surname that somebody answers to', () => {
  it.each(['Zoëterme', 'zoeterme', 'van der Zoëterme', 'VRIES', 'de Vries'])('is %s', (asked) => {
    expect(answersTo(OTTILIE, asked)).toBe(true);
  });

  it.each(['Zoëter', 'van der', 'de Zoëterme', '', '%', "'", 'Zoëterme-de Vries'])('is not %s', (asked) => {
    expect(answersTo(OTTILIE, asked)).toBe(false);
  });

  it('is the own one alone where there is no partner', () => {
    const plain = { prefix: null, family: "O'Brien", partnerPrefix: null, partnerFamily: null };
    expect([answersTo(plain, 'O’Brien'), answersTo(plain, 'null')]).toEqual([true, false]);
  });
});
