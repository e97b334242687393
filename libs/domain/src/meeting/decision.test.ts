import { describe, expect, it } from '@jest/globals';
import { DECISION_FIELDS, DECISION_KINDS, decisionFieldFaults } from './decision.ts';

describe('the fields of a decision', () => {
  it.each(DECISION_KINDS)('of %s are all that it needs, and none of another kind', (kind) => {
    const { needed, allowed } = DECISION_FIELDS[kind];
    const full = Object.fromEntries([...needed, ...allowed].map((field) => [field, 'x']));
    expect(decisionFieldFaults(kind, full)).toEqual({ missing: [], strange: [] });
    expect(decisionFieldFaults(kind, {}).missing).toEqual(needed);
    const strange = ['profile', 'on'].filter((field) => !(field in full));
    expect(decisionFieldFaults(kind, { ...full, profile: 'x', on: 'x' }).strange.toSorted()).toEqual(
      strange.toSorted(),
    );
  });

  it('are not given when they are null', () => {
    expect(decisionFieldFaults('END_REVIEW', { text: null })).toEqual({ missing: [], strange: [] });
    expect(decisionFieldFaults('NOTE', { text: null }).missing).toEqual(['text']);
  });
});
