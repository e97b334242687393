import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InstrumentId, InstrumentItem } from '../instruments/instrument-pack.ts';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';
import { isMissingAnswer, itemsOf } from '../questionnaires/answers.ts';
import type { Answer, Answers, GivenAnswer } from '../questionnaires/answers.ts';
import { assess, assessTotals } from './assess.ts';
import { profileOf } from './profile.ts';
import { needsSecondEntry } from './second-entry.ts';

const ITEMS = itemsOf(SHIPPED_PACKS);
const IMESA_IDS = SHIPPED_PACKS.imesa.items.map(({ id }) => id);
const GFI_IDS = SHIPPED_PACKS.gfi.items.map(({ id }) => id);

function validAnswers({ answer }: InstrumentItem): readonly GivenAnswer[] {
  if (answer.kind === 'CHOICE') return answer.options.map(({ code }) => code);
  return Array.from({ length: answer.maximum - answer.minimum + 1 }, (_, index) => answer.minimum + index);
}

const MISSING: readonly Answer[] = [{ missing: 'BLANK' }, { missing: 'ILLEGIBLE' }];

/** Answers to one instrument: the last `open` items missing, the known ones adding up to `points`. */
function partly(instrument: InstrumentId, points: number, open: number): Answers {
  const items = SHIPPED_PACKS[instrument].items;
  let left = points;
  const entries = items.slice(0, items.length - open).map((item): [string, Answer] => {
    const score = Math.min(left, instrument === 'gfi' ? 1 : 3);
    left -= score;
    if (item.answer.kind === 'INTEGER') return [item.id, score === 1 ? 6 : 7];
    return [item.id, item.answer.options.find((option) => option.score === score)?.code ?? ''];
  });
  expect(left).toBe(0);
  return Object.fromEntries(entries);
}

function form(imesa: readonly [number, number], gfi: readonly [number, number]): Answers {
  return { ...partly('imesa', ...imesa), ...partly('gfi', ...gfi) };
}

const lastOf = (ids: readonly string[], count: number) => ids.slice(ids.length - count);

describe('assess', () => {
  it.each([
    ['M1', [10, 0], [4, 1], [10, 10, 4, 5], ['ROBUST', 'FRAIL'], lastOf(GFI_IDS, 1)],
    ['M2', [10, 1], [6, 3], [10, 13, 6, 9], ['FRAIL'], []],
    ['M3', [17, 2], [0, 15], [17, 23, 0, 15], ['COMPLEX'], []],
    ['M4', [14, 1], [6, 0], [14, 17, 6, 6], ['FRAIL', 'COMPLEX'], lastOf(IMESA_IDS, 1)],
    ['M5', [14, 1], [4, 1], [14, 17, 4, 5], ['ROBUST', 'FRAIL', 'COMPLEX'], ['imesa-20', 'gfi-15']],
    ['M6', [12, 1], [3, 1], [12, 15, 3, 4], ['ROBUST'], []],
    ['M7', [13, 1], [2, 2], [13, 16, 2, 4], ['ROBUST', 'COMPLEX'], ['imesa-20']],
    ['M8', [0, 20], [5, 0], [0, 60, 5, 5], ['FRAIL', 'COMPLEX'], IMESA_IDS],
    ['M9', [12, 1], [4, 2], [12, 15, 4, 6], ['ROBUST', 'FRAIL'], ['gfi-14', 'gfi-15']],
    ['M10', [15, 0], [4, 0], [15, 15, 4, 4], ['ROBUST'], []],
  ] as const)('%s', (_, imesa, gfi, bounds, possible, deciding) => {
    const result = assess(SHIPPED_PACKS, form(imesa, gfi));
    const { instruments } = result;
    expect([instruments.imesa.lower, instruments.imesa.upper, instruments.gfi.lower, instruments.gfi.upper]).toEqual(
      bounds,
    );
    expect(result.possibleProfiles).toEqual(possible);
    expect(result.proposedProfile).toBe(possible.length === 1 ? possible[0] : 'UNDETERMINED');
    expect(result.determined).toBe(possible.length === 1);
    expect(result.deciding).toEqual(deciding);
    expect(result.rule).toEqual({ id: 'samenoud', version: '1' });
  });

  it('calls every item of an empty form deciding, INTERMED first', () => {
    const result = assess(SHIPPED_PACKS, {});
    expect(result.proposedProfile).toBe('UNDETERMINED');
    expect(result.possibleProfiles).toEqual(['ROBUST', 'FRAIL', 'COMPLEX']);
    expect(result.deciding).toEqual([...IMESA_IDS, ...GFI_IDS]);
  });

  it('keeps the order by id when a pack asks in another order', () => {
    const { gfi, imesa } = SHIPPED_PACKS;
    const packs = {
      gfi: { ...gfi, items: gfi.items.toReversed() },
      imesa: { ...imesa, items: imesa.items.toReversed() },
    };
    expect(assess(packs, {})).toEqual(assess(SHIPPED_PACKS, {}));
  });

  it('stores the cut-offs it used', () => {
    const result = assess(SHIPPED_PACKS, form([18, 0], [4, 0]), { imesa: 19, gfi: 4 });
    expect(result.proposedProfile).toBe('FRAIL');
    expect([result.instruments.imesa.cutOff, result.instruments.gfi.cutOff]).toEqual([19, 4]);
  });
});

