import { describe, expect, it } from '@jest/globals';
import { firstOf } from './who-leaves.ts';

const LINES = [
  { place: 1, presenterId: 'gp' },
  { place: 2, presenterId: 'nurse' },
  { place: 3, presenterId: null },
  { place: 4, presenterId: 'nurse' },
];
const places = (leaves: string | null): number[] => firstOf(LINES, leaves).map(({ place }) => place);

describe('the filter "eerst: wie moet weg"', () => {
  it('puts first whom she brings in, each group in the order of the agenda', () => {
    expect(places('nurse')).toEqual([2, 4, 1, 3]);
  });

  it('leaves the agenda as it is for nobody, and for who brings nobody in', () => {
    expect(places(null)).toEqual([1, 2, 3, 4]);
    expect(places('adviser')).toEqual([1, 2, 3, 4]);
  });
});
