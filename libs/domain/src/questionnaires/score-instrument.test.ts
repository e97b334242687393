import { describe, expect, it } from '@jest/globals';
import { GFI } from '../instruments/gfi.ts';
import { IMESA } from '../instruments/imesa.ts';
import type { Answer } from './answers.ts';
import { scoreInstrument } from './score-instrument.ts';
import type { Bounds } from './score-instrument.ts';

function fill(instrument: string, numbers: readonly number[], answer: Answer): Record<string, Answer> {
  return Object.fromEntries(numbers.map((number) => [`${instrument}-${String(number).padStart(2, '0')}`, answer]));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const gfi = (numbers: readonly number[], answer: Answer) => fill('gfi', numbers, answer);
const imesa = (numbers: readonly number[], answer: Answer) => fill('imesa', numbers, answer);

const BASE = { ...gfi(range(1, 4), 'independent'), 'gfi-05': 8, ...gfi(range(6, 15), 'no') };
const G9 = { ...gfi([1, 3], 'dependent'), 'gfi-05': 5, 'gfi-09': 'yes' };
const I4 = { ...imesa([1, 3], 3), ...imesa([5, 9, 14], 2), 'imesa-18': 3 };

function lowerOf(groups: Readonly<Record<string, Bounds>> | undefined, names: readonly string[]): string {
  return names.map((name) => groups?.[name]?.lower).join('/');
}

describe('GFI', () => {
  it.each([
    ['G1', {}, 0, '0/0/0', '0/0/0/0'],
    ['G2', { ...gfi(range(1, 4), 'dependent'), 'gfi-05': 0, ...gfi(range(6, 15), 'yes') }, 15, '4/6/5', '9/1/3/2'],
    ['G3', { 'gfi-05': 7, ...gfi(range(10, 15), 'sometimes') }, 5, '0/0/5', '0/0/3/2'],
    ['G4', { 'gfi-05': 6 }, 1, '0/1/0', '1/0/0/0'],
    ['G5', { 'gfi-05': 7 }, 0, '0/0/0', '0/0/0/0'],
    ['G6', { 'gfi-10': 'sometimes' }, 0, '0/0/0', '0/0/0/0'],
    ['G7', { 'gfi-10': 'yes' }, 1, '0/1/0', '0/1/0/0'],
    ['G8', { 'gfi-11': 'sometimes', 'gfi-14': 'yes', 'gfi-15': 'sometimes' }, 3, '0/0/3', '0/0/1/2'],
    ['G9', G9, 4, '2/2/0', '4/0/0/0'],
    ['G10', { ...G9, 'gfi-11': 'sometimes' }, 5, '2/2/1', '4/0/1/0'],
  ])('%s', (_, changes, total, factors, domains) => {
    const score = scoreInstrument(GFI, { ...BASE, ...changes });
    expect([score.lower, score.upper, score.missing]).toEqual([total, total, []]);
    const { factor, domain } = score.subscales;
    expect(lowerOf(factor, ['DAILY_ACTIVITIES', 'HEALTH_PROBLEMS', 'PSYCHOSOCIAL'])).toBe(factors);
    expect(lowerOf(domain, ['PHYSICAL', 'COGNITIVE', 'SOCIAL', 'PSYCHOLOGICAL'])).toBe(domains);
    expect(Object.values(score.domains).join('/')).toBe(domains);
  });

  it('shows the points of every answered item', () => {
    const score = scoreInstrument(GFI, {
      'gfi-10': 'yes',
      'gfi-01': 'dependent',
      'gfi-05': 7,
      'gfi-06': { missing: 'BLANK' },
    });
    expect(score.contributions).toEqual([
      { item: 'gfi-01', answer: 'dependent', score: 1 },
      { item: 'gfi-05', answer: 7, score: 0 },
      { item: 'gfi-10', answer: 'yes', score: 1 },
    ]);
    expect([score.version, score.cutOff, score.missing.length]).toEqual([GFI.version, 5, 12]);
  });

  it.each(['gfi-05', 'gfi-10'])('lets an illegible %s contribute 0 to 1', (item) => {
    const score = scoreInstrument(GFI, { ...BASE, [item]: { missing: 'ILLEGIBLE' } });
    expect([score.lower, score.upper, score.missing]).toEqual([0, 1, [item]]);
  });
});

describe('INTERMED', () => {
  const ZERO = imesa(range(1, 20), 0);

  it.each([
    ['I1', {}, 0, '0/0/0/0', '0/0/0'],
    ['I2', imesa(range(1, 20), 3), 60, '15/15/15/15', '24/24/12'],
    ['I3', imesa(range(1, 20), 1), 20, '5/5/5/5', '8/8/4'],
    ['I4', I4, 15, '8/2/2/3', '3/10/2'],
    ['I5', { ...I4, 'imesa-20': 1 }, 16, '8/2/2/4', '3/10/3'],
    ['I6', { ...imesa(range(1, 5), 3), 'imesa-06': 1 }, 16, '15/1/0/0', '7/6/3'],
  ])('%s', (_, changes, total, domains, timeFrames) => {
    const score = scoreInstrument(IMESA, { ...ZERO, ...changes });
    expect([score.lower, score.upper, score.missing]).toEqual([total, total, []]);
    expect(lowerOf(score.subscales.timeFrame, ['HISTORY', 'CURRENT', 'VULNERABILITY'])).toBe(timeFrames);
    expect(Object.keys(score.domains)).toEqual(['BIOLOGICAL', 'PSYCHOLOGICAL', 'SOCIAL', 'HEALTH_CARE']);
    expect(Object.values(score.domains).join('/')).toBe(domains);
  });

  it('bounds every subscale and leaves the points of an open domain empty', () => {
    const score = scoreInstrument(IMESA, { ...ZERO, ...I4, 'imesa-05': { missing: 'ILLEGIBLE' } });
    expect([score.lower, score.upper]).toEqual([13, 16]);
    expect(score.domains).toEqual({ BIOLOGICAL: null, PSYCHOLOGICAL: 2, SOCIAL: 2, HEALTH_CARE: 3 });
    expect(score.subscales.domain?.['BIOLOGICAL']).toEqual({ lower: 6, upper: 9 });
    expect(score.subscales.timeFrame?.['VULNERABILITY']).toEqual({ lower: 0, upper: 3 });
    expect(score.subscales.factor).toBeUndefined();
  });
});

describe('scoreInstrument', () => {
  it('uses the cut-off that is given and scores by the pack, not by ids', () => {
    const items = GFI.items.map((item) => ({ ...item, id: `x-${item.position}` })).toReversed();
    const score = scoreInstrument({ ...GFI, items }, { 'x-5': 6, 'x-1': 'dependent' }, 4);
    expect([score.lower, score.upper, score.cutOff]).toEqual([2, 15, 4]);
  });

  it('never scores an invalid answer', () => {
    expect(() => scoreInstrument(GFI, { 'gfi-05': '7' })).toThrow('Invalid answer to gfi-05');
  });

  it('counts nothing that is inherited', () => {
    const score = scoreInstrument(GFI, Object.create({ 'gfi-01': 'dependent' }) as Record<string, Answer>);
    expect([score.lower, score.missing.length]).toEqual([0, 15]);
  });
});
