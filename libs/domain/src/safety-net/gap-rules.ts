import { addDays, addMonths, type Day, dayOf, partsOfDay } from '../calendar/day.ts';
import { contactDueOn, hasPlan, isRunningPlan, laterDay, planDueOn, profileRunFrom } from '../caseload/care-days.ts';
import type { GapFacts, GoalFact, PlanFact } from '../caseload/care-facts.ts';
import type { CareIntervals } from '../caseload/care-intervals.ts';
import { isEligible, MINIMUM_AGE } from '../eligibility/eligibility.ts';
import { type Gap, GAPS, OUTDATED_AFTER_MONTHS } from './gaps.ts';

export type GapIntervals = CareIntervals & { readonly rescreenIntervalMonths: number };
export type FoundGap = { readonly code: Gap; readonly since: Day };

/** Days after the contact due day that the safety net waits. */
const CONTACT_GRACE_DAYS = 14;
/** Days that a signal may stand without a verdict. */
const SIGNAL_GRACE_DAYS = 7;
/** Also for who is admitted; all other gaps are about clients with status ACTIVE. */
const ALSO_ADMITTED: readonly Gap[] = ['OWNER_GONE', 'SIGNAL_UNASSESSED'];

/** The first day from which a gap holds, or undefined where there is none. */
type Rule = (facts: GapFacts, intervals: GapIntervals, today: Day) => Day | undefined;

const oldest = (days: readonly Day[]): Day | undefined => days.toSorted()[0];
const latest = (days: readonly (Day | null)[]): Day | undefined =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);

/** The day somebody legally becomes so old; born on 29 February it is 1 March where the year has none. */
function birthdayOf(birthDate: Day, years: number): Day {
  const { year, month, dayOfMonth } = partsOfDay(birthDate);
  return dayOf(year + years, month, dayOfMonth) ?? addDays(`${year + years}-02-28`, 1);
}

const inViewSince = ({ birthDate, registeredOn }: GapFacts): Day =>
  laterDay(birthdayOf(birthDate, MINIMUM_AGE), registeredOn);

const isWaitedFor = (facts: GapFacts, today: Day): boolean =>
  facts.seesProfile && isEligible(facts, today) && !facts.hasLiveInvitation;

const noQuestionnaire: Rule = (facts, { rescreenIntervalMonths }, today) => {
  if (!isWaitedFor(facts, today)) return undefined;
  if (facts.answeredOn === null) return inViewSince(facts);
  const holdsUntil = addMonths(facts.answeredOn, rescreenIntervalMonths + OUTDATED_AFTER_MONTHS);
  return holdsUntil < today ? addDays(holdsUntil, 1) : undefined;
};

const noCaseManager: Rule = (facts) => {
  const from = profileRunFrom(facts);
  if (from === undefined || facts.hasCaseManager) return undefined;
  return facts.caseManagerLeftOn === null ? from : laterDay(from, addDays(facts.caseManagerLeftOn, 1));
};

const noNextContact: Rule = (facts, intervals, today) => {
  const due = facts.seesCare ? contactDueOn(facts, intervals) : undefined;
  const since = due && addDays(due, CONTACT_GRACE_DAYS + 1);
  return since !== undefined && since <= today ? since : undefined;
};

const noPlan: Rule = (facts, intervals, today) => {
  const due = facts.seesCare && !hasPlan(facts) ? planDueOn(facts, intervals) : undefined;
  return due !== undefined && due < today ? addDays(due, 1) : undefined;
};

function goalWithoutAction({ firstEditionOn }: PlanFact, { state, madeOn, actions }: GoalFact): Day[] {
  const isServed = actions.some((action) => action.state !== 'CANCELLED');
  const since = latest([madeOn, firstEditionOn, ...actions.map(({ cancelledOn }) => cancelledOn)]);
  return state === 'OPEN' && !isServed && since !== undefined ? [since] : [];
}

const RULES: Readonly<Record<Gap, Rule>> = {
  NO_QUESTIONNAIRE: noQuestionnaire,
  NO_PROFILE: (facts, _, today) =>
    isWaitedFor(facts, today) && facts.assignments.length === 0 ? inViewSince(facts) : undefined,
  NO_CASE_MANAGER: noCaseManager,
  NO_PLAN: noPlan,
  NO_NEXT_CONTACT: noNextContact,
  EVALUATION_OVERDUE: ({ plans }, _, today) =>
    oldest(
      plans.filter(isRunningPlan).flatMap(({ nextEvaluationOn: on }) => (on && on < today ? [addDays(on, 1)] : [])),
    ),
  GOAL_WITHOUT_ACTION: ({ plans }) =>
    oldest(
      plans
        .filter(({ state }) => state === 'ADOPTED' || state === 'ACTIVE')
        .flatMap((plan) => plan.goals.flatMap((goal) => goalWithoutAction(plan, goal))),
    ),
  OWNER_GONE: ({ actions }) =>
    oldest(
      actions.flatMap(({ state, ownerLeftOn }) => (state === 'OPEN' && ownerLeftOn ? [addDays(ownerLeftOn, 1)] : [])),
    ),
  SIGNAL_UNASSESSED: ({ signals }, _, today) =>
    oldest(
      signals
        .filter(({ isClosed, hasVerdict }) => !isClosed && !hasVerdict)
        .map(({ recordedOn }) => addDays(recordedOn, SIGNAL_GRACE_DAYS + 1))
        .filter((since) => since <= today),
    ),
};

/**
 * The gaps of one client on `today`, in the order of the table; of several things with one gap the oldest day. Explanations
 * are another matter: they set a gap apart, and do not end it. Source: domain.md 9, safety net.
 */
export function gapsOf(facts: GapFacts, intervals: GapIntervals, today: Day): readonly FoundGap[] {
  return GAPS.filter(
    (code) => facts.status === 'ACTIVE' || (facts.status === 'ADMITTED' && ALSO_ADMITTED.includes(code)),
  ).flatMap((code) => {
    const since = RULES[code](facts, intervals, today);
    return since === undefined ? [] : [{ code, since }];
  });
}
