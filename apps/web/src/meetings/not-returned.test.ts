import { describe, expect, it } from '@jest/globals';
import type { AgendaPlace } from './meeting-queries.ts';
import { notReturnedAround } from './not-returned.ts';

type Kind = 'NOT_RETURNED' | 'SIGNAL' | 'BOTH' | 'HIDDEN' | 'PARTLY' | 'DECIDED' | 'UNDONE' | 'NOTED';

const decision = (undone: object | null): object => ({ undone, reversesId: null });
const MORE: Readonly<Partial<Record<Kind, object>>> = {
  HIDDEN: { shared: false, id: null, reasons: [] },
  PARTLY: { hidden: [{ pointer: '/reasons', code: 'NO_BASIS' }] },
  DECIDED: { decisions: [decision(null)] },
  UNDONE: { decisions: [decision({})] },
  NOTED: { outcome: 'DISCUSSED' },
};

function place(kind: Kind, index: number): AgendaPlace {
  const codes = kind === 'SIGNAL' ? ['SIGNAL'] : kind === 'BOTH' ? ['NOT_RETURNED', 'MANUAL'] : ['NOT_RETURNED'];
  const reasons = codes.map((code) => ({ code }));
  return { id: `${index + 1}`, place: index + 1, shared: true, reasons, decisions: [], outcome: null, ...MORE[kind] } as unknown as AgendaPlace; // prettier-ignore
}

const around = (at: number, ...kinds: readonly Kind[]): string[] =>
  notReturnedAround(kinds.map(place), at).map(({ id }) => id);

describe('clients who did not send their form back, in a row on the agenda', () => {
  it('are those around the one that is shown, wherever in the row she stands', () => {
    for (const at of [2, 3, 4])
      expect(around(at, 'SIGNAL', 'NOT_RETURNED', 'NOT_RETURNED', 'NOT_RETURNED', 'SIGNAL')).toEqual(['2', '3', '4']);
    expect(around(1, 'SIGNAL', 'NOT_RETURNED', 'NOT_RETURNED')).toEqual([]);
  });

  it('are not who has another reason too, or one that is not shared', () => {
    expect(around(1, 'NOT_RETURNED', 'BOTH', 'NOT_RETURNED')).toEqual(['1']);
    expect(around(1, 'NOT_RETURNED', 'PARTLY', 'NOT_RETURNED')).toEqual(['1']);
    expect(around(2, 'NOT_RETURNED', 'BOTH')).toEqual([]);
  });

  it('are a row all the same with a place that is not shared in it', () => {
    expect(around(1, 'NOT_RETURNED', 'HIDDEN', 'NOT_RETURNED')).toEqual(['1', '3']);
  });

  it('are those who were not decided on; who was taken back counts again', () => {
    expect(around(1, 'DECIDED', 'NOT_RETURNED', 'UNDONE', 'NOTED', 'NOT_RETURNED')).toEqual(['2', '3', '5']);
  });
});
