import { describe, expect, it } from '@jest/globals';
import { readCell } from './notation.ts';

const plain = {
  relation: 'PRACTICE',
  narrows: false,
  consent: false,
  breakGlass: false,
  stepUp: false,
  secondPerson: false,
  limit: null,
  limitWithoutBasis: null,
};

describe('readCell', () => {
  it('reads letters and a relation', () => {
    expect(readCell('R X p')).toEqual({ READ: plain, EXPORT: plain });
  });

  it('reads parts with relations of their own', () => {
    expect(readCell('R p; C U F V t')).toEqual({
      READ: plain,
      CREATE: { ...plain, relation: 'TEAM' },
      UPDATE: { ...plain, relation: 'TEAM' },
      FINALISE: { ...plain, relation: 'TEAM' },
      VOID: { ...plain, relation: 'TEAM' },
    });
  });

  it('reads t/p as the practice that a setting can narrow', () => {
    expect(readCell('R t/p')).toEqual({ READ: { ...plain, narrows: true } });
  });

  it('lets break-glass open reading only', () => {
    expect(readCell('R U t,c,g')).toEqual({
      READ: { ...plain, relation: 'TEAM', consent: true, breakGlass: true },
      UPDATE: { ...plain, relation: 'TEAM', consent: true },
    });
  });

  it('reads limits and flags in brackets', () => {
    expect(readCell('C tenant [NOT_ONESELF STEP_UP SECOND_PERSON]')).toEqual({
      CREATE: { ...plain, relation: 'TENANT', limit: 'NOT_ONESELF', stepUp: true, secondPerson: true },
    });
    expect(readCell('R own [ELSE_EXISTENCE_ONLY]')).toEqual({
      READ: { ...plain, relation: 'OWN', limitWithoutBasis: 'EXISTENCE_ONLY' },
    });
  });

  it.each(['', 'R', 'p', 'Q p', 'R q', 'R t,x', 'RC p', 'R p [class]', 'R p;C p', 'x R p', 'R p x'])(
    'refuses "%s"',
    (cell) => {
      expect(() => readCell(cell)).toThrow(RangeError);
    },
  );

  it('refuses an unknown limit, two limits, and an action that stands twice', () => {
    expect(() => readCell('R p [EVERYTHING]')).toThrow('Not a limit of a policy cell: "EVERYTHING"');
    expect(() => readCell('R p [CLASS_ONLY NO_SCORES]')).toThrow(RangeError);
    expect(() => readCell('R p; R t')).toThrow('An action stands twice in the policy cell "R p; R t"');
  });
});
