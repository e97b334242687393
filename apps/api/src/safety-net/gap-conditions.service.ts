import { LIVE_DAYS_AFTER_RETURN, LIVE_STATES, MINIMUM_AGE, OUTDATED_AFTER_MONTHS, type Gap } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { sharedSql } from '../platform/access/seen-sql.ts';

/** Asked once per statement: without the SELECT the function runs for every client. */
const TODAY = `(SELECT (ctx.now() AT TIME ZONE 'Europe/Amsterdam')::date)`;
const IN_CARE = `c.status = 'ACTIVE' AND p.assigned_profile IN ('FRAIL', 'COMPLEX')`;

/** Whole years as the law counts them: `age` lets who was born on 29 February grow a year older on 1 March. */
const ELIGIBLE = `c.status = 'ACTIVE' AND c.lives_at_home AND c.do_not_invite_on IS NULL
  AND extract(year FROM age(${TODAY}, c.birth_date)) >= ${MINIMUM_AGE}`;

/**
 * In other words than `isLiveInvitation` of the domain, which a test keeps equal. A set that is made once: a join would be
 * planned on statistics that are not there yet when thousands have just been invited.
 */
const NO_LIVE_INVITATION = `c.id NOT IN (SELECT i.client_id FROM care.screening_invitation i
  JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
  WHERE i.practice_id = ctx.practice_id() AND r.practice_id = ctx.practice_id() AND r.state = 'OPEN'
    AND i.state IN (${LIVE_STATES.map((state) => `'${state}'`).join(', ')}) AND ${TODAY} <= r.return_by + ${LIVE_DAYS_AFTER_RETURN})`;

/** Through this day the last valid response holds; months are clamped to the end of theirs. */
const HOLDS_UNTIL = `(p.proposed_on + (SELECT make_interval(months => rescreen_interval_months + ${OUTDATED_AFTER_MONTHS})
  FROM care.practice WHERE id = ctx.practice_id()))::date`;

/** Whether profiles of this client are shared with the organisation of the person at hand: else nothing is known of them. */
const PROFILE_SEEN = sharedSql('c', 'c.id', 3);

const BIRTHDAY = `(c.birth_date + interval '${MINIMUM_AGE} years')::date`;
/** The later of the day somebody became old enough, 1 March for 29 February, and the day she was registered. */
const IN_VIEW_SINCE = `greatest(${BIRTHDAY} + CASE WHEN extract(day FROM ${BIRTHDAY}) <> extract(day FROM c.birth_date) THEN 1 ELSE 0 END,
  (c.created_at AT TIME ZONE 'Europe/Amsterdam')::date)`;

/** Day a contact is due in SQL, none for who is ROBUST: no contacts are kept yet, so the interval runs from the assignment. */
export const CONTACT_DUE_ON = `(p.assigned_on + CASE p.assigned_profile WHEN 'COMPLEX' THEN 30 WHEN 'FRAIL' THEN 90 END)`;

/** First day of the unbroken run of FRAIL and COMPLEX. */
const PROFILE_RUN = `(SELECT min(a.assigned_on) FROM care.profile_assignment a
  WHERE a.practice_id = ctx.practice_id() AND a.client_id = c.id AND NOT EXISTS (SELECT FROM care.profile_assignment b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = c.id AND b.profile = 'ROBUST'
      AND (b.assigned_at, b.id) >= (a.assigned_at, a.id)))`;

/** Named and still working here; an ouderenadviseur is named only as long as she may see the client. */
const NO_CASE_MANAGER = `NOT EXISTS (SELECT FROM care.membership m
  WHERE m.practice_id = ctx.practice_id() AND m.id = ${caseManagerSql('c')} AND m.valid @> now())`;

/** Day after the last day of the last case manager. */
const CASE_MANAGER_GONE = `(SELECT max((least(upper(t.active), upper(m.valid)) AT TIME ZONE 'Europe/Amsterdam')::date) + 1
  FROM care.team_member t JOIN care.membership m ON m.practice_id = t.practice_id AND m.id = t.user_id
  WHERE t.practice_id = ctx.practice_id() AND t.client_id = c.id AND t.reason = 'CASE_MANAGER')`;

/** A gap as a condition on the client `c` with her profile row `p`. Days of grace are the defaults of `domain.md` 9. */
export const GAP_SQL: Readonly<Record<Gap, string>> = {
  NO_QUESTIONNAIRE: `(${ELIGIBLE} AND ${PROFILE_SEEN} AND coalesce(${HOLDS_UNTIL} < ${TODAY}, true) AND ${NO_LIVE_INVITATION})`,
  NO_PROFILE: `(${ELIGIBLE} AND ${PROFILE_SEEN} AND p.assigned_profile IS NULL AND ${NO_LIVE_INVITATION})`,
  NO_CASE_MANAGER: `(${IN_CARE} AND ${NO_CASE_MANAGER})`,
  NO_PLAN: `(${IN_CARE} AND ${PROFILE_RUN} + 42 < ${TODAY})`,
  NO_NEXT_CONTACT: `(${IN_CARE} AND ${CONTACT_DUE_ON} + 14 < ${TODAY})`,
  // about plans, actions and signals, which nobody has yet
  EVALUATION_OVERDUE: 'false',
  GOAL_WITHOUT_ACTION: 'false',
  OWNER_GONE: 'false',
  SIGNAL_UNASSESSED: 'false',
};

/** The gaps that the safety net shows; the others wait for the plans and contacts they are about. */
export const SHOWN_GAPS = ['NO_QUESTIONNAIRE', 'NO_PROFILE', 'NO_CASE_MANAGER'] as const satisfies readonly Gap[];
export type ShownGap = (typeof SHOWN_GAPS)[number];

/** The day from which a gap holds. */
export const GAP_SINCE: Readonly<Record<ShownGap, string>> = {
  NO_QUESTIONNAIRE: `coalesce(${HOLDS_UNTIL} + 1, ${IN_VIEW_SINCE})`,
  NO_PROFILE: IN_VIEW_SINCE,
  NO_CASE_MANAGER: `greatest(${PROFILE_RUN}, ${CASE_MANAGER_GONE})`,
};
