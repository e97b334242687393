import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { awaitsFeedback } from '../referrals/referral.ts';
import { careAssignment, contactDueOn, hasPlan, isRunningPlan, planDueOn } from './care-days.ts';
import type { CareFacts } from './care-facts.ts';
import type { CareIntervals } from './care-intervals.ts';

/** Why a client stands on Vandaag and in the caseload, in the order of the table. Source: domain.md 9, due reasons. */
export const DUE_CODES = [
  'CONTACT_DUE',
  'EVALUATION_DUE',
  'GOAL_DATE',
  'GOAL_YEAR',
  'ACTION_DUE',
  'SIGNAL_NEW',
  'NEW_PROFILE',
  'PLAN_DUE',
  'REFERRAL_SILENT',
  'HANDOVER_WAITING',
] as const;
export type DueCode = (typeof DUE_CODES)[number];

/** Also for who is admitted; all other reasons are about clients with status ACTIVE. */
const ALSO_ADMITTED: readonly DueCode[] = ['ACTION_DUE', 'SIGNAL_NEW'];

/** Days after `since` that may pass before a thing is late. */
const LATE_AFTER = { NEW_PROFILE: 14, SIGNAL_NEW: 7, HANDOVER_WAITING: 2 } as const;
const DAYS_TO_FIRST_ANNIVERSARY = 365;

export type DueReason = {
  readonly code: DueCode;
  /** Of several things with one reason the oldest. */
  readonly since: Day;
  readonly overdue: boolean;
  /** today − since − late after, of several things the most; 0 or less while nothing is late. */
  readonly daysOverdue: number;
};

/** One thing that asks for work. */
type Thing = { readonly since: Day; readonly lateAfter: number };
type Rule = (facts: CareFacts, intervals: CareIntervals, today: Day) => readonly Thing[];

/** The days of these that are there and not after `today`, as things that are late from the next day on. */
const arrived = (days: readonly (Day | null | undefined)[], today: Day): readonly Thing[] =>
  days.flatMap((day) => (day !== null && day !== undefined && day <= today ? [{ since: day, lateAfter: 0 }] : []));

const openGoals = ({ plans }: CareFacts) =>
  plans.filter(isRunningPlan).flatMap(({ goals }) => goals.filter(({ state }) => state === 'OPEN'));

/** FRAIL or COMPLEX, other than before, and nobody spoke to her since. */
const newProfile: Rule = (facts) => {
  const current = careAssignment(facts);
  const isNew = current !== undefined && facts.assignments.at(-2)?.profile !== current.profile;
  if (!isNew || !facts.seesCare) return [];
  const isSpokenTo = facts.contacts.some(({ reached, on }) => reached && on >= current.assignedOn);
  return isSpokenTo ? [] : [{ since: current.assignedOn, lateAfter: LATE_AFTER.NEW_PROFILE }];
};

const RULES: Readonly<Record<DueCode, Rule>> = {
  CONTACT_DUE: (facts, intervals, today) => arrived(facts.seesCare ? [contactDueOn(facts, intervals)] : [], today),
  EVALUATION_DUE: ({ plans }, _, today) =>
    arrived(plans.filter(isRunningPlan).map(({ nextEvaluationOn }) => nextEvaluationOn), today), // prettier-ignore
  GOAL_DATE: (facts, _, today) => arrived(openGoals(facts).map(({ targetDate }) => targetDate), today), // prettier-ignore
  GOAL_YEAR: (facts, _, today) =>
    arrived(
      openGoals(facts).map(({ baselineOn }) => baselineOn && addDays(baselineOn, DAYS_TO_FIRST_ANNIVERSARY)),
      today,
    ),
  ACTION_DUE: ({ actions }, _, today) =>
    arrived(actions.filter(({ state }) => state === 'OPEN').map(({ dueOn }) => dueOn), today), // prettier-ignore
  SIGNAL_NEW: ({ signals }) =>
    signals
      .filter(({ isClosed, hasVerdict }) => !isClosed && !hasVerdict)
      .map(({ recordedOn, urgent }) => ({ since: recordedOn, lateAfter: urgent ? 0 : LATE_AFTER.SIGNAL_NEW })),
  NEW_PROFILE: newProfile,
  PLAN_DUE: (facts, intervals, today) =>
    arrived(facts.seesCare && !hasPlan(facts) ? [planDueOn(facts, intervals)] : [], today),
  REFERRAL_SILENT: ({ referrals }, _, today) =>
    arrived(
      referrals.filter(({ state }) => awaitsFeedback(state)).map(({ dueOn }) => dueOn && addDays(dueOn, 1)),
      today,
    ),
  HANDOVER_WAITING: ({ handoversProposedOn }) =>
    handoversProposedOn.map((since) => ({ since, lateAfter: LATE_AFTER.HANDOVER_WAITING })),
};

function holdsFor(status: CareFacts['status'], code: DueCode): boolean {
  return status === 'ACTIVE' || (status === 'ADMITTED' && ALSO_ADMITTED.includes(code));
}

function reasonOf(code: DueCode, things: readonly Thing[], today: Day): DueReason[] {
  const [first] = things.map(({ since }) => since).toSorted();
  if (first === undefined) return [];
  const daysOverdue = Math.max(...things.map(({ since, lateAfter }) => daysBetween(since, today) - lateAfter));
  return [{ code, since: first, overdue: daysOverdue > 0, daysOverdue }];
}

/**
 * What is due for one client on `today`, in the order of the table. Of several things with one reason `since` is that of the
 * oldest, and the days overdue are the most of all: an urgent signal of yesterday is late although an older one is not.
 * Source: domain.md 9, due reasons.
 */
export function dueReasons(facts: CareFacts, intervals: CareIntervals, today: Day): readonly DueReason[] {
  return DUE_CODES.filter((code) => holdsFor(facts.status, code)).flatMap((code) =>
    reasonOf(code, RULES[code](facts, intervals, today), today),
  );
}

/** Most days overdue of all reasons, for `comparePriority`; null without a reason. */
export const mostDaysOverdue = (reasons: readonly DueReason[]): number | null =>
  reasons.length === 0 ? null : Math.max(...reasons.map(({ daysOverdue }) => daysOverdue));
