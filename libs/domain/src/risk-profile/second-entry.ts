import type { InstrumentScore } from '../questionnaires/score-instrument.ts';
import type { Assessment } from './assess.ts';

/** The interval holds the cut-off or the point below it. */
function touchesCutOff({ lower, upper, cutOff }: InstrumentScore): boolean {
  return lower <= cutOff && upper >= cutOff - 1;
}

/**
 * Whether a paper form is entered a second time because one typing error could change its profile. Never an empty form
 * (nor one scored elsewhere: it has no items). Source: domain reference 5, our rule.
 */
export function needsSecondEntry({ instruments: { gfi, imesa } }: Assessment): boolean {
  const isEmpty = gfi.contributions.length + imesa.contributions.length === 0;
  return !isEmpty && (touchesCutOff(gfi) || touchesCutOff(imesa));
}