describe('assess, for any answers', () => {
  const fullForm = fc
    .tuple(...ITEMS.map((item) => fc.constantFrom(...validAnswers(item))))
    .map((given) => Object.fromEntries(ITEMS.map(({ id }, index) => [id, given[index] ?? ''])));
  const openItems = fc.oneof(
    fc.subarray(ITEMS.map(({ id }) => id)),
    fc.subarray(
      ITEMS.map(({ id }) => id),
      { maxLength: 4 },
    ),
  );
  // Few points, so that totals fall on both sides of the cut-offs.
  const mildForm = fc
    .tuple(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 0, max: 8 }))
    .map(([imesa, gfi]) => form([imesa, 0], [gfi, 0]));
  const anyForm = fc.oneof(fullForm, mildForm);

  function without(answers: Answers, open: readonly string[]): Answers {
    return Object.fromEntries(
      Object.entries(answers).map(([id, answer], index) => [
        id,
        open.includes(id) ? (MISSING[index % 2] ?? answer) : answer,
      ]),
    );
  }

  it('lower <= true <= upper, and the true profile is among the possible ones', () => {
    fc.assert(
      fc.property(anyForm, openItems, (answers, open) => {
        const partial = assess(SHIPPED_PACKS, without(answers, open));
        const truth = assess(SHIPPED_PACKS, answers);
        for (const id of ['gfi', 'imesa'] as const) {
          const [bounds, exact] = [partial.instruments[id], truth.instruments[id]];
          expect(exact.lower).toBe(exact.upper);
          expect(bounds.lower).toBeLessThanOrEqual(exact.lower);
          expect(bounds.upper).toBeGreaterThanOrEqual(exact.upper);
        }
        expect(truth.proposedProfile).toBe(profileOf(truth.instruments.imesa.lower, truth.instruments.gfi.lower));
        expect(partial.possibleProfiles).toContain(truth.proposedProfile);
      }),
    );
  });

  it('an extra answer never widens an interval nor the set of profiles', () => {
    fc.assert(
      fc.property(anyForm, openItems, fc.nat(), (answers, open, pick) => {
        const before = assess(SHIPPED_PACKS, without(answers, open));
        const after = assess(SHIPPED_PACKS, without(answers, open.toSpliced(pick % (open.length + 1), 1)));
        for (const id of ['gfi', 'imesa'] as const) {
          expect(after.instruments[id].lower).toBeGreaterThanOrEqual(before.instruments[id].lower);
          expect(after.instruments[id].upper).toBeLessThanOrEqual(before.instruments[id].upper);
        }
        expect(before.possibleProfiles).toEqual(expect.arrayContaining([...after.possibleProfiles]));
      }),
    );
  });

  it('the deciding list is empty exactly when the profile is determined, and does not depend on answer order', () => {
    fc.assert(
      fc.property(anyForm, openItems, (answers, open) => {
        const partial = without(answers, open);
        const result = assess(SHIPPED_PACKS, partial);
        expect(result.deciding.length === 0).toBe(result.determined);
        expect(result.determined).toBe(result.possibleProfiles.length === 1);
        expect(assess(SHIPPED_PACKS, Object.fromEntries(Object.entries(partial).toReversed()))).toEqual(result);
        expect(
          assess(SHIPPED_PACKS, Object.fromEntries(Object.entries(partial).filter(([id]) => !open.includes(id)))),
        ).toEqual(result);
      }),
    );
  });

  /** By definition: two complete fill-ins that differ only in that item give different profiles. */
  function decidesByTrying(answers: Answers, item: InstrumentItem, open: readonly InstrumentItem[]): boolean {
    const others = open.filter(({ id }) => id !== item.id);
    const fillIns = others.reduce<readonly Answers[]>(
      (made, other) => made.flatMap((some) => validAnswers(other).map((answer) => ({ ...some, [other.id]: answer }))),
      [answers],
    );
    return fillIns.some((some) => {
      const profiles = validAnswers(item).map(
        (answer) => assess(SHIPPED_PACKS, { ...some, [item.id]: answer }).proposedProfile,
      );
      return new Set(profiles).size > 1;
    });
  }

  it('an item decides exactly when two fill-ins that differ only in it give different profiles', () => {
    fc.assert(
      fc.property(
        mildForm,
        fc.subarray(
          ITEMS.filter(({ id }) => id !== 'gfi-05'),
          { maxLength: 3 },
        ),
        (answers, open) => {
          const partial = without(
            answers,
            open.map(({ id }) => id),
          );
          const { deciding } = assess(SHIPPED_PACKS, partial);
          for (const item of open)
            expect([item.id, deciding.includes(item.id)]).toEqual([item.id, decidesByTrying(partial, item, open)]);
          expect(deciding.every((id) => isMissingAnswer(partial[id]))).toBe(true);
        },
      ),
    );
  });
});

