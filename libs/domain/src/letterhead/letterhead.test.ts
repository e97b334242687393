import { describe, expect, it } from '@jest/globals';
import { LETTERHEAD_REQUIRED, letterheadGaps } from './letterhead.ts';

const COMPLETE = {
  name: 'Praktijk De Brug',
  street: 'Dorpsstraat 12',
  postcode: '9501 AB',
  city: 'Stadskanaal',
  phone: '+31599123456',
  senderName: 'J. Smit',
  senderRole: 'huisarts',
};

describe('letterheadGaps', () => {
  it('finds nothing missing when name, address, phone and sender are there', () => {
    expect(letterheadGaps(COMPLETE)).toEqual([]);
  });

  it.each(LETTERHEAD_REQUIRED)('misses %s when it is empty, blank or left out', (field) => {
    for (const value of [null, '', '  ']) expect(letterheadGaps({ ...COMPLETE, [field]: value })).toEqual([field]);
    const { [field]: _, ...others } = COMPLETE;
    expect(letterheadGaps(others)).toEqual([field]);
  });

  it('misses everything of a practice that began today', () => {
    expect(letterheadGaps({})).toEqual(LETTERHEAD_REQUIRED);
  });
});
