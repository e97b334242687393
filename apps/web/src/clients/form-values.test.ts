import { describe, expect, it } from '@jest/globals';
import { mergeVersions } from './form-values.ts';

const base = { phone: '1', city: 'A', street: 'S' };

describe('mergeVersions', () => {
  it('takes over what only the other changed', () => {
    const mine = { ...base, phone: '2' };
    const merged = mergeVersions(base, mine, { ...base, city: 'B' });
    expect(merged).toEqual({ mine, values: { phone: '2', city: 'B', street: 'S' }, conflicts: [], adopted: ['city'] });
  });

  it('keeps what was typed where both changed the same field, and says so', () => {
    const merged = mergeVersions(base, { ...base, phone: '2' }, { ...base, phone: '3' });
    expect(merged).toMatchObject({ values: { ...base, phone: '2' }, conflicts: ['phone'], adopted: [] });
  });

  it('sees no conflict where both came to the same', () => {
    const merged = mergeVersions(base, { ...base, phone: '2' }, { ...base, phone: '2' });
    expect(merged).toMatchObject({ values: { ...base, phone: '2' }, conflicts: [], adopted: [] });
  });
});
