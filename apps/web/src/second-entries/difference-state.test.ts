import { describe, expect, it } from '@jest/globals';
import { back, choose, type DifferenceRow, remaining, startChoosing } from './difference-state.ts';

const sign = { sign: '1', words: 'nee' };
const rows: readonly DifferenceRow[] = ['gfi-05', 'gfi-11', 'imesa-02'].map((item, index) => ({
  item,
  number: index + 1,
  label: item,
  first: sign,
  second: sign,
  options: [],
}));

describe('choosing between two entries', () => {
  it('goes on by itself, and stands behind the last one when all is chosen', () => {
    const once = choose(startChoosing, rows, 'gfi-05', 'FIRST');
    const twice = choose(once, rows, 'gfi-11', 'SECOND');
    const all = choose(twice, rows, 'imesa-02', { answer: 3 });
    expect([once.cursor, twice.cursor, all.cursor]).toEqual([1, 2, 3]);
    expect([remaining(once, rows), remaining(all, rows)]).toEqual([2, 0]);
    expect(all.choices).toEqual({ 'gfi-05': 'FIRST', 'gfi-11': 'SECOND', 'imesa-02': { answer: 3 } });
  });

  it('goes back to mend one, and then to what is still open', () => {
    const last = choose(startChoosing, rows, 'imesa-02', 'FIRST');
    expect(last.cursor).toBe(0);
    const mended = choose(back(choose(last, rows, 'gfi-05', 'FIRST')), rows, 'gfi-05', 'SECOND');
    expect(mended).toEqual({ cursor: 1, choices: { 'imesa-02': 'FIRST', 'gfi-05': 'SECOND' } });
    expect(back(startChoosing).cursor).toBe(0);
  });
});
