import { describe, expect, it } from '@jest/globals';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';
import { assess, assessTotals } from '../risk-profile/assess.ts';
import { DEFAULT_SECOND_ENTRY, secondEntryCause } from './second-entry-cause.ts';

/** A complete form with a GFI total of 0–4, by dependence in as many of the first four items, and INTERMED 0. */
function form(gfi: number, open: readonly string[] = []) {
  const items = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items].filter(({ id }) => !open.includes(id));
  const answers = items.map(({ id, answer }): [string, string | number] => {
    const isRaised = id.startsWith('gfi') && Number(id.slice(4)) <= gfi;
    if (answer.kind === 'INTEGER') return [id, isRaised ? answer.minimum : answer.maximum];
    return [id, answer.options.find(({ score }) => score > 0 === isRaised)?.code ?? ''];
  });
  return assess(SHIPPED_PACKS, Object.fromEntries(answers));
}

const never = (): number => 99;
const always = (): number => 0;

describe('secondEntryCause', () => {
  it('is BORDER at the cut-off and the point below it, null beside them', () => {
    const cause = (gfi: number) =>
      secondEntryCause({ channel: 'PAPER', assessment: form(gfi) }, DEFAULT_SECOND_ENTRY, never);
    expect([3, 4, 5, 6].map(cause)).toEqual([null, 'BORDER', 'BORDER', null]);
  });

  it('is RANDOM for a share of the rest: under it yes, on it no', () => {
    const cause = (drawn: number) =>
      secondEntryCause({ channel: 'PAPER', assessment: form(0) }, { borders: true, share: 10 }, () => drawn);
    expect([9, 10].map(cause)).toEqual(['RANDOM', null]);
  });

  it('leaves the border to chance where the practice switched it off', () => {
    const settings = { borders: false, share: 1 };
    expect(secondEntryCause({ channel: 'PAPER', assessment: form(4) }, settings, never)).toBeNull();
    expect(secondEntryCause({ channel: 'PAPER', assessment: form(4) }, settings, always)).toBe('RANDOM');
  });

  it.each(['ONLINE', 'INTERVIEW', 'PHONE'])('is for paper only, not %s', (channel) => {
    expect(secondEntryCause({ channel, assessment: form(4) }, { borders: true, share: 100 }, always)).toBeNull();
  });

  it('leaves out an empty form and totals that were scored elsewhere', () => {
    const settings = { borders: true, share: 100 };
    const empty = assess(SHIPPED_PACKS, { 'gfi-01': { missing: 'ILLEGIBLE' } });
    const totals = assessTotals(SHIPPED_PACKS, { totals: { gfi: 4, imesa: 15 } });
    expect(secondEntryCause({ channel: 'PAPER', assessment: empty }, settings, always)).toBeNull();
    expect(secondEntryCause({ channel: 'PAPER', assessment: totals }, settings, always)).toBeNull();
  });
});
