/** Gaps of the safety net. Source: `domain.md` 9. */
export const GAPS = [
  'NO_QUESTIONNAIRE', 'NO_PROFILE', 'NO_CASE_MANAGER', 'NO_PLAN', 'NO_NEXT_CONTACT', 'EVALUATION_OVERDUE',
  'GOAL_WITHOUT_ACTION', 'OWNER_GONE', 'SIGNAL_UNASSESSED',
] as const; // prettier-ignore
export type Gap = (typeof GAPS)[number];

const TODAY = `(ctx.now() AT TIME ZONE 'Europe/Amsterdam')::date`;
const IN_CARE = `c.status = 'ACTIVE' AND p.assigned_profile IN ('FRAIL', 'COMPLEX')`;

/** Day a contact is due in SQL, none for who is ROBUST: no contacts are kept yet, so the interval runs from the assignment. */
export const CONTACT_DUE_ON = `(p.assigned_on + CASE p.assigned_profile WHEN 'COMPLEX' THEN 30 WHEN 'FRAIL' THEN 90 END)`;

/** First day of the unbroken run of FRAIL and COMPLEX. */
const PROFILE_RUN = `(SELECT min(a.assigned_on) FROM care.profile_assignment a
  WHERE a.practice_id = ctx.practice_id() AND a.client_id = c.id AND NOT EXISTS (SELECT FROM care.profile_assignment b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = c.id AND b.profile = 'ROBUST'
      AND (b.assigned_at, b.id) >= (a.assigned_at, a.id)))`;

/** A gap as a condition on the client `c` with her profile row `p`. Days of grace are the defaults of `domain.md` 9. */
export const GAP_SQL: Readonly<Record<Gap, string>> = {
  NO_QUESTIONNAIRE: `(c.status = 'ACTIVE' AND (p.proposed_on IS NULL OR p.proposed_on + interval '15 months' < ctx.now()))`,
  NO_PROFILE: `(c.status = 'ACTIVE' AND p.assigned_profile IS NULL)`,
  NO_CASE_MANAGER: `(${IN_CARE} AND c.case_manager_id IS NULL)`,
  NO_PLAN: `(${IN_CARE} AND ${PROFILE_RUN} + 42 < ${TODAY})`,
  NO_NEXT_CONTACT: `(${IN_CARE} AND ${CONTACT_DUE_ON} + 14 < ${TODAY})`,
  // about plans, actions and signals, which nobody has yet
  EVALUATION_OVERDUE: 'false',
  GOAL_WITHOUT_ACTION: 'false',
  OWNER_GONE: 'false',
  SIGNAL_UNASSESSED: 'false',
};
