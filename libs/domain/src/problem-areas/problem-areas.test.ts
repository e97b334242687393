import { describe, expect, it } from '@jest/globals';
import { GFI } from '../instruments/gfi.ts';
import { OMAHA_AREAS, OMAHA_DOMAINS } from './omaha-areas.ts';
import { findProblemArea, LIFE_DOMAINS, PROBLEM_AREAS } from './problem-areas.ts';
import { SUGGESTION_RULES, suggestAreas } from './suggest-areas.ts';

describe('the catalogue of problem areas', () => {
  it('has 64 entries with codes of their own: 10, 13, 11 and 30', () => {
    const counts = LIFE_DOMAINS.map((domain) => PROBLEM_AREAS.filter((area) => area.domain === domain).length);
    expect(counts).toEqual([10, 13, 11, 30]);
    expect(new Set(PROBLEM_AREAS.map(({ code }) => code)).size).toBe(64);
    expect(PROBLEM_AREAS.every(({ active, version, label }) => active && version === '1' && label !== '')).toBe(true);
  });

  it('names the system of each code: the ICF, or ours for the local ones', () => {
    expect(findProblemArea('d460')).toMatchObject({ label: 'Buitenshuis komen', domain: 'PHYSICAL_WELLBEING', system: 'http://hl7.org/fhir/sid/icf-nl' }); // prettier-ignore
    expect(findProblemArea('l-falls')?.system).not.toContain('icf');
    expect(findProblemArea('d999')).toBeUndefined();
  });

  it('of Omaha has 42: 4, 12, 18 and 8', () => {
    const counts = OMAHA_DOMAINS.map((domain) => OMAHA_AREAS.filter((area) => area.domain === domain).length);
    expect([...counts, new Set(OMAHA_AREAS.map(({ code }) => code)).size]).toEqual([4, 12, 18, 8, 42]);
  });
});

describe('what the answers suggest', () => {
  it('is one area for each of the 35 items, all of them in the catalogue', () => {
    const items = SUGGESTION_RULES.map(({ item }) => item);
    expect([items.length, new Set(items).size]).toEqual([35, 35]);
    expect(GFI.items.every(({ id }) => items.includes(id))).toBe(true);
    expect(SUGGESTION_RULES.filter(({ area }) => findProblemArea(area) === undefined)).toEqual([]);
  });

  it.each([
    ['gfi-05', 7, []],
    ['gfi-05', 6, ['b455']],
    ['gfi-10', 'no', []],
    ['gfi-10', 'sometimes', ['b144']],
    ['gfi-01', 'dependent', ['d620']],
    ['imesa-11', 1, []],
    ['imesa-11', 2, ['d920']],
    ['gfi-08', { missing: 'BLANK' }, []],
  ] as const)('%s answered %p suggests %p', (item, answer, areas) => {
    expect(suggestAreas({ [item]: answer }).map(({ area }) => area)).toEqual(areas);
  });

  it('puts the area with most answers first, then goes by the catalogue, and names the answers', () => {
    const answers = { 'gfi-02': 'dependent', 'gfi-01': 'dependent', 'gfi-14': 'yes', 'imesa-09': 3 };
    expect(suggestAreas(answers)).toEqual([
      { area: 'b152', items: ['gfi-14', 'imesa-09'] },
      { area: 'd620', items: ['gfi-01'] },
      { area: 'd460', items: ['gfi-02'] },
    ]);
  });

  it('is nothing without answers', () => {
    expect(suggestAreas({})).toEqual([]);
  });
});
