/** Six themes to talk about in time, published for people with dementia. Source: `domain.md` 8. */
export const CARE_PLANNING_THEMES = [
  'DAILY_JOY', 'DAILY_CARE', 'MEDICAL_TREATMENT', 'ILLNESS_AND_END_OF_LIFE', 'MONEY_AND_LAW', 'HOME_AND_NETWORK',
] as const; // prettier-ignore
export type CarePlanningTheme = (typeof CARE_PLANNING_THEMES)[number];

/** Characters. Our limits; a note is short. */
export const CARE_PLANNING_LIMITS = { participants: 200, wishes: 2000, note: 1000 } as const;
