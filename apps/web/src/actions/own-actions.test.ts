import { describe, expect, it } from '@jest/globals';
import type { Action } from './action-queries.ts';
import { byWhen, placeOfAction } from './own-actions.ts';

const TODAY = '2026-10-05';
const due = (dueOn: string): Action => ({ id: dueOn, dueOn, state: 'OPEN' }) as Action;

describe('one’s own actions by when', () => {
  it('are late from the day after, of this week until the seventh day, and later from the eighth', () => {
    const days = ['2026-09-01', '2026-10-04', '2026-10-05', '2026-10-11', '2026-10-12'];
    const groups = byWhen(days.map(due), TODAY);
    const shown = Object.values(groups).map((group) => group.map(({ dueOn }) => dueOn));
    expect(shown).toEqual([days.slice(0, 2), days.slice(2, 4), days.slice(4)]);
  });

  it.each([
    ['PLAN', '/clients/c/care-plan'],
    ['TASK', '/clients/c/contacts'],
  ] as const)('a %s opens the record where it stands', (kind, place) => {
    expect(placeOfAction({ clientId: 'c', kind } as Action)).toBe(place);
  });
});
