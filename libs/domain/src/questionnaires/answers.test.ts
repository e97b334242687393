import { describe, expect, it } from '@jest/globals';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';
import { answerProblems, isEmptyForm } from './answers.ts';
import { completedOnProblem } from './completed-on.ts';
import { FORM_PAGES, missingPagesProblems, withoutPage } from './form-pages.ts';

describe('answerProblems', () => {
  it.each([
    ['gfi-01', 'independent'],
    ['gfi-05', 0],
    ['gfi-05', 10],
    ['gfi-06', 'no'],
    ['gfi-10', 'sometimes'],
    ['imesa-03', 0],
    ['imesa-03', 3],
    ['gfi-01', { missing: 'BLANK' }],
    ['imesa-20', { missing: 'ILLEGIBLE' }],
  ])('accepts %s = %j', (item, answer) => {
    expect(answerProblems({ [item]: answer }, SHIPPED_PACKS)).toEqual([]);
  });

  it.each([
    ...[11, -1, 6.5, '7', Number.NaN, true].map((answer) => ['gfi-05', answer] as const),
    ...['sometimes', 'independent', '', 0].map((answer) => ['gfi-06', answer] as const),
    ...['yes', 'toString', 'constructor'].map((answer) => ['gfi-01', answer] as const),
    ...[4, -1, 1.5, '2', null].map((answer) => ['imesa-01', answer] as const),
    ...[
      null,
      undefined,
      [],
      ['no'],
      {},
      { missing: 'LOST' },
      { missing: 'BLANK', answer: 'no' },
      { missing: ['BLANK'] },
    ].map((answer) => ['gfi-06', answer] as const),
    ['gfi-06', Object.create({ missing: 'BLANK' })] as const,
  ])('refuses %s = %j', (item, answer) => {
    expect(answerProblems({ [item]: answer }, SHIPPED_PACKS)).toEqual([{ item, code: 'INVALID_ANSWER' }]);
  });

  it.each(['gfi-16', 'gfi-1', 'imesa-21', 'constructor', '__proto__', ''])('knows no item %j', (item) => {
    const answers = JSON.parse(`{${JSON.stringify(item)}: "no"}`) as Record<string, unknown>;
    expect(answerProblems(answers, SHIPPED_PACKS)).toEqual([{ item, code: 'UNKNOWN_ITEM' }]);
  });

  it('names every problem', () => {
    expect(answerProblems({ 'gfi-01': 'no', 'gfi-02': 'dependent', 'gfi-99': 1 }, SHIPPED_PACKS)).toEqual([
      { item: 'gfi-01', code: 'INVALID_ANSWER' },
      { item: 'gfi-99', code: 'UNKNOWN_ITEM' },
    ]);
  });
});

describe('isEmptyForm', () => {
  it('is a form without one valid answer', () => {
    expect(isEmptyForm({}, SHIPPED_PACKS)).toBe(true);
    expect(isEmptyForm({ 'gfi-01': { missing: 'ILLEGIBLE' }, 'imesa-01': { missing: 'BLANK' } }, SHIPPED_PACKS)).toBe(
      true,
    );
    expect(isEmptyForm({ 'imesa-20': 0 }, SHIPPED_PACKS)).toBe(false);
    expect(isEmptyForm({ 'gfi-05': 10 }, SHIPPED_PACKS)).toBe(false);
  });
});

describe('completedOnProblem', () => {
  const form = { birthDate: '1941-04-03', today: '2026-10-02' };

  it.each([
    ['2026-10-02', undefined],
    ['2026-10-03', 'IN_FUTURE'],
    ['2025-10-02', undefined],
    ['2025-10-01', 'OLD_DATE'],
    ['1941-04-03', 'OLD_DATE'],
    ['1941-04-02', 'BEFORE_BIRTH'],
  ])('of %s is %s', (completedOn, problem) => {
    expect(completedOnProblem({ ...form, completedOn })).toBe(problem);
  });

  it('lets an old day pass once it is confirmed, and nothing else', () => {
    expect(completedOnProblem({ ...form, completedOn: '2025-10-01', confirmOldDate: true })).toBeUndefined();
    expect(completedOnProblem({ ...form, completedOn: '2025-10-01', confirmOldDate: false })).toBe('OLD_DATE');
    expect(completedOnProblem({ ...form, completedOn: '2026-10-03', confirmOldDate: true })).toBe('IN_FUTURE');
    expect(completedOnProblem({ ...form, completedOn: '1941-04-02', confirmOldDate: true })).toBe('BEFORE_BIRTH');
  });

  it('counts twelve months from a leap day to the end of February', () => {
    const leap = { birthDate: '1941-04-03', completedOn: '2024-02-29' };
    expect(completedOnProblem({ ...leap, today: '2025-02-28' })).toBeUndefined();
    expect(completedOnProblem({ ...leap, today: '2025-03-01' })).toBe('OLD_DATE');
  });
});

describe('the pages of our form', () => {
  it('hold every item once, in the order of entry', () => {
    const ids = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items].map(({ id }) => id);
    expect(FORM_PAGES.flatMap(({ items }) => items)).toEqual(ids);
    expect(FORM_PAGES.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('become BLANK when a page did not come back', () => {
    const [, , third] = FORM_PAGES;
    const answers = third === undefined ? {} : withoutPage({ 'gfi-01': 'dependent', 'imesa-01': 3 }, third);
    expect(Object.keys(answers)).toHaveLength(11);
    expect(answers).toMatchObject({ 'gfi-01': 'dependent', 'imesa-01': { missing: 'BLANK' } });
    expect(missingPagesProblems([3], answers)).toEqual([]);
  });

  it('cannot be missing when unknown, named twice or answered', () => {
    expect(missingPagesProblems([5, 0], {})).toEqual([5, 0]);
    expect(missingPagesProblems([2, 2], {})).toEqual([2]);
    expect(missingPagesProblems([1, 3], { 'imesa-10': 0 })).toEqual([3]);
    expect(missingPagesProblems([1], { 'gfi-01': { missing: 'ILLEGIBLE' } })).toEqual([1]);
  });
});
