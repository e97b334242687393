import type { Assessment } from '../risk-profile/assess.ts';
import { isEmptyAssessment, needsSecondEntry } from '../risk-profile/second-entry.ts';
import type { RandomNumber } from './crockford.ts';

export const SECOND_ENTRY_CAUSES = ['BORDER', 'RANDOM'] as const;
export type SecondEntryCause = (typeof SECOND_ENTRY_CAUSES)[number];

export type SecondEntrySettings = {
  /** Every form at a cut-off is entered again. */
  readonly borders: boolean;
  /** Percentage of the other forms that is, 0–100. */
  readonly share: number;
};
export const DEFAULT_SECOND_ENTRY: SecondEntrySettings = { borders: true, share: 0 };

/** Working days after the first entry. */
export const SECOND_ENTRY_DUE_WORKING_DAYS = 5;

/**
 * Why a form is entered a second time, or null when it is not: at a cut-off, or by chance from the rest. Paper only, and
 * never an empty form or one scored elsewhere. Source: domain reference 5, our rule.
 */
export function secondEntryCause(
  form: { readonly channel: string; readonly assessment: Assessment },
  settings: SecondEntrySettings,
  random: RandomNumber,
): SecondEntryCause | null {
  if (form.channel !== 'PAPER' || isEmptyAssessment(form.assessment)) return null;
  if (settings.borders && needsSecondEntry(form.assessment)) return 'BORDER';
  return random(100) < settings.share ? 'RANDOM' : null;
}
