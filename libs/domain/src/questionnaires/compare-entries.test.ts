import { describe, expect, it } from '@jest/globals';
import type { Answers } from './answers.ts';
import { entryDifferences, FORM_ITEM_COUNT, untypedItems } from './compare-entries.ts';
import { FORM_PAGES } from './form-pages.ts';

const blank: Answers = Object.fromEntries(
  FORM_PAGES.flatMap(({ items }) => items).map((item) => [item, { missing: 'BLANK' } as const]),
);

describe('entryDifferences', () => {
  it('finds none between equal entries, an absent item counting as left blank', () => {
    expect(entryDifferences(blank, {})).toEqual([]);
    expect(entryDifferences({ 'gfi-05': 7, 'imesa-01': 0 }, { 'imesa-01': 0, 'gfi-05': 7 })).toEqual([]);
  });

  it('names each with both answers, in the order of the paper', () => {
    const first = { 'imesa-02': 1, 'gfi-10': 'no', 'gfi-05': 6 };
    const second = { 'gfi-05': 7, 'gfi-10': 'sometimes', 'imesa-02': 1, 'imesa-03': 0 };
    expect(entryDifferences(first, second)).toEqual([
      { item: 'gfi-05', first: 6, second: 7 },
      { item: 'gfi-10', first: 'no', second: 'sometimes' },
      { item: 'imesa-03', first: { missing: 'BLANK' }, second: 0 },
    ]);
  });

  it('tells blank from illegible, and a digit from its text', () => {
    expect(entryDifferences({ 'gfi-01': { missing: 'BLANK' } }, { 'gfi-01': { missing: 'ILLEGIBLE' } })).toHaveLength(
      1,
    );
    expect(entryDifferences({ 'gfi-05': 1 }, { 'gfi-05': '1' })).toHaveLength(1);
  });
});

describe('untypedItems', () => {
  it('are all 35 of an entry not begun, and none once each is answered or left blank', () => {
    expect(untypedItems({})).toHaveLength(FORM_ITEM_COUNT);
    expect(untypedItems(blank)).toEqual([]);
    const { 'imesa-20': _, ...rest } = blank;
    expect(untypedItems(rest)).toEqual(['imesa-20']);
    expect(FORM_ITEM_COUNT).toBe(35);
  });
});
