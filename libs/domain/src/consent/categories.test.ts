import { describe, expect, it } from '@jest/globals';
import { CATEGORIES, CATEGORY_CODES, categoryOfItem, categoryOfSignal } from './categories.ts';

const numbered = (instrument: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${instrument}-${String(index + 1).padStart(2, '0')}`);

describe('consent categories', () => {
  it('are six, each with a code of its own', () => {
    expect(CATEGORIES).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(CATEGORIES.map((category) => CATEGORY_CODES[category])).size).toBe(6);
  });

  it('put exactly the eight wellbeing items in category 2', () => {
    const items = [...numbered('gfi', 15), ...numbered('imesa', 20)];
    expect(items.filter((item) => categoryOfItem(item) === 2)).toEqual([
      'gfi-11',
      'gfi-12',
      'gfi-13',
      'imesa-11',
      'imesa-12',
      'imesa-13',
      'imesa-14',
      'imesa-15',
    ]);
    expect(items.filter((item) => categoryOfItem(item) === 3)).toHaveLength(27);
  });

  it.each(['LONELINESS', 'LIFE_EVENT', 'FINANCIAL_WORRIES', 'IS_CARER', 'CARER_OVERLOAD', 'PARTNER_DIED'])(
    'put the signal %s in category 2',
    (signal) => {
      expect(categoryOfSignal(signal)).toBe(2);
    },
  );

  it.each(['FALL', 'WORRIED_CARER', 'CLIENT_REMARK', 'OTHER'])('put the signal %s in category 4', (signal) => {
    expect(categoryOfSignal(signal)).toBe(4);
  });
});
