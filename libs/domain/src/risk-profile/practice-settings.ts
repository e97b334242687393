import type { InstrumentId } from '../instruments/instrument-pack.ts';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';
import { type Profile, PROFILES } from './profile.ts';

/** What a practice calls each profile. Source: domain reference 2, the label is a setting. */
export type ProfileLabels = Readonly<Record<Profile, string>>;

/** Characters, after trimming. */
export const PROFILE_LABEL_LIMIT = 30;

/** Whole points, from 1 to the highest total of the instrument: from 0 every form would count. */
export const CUT_OFF_RANGES: Readonly<Record<InstrumentId, { readonly min: number; readonly max: number }>> = {
  gfi: { min: 1, max: SHIPPED_PACKS.gfi.maximumScore },
  imesa: { min: 1, max: SHIPPED_PACKS.imesa.maximumScore },
};

/**
 * The profiles whose label already names another profile, or one of the words that are `taken`; case does not tell two
 * labels apart. Two profiles of one name could not be told apart on paper. Source: our rule.
 */
export function repeatedLabels(labels: ProfileLabels, taken: readonly string[] = []): readonly Profile[] {
  const plain = (label: string): string => label.trim().toLowerCase();
  const known = new Set(taken.map(plain));
  return PROFILES.filter((profile) => {
    const label = plain(labels[profile]);
    const isRepeated = known.has(label);
    known.add(label);
    return isRepeated;
  });
}
