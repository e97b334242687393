import type { ProfileLabels, ProposedProfile } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { createContext, useContext } from 'react';

/** The published words, for where the practice's own are not known. */
export const PUBLISHED_LABELS: ProfileLabels = {
  ROBUST: text('profiles.name.ROBUST'),
  FRAIL: text('profiles.name.FRAIL'),
  COMPLEX: text('profiles.name.COMPLEX'),
};

const LabelsContext = createContext(PUBLISHED_LABELS);

export const ProfileLabelsProvider = LabelsContext.Provider;

/** What this practice calls the profiles now. A result has the labels of its own day with it. */
export const useProfileLabels = (): ProfileLabels => useContext(LabelsContext);

/** „Vitaal”, at the head of a sentence or by itself. */
export const profileName = (profile: ProposedProfile, labels: ProfileLabels): string =>
  profile === 'UNDETERMINED' ? text('profiles.name.UNDETERMINED') : labels[profile];

/** „vitaal”, within a sentence; a label that starts with an abbreviation keeps its capitals. */
export function profileWord(profile: ProposedProfile, labels: ProfileLabels): string {
  const name = profileName(profile, labels);
  return /^\p{Lu}[\p{Lu}\d-]/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
