import { describe, expect, it } from '@jest/globals';
import { scoreOnlyProblems } from './score-only.ts';

const FOUR = { BIOLOGICAL: 5, PSYCHOLOGICAL: 4, SOCIAL: 3, HEALTH_CARE: 1 };

describe('scoreOnlyProblems', () => {
  it.each([
    [{ gfi: 0, imesa: 0 }, {}],
    [{ gfi: 15, imesa: 60 }, {}],
    [{ imesa: 16 }, {}],
    [{ imesa: 13 }, FOUR],
    [{ imesa: 14 }, { BIOLOGICAL: 5, PSYCHOLOGICAL: 4, SOCIAL: 3 }],
    [{ gfi: 7 }, FOUR],
  ])('accepts %j with domains %j', (totals, domains) => {
    expect(scoreOnlyProblems(totals, domains)).toEqual([]);
  });

  it.each([
    [{}, {}, '/totals', 'REQUIRED'],
    [{ gfi: 16 }, {}, '/totals/gfi', 'OUT_OF_RANGE'],
    [{ gfi: -1 }, {}, '/totals/gfi', 'OUT_OF_RANGE'],
    [{ gfi: 4.5 }, {}, '/totals/gfi', 'OUT_OF_RANGE'],
    [{ imesa: 61 }, {}, '/totals/imesa', 'OUT_OF_RANGE'],
    [{ gfi: 1, other: 2 }, {}, '/totals/other', 'UNKNOWN_FIELD'],
    [{ imesa: 16 }, { BIOLOGICAL: 16 }, '/imesaDomains/BIOLOGICAL', 'OUT_OF_RANGE'],
    [{ imesa: 14 }, FOUR, '/imesaDomains', 'SUM_MISMATCH'],
    [{ imesa: 12 }, FOUR, '/imesaDomains', 'SUM_MISMATCH'],
    [{ imesa: 8 }, { BIOLOGICAL: 5, PSYCHOLOGICAL: 4 }, '/imesaDomains', 'SUM_MISMATCH'],
    [{ imesa: 40 }, { BIOLOGICAL: 5, PSYCHOLOGICAL: 4 }, '/imesaDomains', 'SUM_MISMATCH'],
  ])('refuses %j with domains %j', (totals, domains, pointer, code) => {
    expect(scoreOnlyProblems(totals, domains)).toEqual([{ pointer, code }]);
  });

  it('refuses text for numbers', () => {
    const totals = JSON.parse('{ "gfi": "7" }') as { gfi: number };
    expect(scoreOnlyProblems(totals)).toEqual([{ pointer: '/totals/gfi', code: 'OUT_OF_RANGE' }]);
  });
});
