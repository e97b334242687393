import { describe, expect, it } from '@jest/globals';
import { fullName, listName, salutationName, surname } from './person-name.ts';
import type { PersonName } from './person-name.ts';
import { sortKey, sortWord } from './sort-key.ts';
import { splitPrefix } from './split-prefix.ts';

const PUTTEN = { initials: 'J.', prefix: 'van', family: 'Putten', partnerPrefix: 'van der', partnerFamily: 'Giessen' };

describe('the name of a person', () => {
  it.each([
    ['OWN', 'van Putten', 'J. van Putten', 'Van Putten', 'Putten, J. van', 'putten'],
    ['PARTNER', 'van der Giessen', 'J. van der Giessen', 'Van der Giessen', 'Giessen, J. van der', 'giessen'],
    [
      'PARTNER_OWN',
      'van der Giessen-van Putten',
      'J. van der Giessen-van Putten',
      'Van der Giessen-van Putten',
      'Giessen-van Putten, J. van der',
      'giessen',
    ],
    [
      'OWN_PARTNER',
      'van Putten-van der Giessen',
      'J. van Putten-van der Giessen',
      'Van Putten-van der Giessen',
      'Putten-van der Giessen, J. van',
      'putten',
    ],
  ] as const)('used as %s', (use, last, full, salutation, list, word) => {
    const name = { ...PUTTEN, use };
    expect([surname(name), fullName(name), salutationName(name), listName(name), sortWord(name)]).toEqual([
      last,
      full,
      salutation,
      list,
      word,
    ]);
  });

  it('is the own name when use or partner is unknown', () => {
    expect(surname(PUTTEN)).toBe('van Putten');
    expect(surname({ ...PUTTEN, use: null })).toBe('van Putten');
    expect(surname({ ...PUTTEN, partnerFamily: null, use: 'PARTNER' })).toBe('van Putten');
    expect(surname({ family: 'Smit', partnerFamily: 'Bos', use: 'PARTNER_OWN' })).toBe('Bos-Smit');
  });

  it.each([
    [{ prefix: "d'", family: 'Ancona' }, "d'Ancona", "Ancona, M. d'", 'ancona'],
    [{ family: "d'Ancona" }, "d'Ancona", "d'Ancona, M.", 'ancona'],
    [{ prefix: "'t", family: 'Hooft' }, "'t Hooft", "Hooft, M. 't", 'hooft'],
    [{ prefix: 'El', family: 'Hamdaoui' }, 'El Hamdaoui', 'Hamdaoui, M. El', 'hamdaoui'],
    [{ prefix: 'de', family: 'Vries' }, 'De Vries', 'Vries, M. de', 'vries'],
    [{ family: 'Berg' }, 'Berg', 'Berg, M.', 'berg'],
  ])('%j', (parts, salutation, list, word) => {
    const name = { initials: 'M.', ...parts };
    expect([salutationName(name), listName(name), sortWord(name)]).toEqual([salutation, list, word]);
  });

  it('does without initials', () => {
    expect(fullName({ given: 'Johanna', prefix: 'van', family: 'Putten' })).toBe('Johanna van Putten');
    expect(fullName({ prefix: 'van', family: 'Putten' })).toBe('Van Putten');
    expect(listName({ prefix: 'van', family: 'Putten' })).toBe('Putten, van');
    expect(listName({ family: 'Putten' })).toBe('Putten');
  });
});

describe('sortKey', () => {
  it('sorts on the main word, then prefix, then initials; accents ignored, ij as i-j', () => {
    const sorted: readonly PersonName[] = [
      { prefix: "d'", family: 'Ancona' },
      { initials: 'A.', family: 'Bakker' },
      { initials: 'B.', family: 'Bakker' },
      { initials: 'A.', prefix: 'de', family: 'Bakker' },
      { initials: 'A.', family: 'Bakker Smit' },
      { family: 'Dijk' },
      { family: 'Dĳkstra' },
      { family: 'Dyk' },
      { prefix: "'t", family: 'Hooft' },
      { prefix: 'van der', family: 'Meulen' },
      { initials: 'A.', family: 'Ömer' },
      { family: 'Şahin' },
      { family: 'Saint' },
    ];
    const byKey = sorted.toReversed().toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(byKey).toEqual(sorted);
  });

  it('holds main word, prefix and initials', () => {
    expect(sortKey({ ...PUTTEN, use: 'PARTNER_OWN' })).toBe('giessen\tvan der\tj');
    expect(sortKey({ given: 'Anna', family: 'Bos' })).toBe('bos\t\tanna');
    expect(sortKey({ family: 'Bos' })).toBe('bos\t\t');
  });
});

describe('splitPrefix', () => {
  it.each([
    ['van der Giessen', 'van der', 'Giessen'],
    ['Van den Berg', 'van den', 'Berg'],
    ['VAN DE BERG', 'van de', 'BERG'],
    ["in 't Veld", "in 't", 'Veld'],
    ['’t Hooft', "'t", 'Hooft'],
    ['van ’t Hof', "van 't", 'Hof'],
    ["d'Ancona", "d'", 'Ancona'],
    ['D’Ancona', "d'", 'Ancona'],
    ['El Hamdaoui', 'El', 'Hamdaoui'],
    ['el Idrissi', 'el', 'Idrissi'],
    ['de la Cruz', 'de la', 'Cruz'],
    ['ter  Horst', 'ter', 'Horst'],
    ['van der Giessen-van Putten', 'van der', 'Giessen-van Putten'],
    ['Denneman', '', 'Denneman'],
    ['Vandenberg', '', 'Vandenberg'],
    ['van', '', 'van'],
    ["d'", '', "d'"],
    ['Jansen ', '', 'Jansen'],
  ])('%s', (text, prefix, family) => {
    expect(splitPrefix(text)).toEqual({ prefix, family });
  });
});
