import { addDays, type Day } from '../calendar/day.ts';
import { dayOfInstant } from '../calendar/instant.ts';

/** How long one emergency access lasts, in hours. Source: trust.md 3, Break-glass. */
export const EMERGENCY_HOURS = 4;
/** How many one person may begin on one day in Europe/Amsterdam, over all her memberships. Source: as above. */
export const EMERGENCIES_A_DAY = 3;
/** The verdict is due through this many days after the day it began. Source: as above. */
export const EMERGENCY_REVIEW_DAYS = 7;
/** Characters of the reason, spaces at the ends not counted. Source: as above; the upper limit is ours. */
export const EMERGENCY_REASON_LIMITS = { min: 20, max: 1000 } as const;
export const EMERGENCY_NOTE_LIMITS = { min: 3, max: 4000 } as const;
export const EMERGENCY_VERDICT_NOTE_MAX = 2000;

export const EMERGENCY_VERDICTS = ['JUSTIFIED', 'NOT_JUSTIFIED', 'FURTHER_INVESTIGATION'] as const;
export type EmergencyVerdict = (typeof EMERGENCY_VERDICTS)[number];

export const EMERGENCY_REVIEW_STATES = ['OPEN', 'INVESTIGATING', 'JUSTIFIED', 'NOT_JUSTIFIED'] as const;
export type EmergencyReviewState = (typeof EMERGENCY_REVIEW_STATES)[number];

/** Instants are ISO 8601; `endedAt`: somebody ended it before its time. */
export interface EmergencyTimes {
  readonly begunAt: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
}

/** Whether it still opens the record: from its beginning until, and not at, the instant it ends. */
export function isEmergencyRunning(
  { endsAt, endedAt }: Pick<EmergencyTimes, 'endsAt' | 'endedAt'>,
  at: string,
): boolean {
  return endedAt === null && Date.parse(at) < Date.parse(endsAt);
}

/**
 * The state of the review after a verdict, or undefined where this state takes none: what was judged stays judged, and
 * who investigates further comes to a final verdict. Source: docs/state-machines/emergency-access.md.
 */
export function emergencyReviewAfter(
  state: EmergencyReviewState,
  verdict: EmergencyVerdict,
): EmergencyReviewState | undefined {
  if (verdict === 'FURTHER_INVESTIGATION') return state === 'OPEN' ? 'INVESTIGATING' : undefined;
  return state === 'OPEN' || state === 'INVESTIGATING' ? verdict : undefined;
}

/** A verdict that says something went wrong, or may have, says what: only `JUSTIFIED` stands without words. */
export function verdictNeedsNote(verdict: EmergencyVerdict): boolean {
  return verdict !== 'JUSTIFIED';
}

/** The last day of the review; the beginning counts by its day in Europe/Amsterdam. */
export function emergencyReviewDueOn(begunAt: string): Day {
  return addDays(dayOfInstant(begunAt), EMERGENCY_REVIEW_DAYS);
}

/** Whether the review is past its last day; what was judged is never late, what is investigated further is. */
export function isEmergencyReviewOverdue(state: EmergencyReviewState, begunAt: string, today: Day): boolean {
  return (state === 'OPEN' || state === 'INVESTIGATING') && today > emergencyReviewDueOn(begunAt);
}
