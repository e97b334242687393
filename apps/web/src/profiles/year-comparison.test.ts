import { describe, expect, it } from '@jest/globals';
import { type InstrumentItem, type InstrumentPacks, SHIPPED_PACKS } from '@samenoud/domain';
import { completedForm } from '../testing/forms.ts';
import { compareForms } from './year-comparison.ts';

const reworded = (item: InstrumentItem): InstrumentItem =>
  item.id === 'gfi-06' && item.answer.kind === 'CHOICE'
    ? {
        ...item,
        label: 'Zien, oude vraag',
        answer: { ...item.answer, options: item.answer.options.map((o) => ({ ...o, label: `oud ${o.label}` })) },
      }
    : item;
const OLD_PACKS: InstrumentPacks = {
  ...SHIPPED_PACKS,
  gfi: { ...SHIPPED_PACKS.gfi, version: 'gfi-old', items: SHIPPED_PACKS.gfi.items.map(reworded) },
};

const newest = { response: completedForm({ 'gfi-06': 'yes' }), packs: SHIPPED_PACKS };
const previous = { response: completedForm({}, { completedOn: '2025-10-02', packs: OLD_PACKS }), packs: OLD_PACKS };

describe('compareForms', () => {
  it('marks what changed and nothing else', () => {
    const changed = compareForms(newest, previous)?.filter(({ isChanged }) => isChanged);
    expect(changed?.map(({ item }) => item.id)).toEqual(['gfi-06']);
  });

  it.each(['newest', 'previous'])('compares nothing where only totals are known of the %s form', (which) => {
    const totals = {
      packs: SHIPPED_PACKS,
      response: { ...newest.response, entryMode: 'SCORE_ONLY' as const, answers: {} },
    };
    expect(which === 'newest' ? compareForms(totals, previous) : compareForms(newest, totals)).toBeUndefined();
  });

  it('words each answer as its own form did', () => {
    const row = compareForms(newest, previous)?.find(({ item }) => item.id === 'gfi-06');
    expect(row).toMatchObject({ now: 'ja', before: 'oud nee' });
  });

  it('never calls an answer changed that is not shared', () => {
    const { 'gfi-06': _, ...shared } = newest.response.answers;
    const hidden = [{ pointer: '/answers', code: 'NO_BASIS' as const }];
    const partly = { ...newest, response: { ...newest.response, answers: shared, hidden } };
    const row = compareForms(partly, previous)?.find(({ item }) => item.id === 'gfi-06');
    expect(row).toMatchObject({ now: 'niet gedeeld', isChanged: false });
  });
});
