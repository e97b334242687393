import type { InstrumentScore } from '../questionnaires/score-instrument.ts';
import type { Assessment } from './assess.ts';

/** The interval holds the cut-off or the point below it. */
function touchesCutOff({ lower, upper, cutOff }: InstrumentScore): boolean {
  return lower <= cutOff && upper >= cutOff - 1;
}

/** Not one valid answer, or no items at all because it was scored elsewhere. */
export function isEmptyAssessment({ instruments: { gfi, imesa } }: Assessment): boolean {
  return gfi.contributions.length + imesa.contributions.length === 0;
}

/**
 * Whether a paper form is entered a second time because one typing error could change its profile. Never an empty form
 * (nor one scored elsewhere: it has no items). Source: domain reference 5, our rule.
 */
export function needsSecondEntry(assessment: Assessment): boolean {
  const { gfi, imesa } = assessment.instruments;
  return !isEmptyAssessment(assessment) && (touchesCutOff(gfi) || touchesCutOff(imesa));
}