describe('assessTotals', () => {
  it.each([
    [{ imesa: 12, gfi: 5 }, 'FRAIL', ['FRAIL']],
    [{ imesa: 16 }, 'COMPLEX', ['COMPLEX']],
    [{ imesa: 15 }, 'UNDETERMINED', ['ROBUST', 'FRAIL']],
    [{ gfi: 7 }, 'UNDETERMINED', ['FRAIL', 'COMPLEX']],
    [{ imesa: 0, gfi: 0 }, 'ROBUST', ['ROBUST']],
  ])('%j: %s', (totals, proposed, possible) => {
    const result = assessTotals(SHIPPED_PACKS, { totals });
    expect([result.proposedProfile, result.possibleProfiles]).toEqual([proposed, possible]);
  });

  it('takes a missing total as an instrument with every item missing', () => {
    const { instruments, deciding } = assessTotals(SHIPPED_PACKS, { totals: { imesa: 15 } });
    expect([instruments.gfi.lower, instruments.gfi.upper, instruments.gfi.missing]).toEqual([0, 15, GFI_IDS]);
    expect([instruments.imesa.lower, instruments.imesa.upper, instruments.imesa.missing]).toEqual([15, 15, []]);
    expect(deciding).toEqual(GFI_IDS);
  });

  it('shows the domain scores that were given', () => {
    const scored = { totals: { imesa: 14 }, imesaDomains: { BIOLOGICAL: 5 } };
    const { imesa } = assessTotals(SHIPPED_PACKS, scored).instruments;
    expect(imesa.domains).toEqual({ BIOLOGICAL: 5, PSYCHOLOGICAL: null, SOCIAL: null, HEALTH_CARE: null });
  });

  it('never feeds a total of another INTERMED version to the rule', () => {
    const scored = { totals: { imesa: 40, gfi: 2 }, imesaDomains: { SOCIAL: 9 }, otherImesaVersion: true };
    const result = assessTotals(SHIPPED_PACKS, scored);
    expect(result.possibleProfiles).toEqual(['ROBUST', 'COMPLEX']);
    expect(result.instruments.imesa.domains['SOCIAL']).toBeNull();
  });
});

describe('needsSecondEntry', () => {
  it.each([
    [[10, 0], [3, 0], false],
    [[10, 0], [4, 0], true],
    [[10, 0], [5, 0], true],
    [[10, 0], [6, 0], false],
    [[14, 0], [0, 0], false],
    [[15, 0], [0, 0], true],
    [[16, 0], [0, 0], true],
    [[17, 0], [0, 0], false],
    [[11, 1], [0, 0], false],
    [[12, 1], [0, 0], true],
    [[10, 0], [2, 1], false],
    [[10, 0], [3, 1], true],
    [[20, 0], [0, 15], true],
  ] as const)('INTERMED %j, GFI %j (points known, items open): %s', (imesa, gfi, needed) => {
    expect(needsSecondEntry(assess(SHIPPED_PACKS, form(imesa, gfi)))).toBe(needed);
  });

  it('never asks it for an empty form', () => {
    expect(needsSecondEntry(assess(SHIPPED_PACKS, { 'gfi-01': { missing: 'ILLEGIBLE' } }))).toBe(false);
  });

  it('follows the cut-offs of the assessment', () => {
    expect(needsSecondEntry(assess(SHIPPED_PACKS, form([10, 0], [3, 0]), { imesa: 16, gfi: 4 }))).toBe(true);
  });
});
