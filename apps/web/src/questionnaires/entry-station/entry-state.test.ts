import { describe, expect, it } from '@jest/globals';
import { type Answers, SHIPPED_PACKS } from '@samenoud/domain';
import { entryItems } from './entry-item.ts';
import {
  changesBetween,
  countAnswers,
  currentItem,
  type EntryState,
  isAtCheckPage,
  openItems,
  reduceEntry,
  startEntry,
} from './entry-state.ts';

const items = entryItems(SHIPPED_PACKS);
const type = (state: EntryState, ...keys: string[]): EntryState =>
  keys.reduce((current, key) => reduceEntry(current, { type: 'KEY', key }), state);
const start = (answers: Answers = {}): EntryState => startEntry(items, answers);
/** The entry with the mark (question 5) at hand. */
const atMark = (): EntryState => type(start(), '1', '1', '1', '1');

describe('entry of a paper form', () => {
  it('takes 35 digits for 35 answers', () => {
    const keys = ['1', '1', '1', '1', '8', ...Array(10).fill('1'), ...Array(20).fill('0')];
    expect(keys).toHaveLength(35);
    const done = type(start(), ...keys);
    expect(isAtCheckPage(done)).toBe(true);
    expect(countAnswers(done)).toEqual({ answered: 35, blank: 0, illegible: 0 });
    expect(done.answers).toMatchObject({ 'gfi-01': 'independent', 'gfi-05': 8, 'gfi-15': 'no', 'imesa-20': 0 });
  });

  it('holds the questions of the form in the order and on the sheets of the paper', () => {
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
    expect(items.find(({ id }) => id === 'gfi-09')).toMatchObject({ number: 9, sheet: 2 });
    expect(items.find(({ id }) => id === 'imesa-11')).toMatchObject({ number: 26, sheet: 4 });
  });

  it('goes to the next question after a digit', () => {
    expect(currentItem(type(start(), '2'))?.id).toBe('gfi-02');
  });

  it('keeps - as left blank and ? as illegible, and counts them', () => {
    const state = type(start(), '-', '?', '1');
    expect(state.answers).toEqual({
      'gfi-01': { missing: 'BLANK' },
      'gfi-02': { missing: 'ILLEGIBLE' },
      'gfi-03': 'independent',
    });
    expect(countAnswers(state)).toEqual({ answered: 1, blank: 1, illegible: 1 });
    expect(
      openItems(state)
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['gfi-01', 'gfi-02', 'gfi-04']);
  });

  it.each(['0', '3', '9', 'a', '+'])('refuses %s where only 1 and 2 are answers', (key) => {
    const state = type(start(), key);
    expect(state.refusal).toEqual({ code: 'USE_ONE_OF', itemId: 'gfi-01', count: 1 });
    expect(state.cursor).toBe(0);
    expect(state.answers).toEqual({});
  });

  it('tells two refusals in a row apart and forgets them at the next answer', () => {
    const twice = type(start(), '9', '9');
    expect(twice.refusal?.count).toBe(2);
    expect(type(twice, '1').refusal).toBeUndefined();
  });

  it.each(['Tab', 'Shift', 'ArrowDown', 'F5', ' '])('lets %s pass by', (key) => {
    const state = start();
    expect(type(state, key)).toBe(state);
  });

  it('goes on with Enter only where there is an answer', () => {
    expect(type(start(), 'Enter').refusal?.code).toBe('ANSWER_FIRST');
    expect(currentItem(type(start(), '1', 'Backspace', 'Enter'))?.id).toBe('gfi-02');
  });

  it('goes back with Backspace, keeps the answer, and lets it be replaced', () => {
    const back = type(start(), '1', '1', 'Backspace');
    expect(currentItem(back)?.id).toBe('gfi-02');
    expect(back.answers['gfi-02']).toBe('independent');
    expect(type(back, '2').answers['gfi-02']).toBe('dependent');
  });

  it('says so at the first question instead of going back', () => {
    expect(type(start(), 'Backspace').refusal?.code).toBe('FIRST');
  });

  describe('at the mark', () => {
    it.each(['0', '2', '3', '4', '5', '6', '7', '8', '9'])('takes %s at once', (key) => {
      const state = type(atMark(), key);
      expect(state.answers['gfi-05']).toBe(Number(key));
      expect(currentItem(state)?.id).toBe('gfi-06');
    });

    it('waits after 1, with the 1 already an answer', () => {
      const state = type(atMark(), '1');
      expect(state).toMatchObject({ waitsForTen: true, cursor: 4 });
      expect(state.answers['gfi-05']).toBe(1);
    });

    it('makes ten of 1 and 0', () => {
      const state = type(atMark(), '1', '0');
      expect(state.answers['gfi-05']).toBe(10);
      expect(currentItem(state)?.id).toBe('gfi-06');
    });

    it('reads 1 and another digit as mark 1 and the next answer', () => {
      const state = type(atMark(), '1', '2');
      expect(state.answers).toMatchObject({ 'gfi-05': 1, 'gfi-06': 'yes' });
      expect(currentItem(state)?.id).toBe('gfi-07');
    });

    it('reads 1 and 1 as mark 1 and the next answer', () => {
      expect(type(atMark(), '1', '1').answers).toMatchObject({ 'gfi-05': 1, 'gfi-06': 'no' });
    });

    it('confirms 1 with Enter', () => {
      const state = type(atMark(), '1', 'Enter');
      expect(state.answers['gfi-05']).toBe(1);
      expect(currentItem(state)?.id).toBe('gfi-06');
      expect(state.answers['gfi-06']).toBeUndefined();
    });

    it('stays at the mark with Backspace after 1', () => {
      const state = type(atMark(), '1', 'Backspace');
      expect(state).toMatchObject({ waitsForTen: false, cursor: 4 });
      expect(type(state, '7').answers['gfi-05']).toBe(7);
    });

    it('refuses a letter with its own word', () => {
      expect(type(atMark(), 'x').refusal?.code).toBe('USE_MARK');
    });
  });

  it('begins at the first question without an answer', () => {
    expect(currentItem(start({ 'gfi-01': 'independent', 'gfi-03': 'independent' }))?.id).toBe('gfi-02');
  });

  it('begins at the check page when every question has an answer', () => {
    const all = Object.fromEntries(items.map(({ id }) => [id, { missing: 'BLANK' as const }]));
    expect(isAtCheckPage(start(all))).toBe(true);
  });

  it('goes from the check page back to the last question', () => {
    const all = Object.fromEntries(items.map(({ id }) => [id, { missing: 'BLANK' as const }]));
    expect(currentItem(type(start(all), 'Backspace'))?.id).toBe('imesa-20');
    expect(isAtCheckPage(type(start(all), '1'))).toBe(true);
  });

  it('stays at a question that is chosen by hand', () => {
    const state = reduceEntry(start(), { type: 'CHOOSE', itemId: 'gfi-03', answer: 'independent' });
    expect(currentItem(state)?.id).toBe('gfi-03');
    expect(currentItem(type(state, 'Enter'))?.id).toBe('gfi-04');
  });

  it('names only the answers that changed', () => {
    const before = type(start(), '1');
    expect(changesBetween(before, type(before, '2'))).toEqual({ 'gfi-02': 'dependent' });
    expect(changesBetween(before, type(before, '9'))).toEqual({});
  });

  describe('a sheet that did not come back', () => {
    it('is blank as a whole, and the entry goes on with the next sheet', () => {
      const state = type(start(), '*');
      expect(state.missingPages).toEqual([1]);
      expect(countAnswers(state)).toEqual({ answered: 0, blank: 8, illegible: 0 });
      expect(currentItem(state)?.id).toBe('gfi-09');
    });

    it('leads to the check page when it is the last', () => {
      const state = type(reduceEntry(start(), { type: 'GO', itemId: 'imesa-20' }), '*');
      expect(state.missingPages).toEqual([4]);
      expect(isAtCheckPage(state)).toBe(true);
    });

    it.each(['1', '?'])('is refused once %s stands on it', (key) => {
      const state = type(start(), key, '*');
      expect(state.missingPages).toEqual([]);
      expect(state.refusal?.code).toBe('SHEET_HAS_ANSWERS');
    });

    it('may hold questions that were left blank before', () => {
      expect(type(start(), '-', '*').missingPages).toEqual([1]);
    });

    it.each([
      ['pressed once more', '*', []],
      ['with an answer on it', '1', []],
      ['with something illegible on it', '?', []],
      ['with a blank on it', '-', [1]],
    ] as const)('%s', (_, key, pages) => {
      const marked = reduceEntry(type(start(), '*'), { type: 'GO', itemId: 'gfi-02' });
      expect(type(marked, key).missingPages).toEqual(pages);
    });
  });
});
