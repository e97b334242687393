import type { Profile } from '../risk-profile/profile.ts';

/** Profiles of people who have a case manager. */
export const IN_CARE_PROFILES = ['FRAIL', 'COMPLEX'] as const satisfies readonly Profile[];
export type InCareProfile = (typeof IN_CARE_PROFILES)[number];

/** Whole days between two contacts; null: no contact is due. Who is ROBUST has none. */
export type ContactIntervals = Readonly<Record<InCareProfile, number | null>>;

/** How often a practice sees, evaluates and plans. Source: domain.md 9, practice settings (our rule). */
export type CareIntervals = {
  readonly contactIntervalDays: ContactIntervals;
  /** Months from the agreement on a plan to its evaluation, unless a day is given. */
  readonly evaluationIntervalMonths: number;
  /** Days from the first day of the profile run to the plan. */
  readonly planWithinDays: number;
  /** Days to what a referral brought, unless a day is given. */
  readonly referralFeedbackDays: number;
  /** Clients per case manager from which the product warns; it never refuses. Null: no warning. */
  readonly maxCaseload: number | null;
};

export const DEFAULT_CARE_INTERVALS: CareIntervals = {
  contactIntervalDays: { FRAIL: 90, COMPLEX: 30 },
  evaluationIntervalMonths: 6,
  planWithinDays: 42,
  referralFeedbackDays: 42,
  maxCaseload: null,
};

/** Whole numbers, both ends included. Ours: a day at least, and no longer than makes sense in a yearly rhythm. */
export const CARE_INTERVAL_RANGES = {
  contactIntervalDays: { min: 1, max: 365 },
  evaluationIntervalMonths: { min: 1, max: 24 },
  planWithinDays: { min: 1, max: 365 },
  referralFeedbackDays: { min: 1, max: 365 },
  maxCaseload: { min: 1, max: 500 },
} as const;
