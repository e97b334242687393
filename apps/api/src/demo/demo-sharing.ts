import type { ConsentCategory, Profile } from '@samenoud/domain';
import type { MadeUpYear } from './demo-years.ts';
import { Random } from './random.ts';

/** What a client lets social work read; `withdrawn`: later taken back. */
export interface Sharing {
  readonly categories: readonly ConsentCategory[];
  readonly withdrawn: boolean;
}

/** Share of the people with profile FRAIL whose consent towards social work is in force. */
export const SHARED_SHARE = 0.85;

const USUAL: readonly ConsentCategory[] = [1, 2, 3, 4, 6];
const PARTLY: readonly (readonly ConsentCategory[])[] = [[1], [1, 4], [1, 2, 4], [1], [1, 2, 3]];

/** The profile that counts now. */
export function currentProfile(years: readonly MadeUpYear[]): Profile | undefined {
  return years.findLast(({ assignment }) => assignment !== undefined)?.assignment?.profile;
}

/** Exactly the share of those who are FRAIL now; others who once were mostly said yes too. Undefined: never asked. */
export function makeSharing(years: readonly (readonly MadeUpYear[])[], seed: string): readonly (Sharing | undefined)[] {
  const random = new Random(`${seed}|sharing`);
  const frail = random.shuffled(years.flatMap((own, index) => (currentProfile(own) === 'FRAIL' ? [index] : [])));
  const sharing = frail.slice(0, Math.round(frail.length * SHARED_SHARE));
  const rest = frail.slice(sharing.length);
  const partly = Math.round(sharing.length / 5);
  const byIndex = new Map<number, Sharing>([
    ...sharing.map((index, n): [number, Sharing] => [
      index,
      { categories: n < partly ? (PARTLY[n % PARTLY.length] ?? USUAL) : USUAL, withdrawn: false },
    ]),
    ...rest
      .slice(0, Math.ceil(rest.length / 2))
      .map((index): [number, Sharing] => [index, { categories: USUAL, withdrawn: true }]),
  ]);
  return years.map((own, index) => {
    if (currentProfile(own) === 'FRAIL') return byIndex.get(index);
    const complex = currentProfile(own) === 'COMPLEX' && random.chance(0.35);
    const wasFrail = own.some(({ assignment }) => assignment?.profile === 'FRAIL');
    return complex || (wasFrail && random.chance(0.8)) ? { categories: USUAL, withdrawn: false } : undefined;
  });
}
