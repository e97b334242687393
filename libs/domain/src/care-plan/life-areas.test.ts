import { describe, expect, it } from '@jest/globals';
import { PROBLEM_AREAS } from '../problem-areas/problem-areas.ts';
import { byLifeArea, DEFAULT_LIFE_AREAS, LIFE_AREA_LIMITS, type LifeArea, lifeAreaFault } from './life-areas.ts';

const problem = (area: string) => ({ area });

describe('the areas of life of the eight-phase method', () => {
  it('are seven unless the practice says otherwise, and each problem area of the catalogue stands under one of them', () => {
    expect(DEFAULT_LIFE_AREAS.map(({ label }) => label)).toEqual([
      'Zingeving', 'Wonen', 'Financiën', 'Sociale relaties', 'Lichamelijke gezondheid', 'Psychische gezondheid', 'Werk en activiteiten',
    ]); // prettier-ignore
    expect(lifeAreaFault(DEFAULT_LIFE_AREAS)).toBeUndefined();
    const placed = DEFAULT_LIFE_AREAS.flatMap(({ areas }) => areas).toSorted();
    expect(placed).toEqual(PROBLEM_AREAS.map(({ code }) => code).toSorted());
  });

  it('lay a plan out in their order, keep the empty ones, and put last what stands under none', () => {
    const laid = byLifeArea(['d870', 'b144', 'd920', 'x-old'].map(problem));
    expect(laid.map(({ area, problems }) => [area?.code ?? null, problems.map((one) => one.area)])).toEqual([
      ['meaning', []], ['living', []], ['money', ['d870']], ['relations', []], ['body', []], ['mind', ['b144']], ['activities', ['d920']],
      [null, ['x-old']],
    ]); // prettier-ignore
  });

  it('are a list of the practice: no problem is lost that its list does not place', () => {
    const own: LifeArea[] = [{ code: 'a', label: 'Thuis', areas: ['d640'] }];
    const laid = byLifeArea(['d640', 'b144'].map(problem), own);
    expect(laid.map(({ area, problems }) => [area?.label, problems.length])).toEqual([
      ['Thuis', 1],
      [undefined, 1],
    ]);
  });

  const one = (code: string, areas: string[] = [], label = code): LifeArea => ({ code, label, areas });
  it.each<[string, LifeArea[], string]>([
    ['nothing', [], 'EMPTY'],
    ['a code twice', [one('a'), one('a', [], 'b')], 'REPEATED_CODE'],
    ['a name twice', [one('a', [], 'Wonen'), one('b', [], ' wonen')], 'REPEATED_LABEL'],
    ['an area under two', [one('a', ['d640']), one('b', ['d640'])], 'REPEATED_AREA'],
    ['an area of no catalogue', [one('a', ['d999'])], 'UNKNOWN_AREA'],
    ['too many', Array.from({ length: LIFE_AREA_LIMITS.most + 1 }, (_, n) => one(`a${n}`)), 'TOO_MANY'],
  ])('are refused with %s', (_, list, fault) => {
    expect(lifeAreaFault(list)).toBe(fault);
  });
});
