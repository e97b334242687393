import { addDays, compareDays, type Day } from '../calendar/day.ts';
import type { AssignmentFact, CareFacts, ContactFact, PlanFact } from './care-facts.ts';
import { type CareIntervals, IN_CARE_PROFILES, type InCareProfile } from './care-intervals.ts';

const RUNNING: readonly PlanFact['state'][] = ['ADOPTED', 'ACTIVE', 'EVALUATED'];

export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

type CareAssignment = AssignmentFact & { readonly profile: InCareProfile };

const isInCare = (one: AssignmentFact): one is CareAssignment => IN_CARE_PROFILES.some((code) => code === one.profile);

/** The current assignment when it is FRAIL or COMPLEX. */
export function careAssignment({ assignments }: Pick<CareFacts, 'assignments'>): CareAssignment | undefined {
  const current = assignments.at(-1);
  return current !== undefined && isInCare(current) ? current : undefined;
}

/** First day of the unbroken run of FRAIL and COMPLEX up to now; undefined when the profile is another. Source: domain.md 9. */
export function profileRunFrom(facts: Pick<CareFacts, 'assignments'>): Day | undefined {
  if (careAssignment(facts) === undefined) return undefined;
  const before = facts.assignments.findLastIndex((one) => !isInCare(one));
  return facts.assignments[before + 1]?.assignedOn;
}

/** Adopted, in progress or evaluated. */
export const isRunningPlan = ({ state }: PlanFact): boolean => RUNNING.includes(state);

/** Latest day first, then the latest recorded. */
function newest(contacts: readonly ContactFact[]): ContactFact | undefined {
  return contacts
    .toSorted((a, b) => compareDays(b.on, a.on) || Date.parse(b.recordedAt) - Date.parse(a.recordedAt))
    .at(0);
}

/**
 * Day on which a contact is due: the day that the newest contact names; else the last reached contact plus the interval of
 * the profile, but not before the profile was assigned; nobody reached yet: the assignment plus the interval. Undefined for
 * who is not FRAIL or COMPLEX, and where no interval is set and no day named. Source: domain.md 9, judged lists.
 */
export function contactDueOn(facts: CareFacts, { contactIntervalDays }: Pick<CareIntervals, 'contactIntervalDays'>) {
  const assignment = careAssignment(facts);
  if (assignment === undefined) return undefined;
  const named = newest(facts.contacts)?.nextOn ?? null;
  if (named !== null) return named;
  const interval = contactIntervalDays[assignment.profile];
  if (interval === null) return undefined;
  const reached = newest(facts.contacts.filter((contact) => contact.reached));
  if (reached === undefined) return addDays(assignment.assignedOn, interval);
  return laterDay(addDays(reached.on, interval), assignment.assignedOn);
}

/** Day on which a plan is due; undefined for who is not FRAIL or COMPLEX. Source: domain.md 9. */
export function planDueOn(
  facts: Pick<CareFacts, 'assignments'>,
  { planWithinDays }: Pick<CareIntervals, 'planWithinDays'>,
) {
  const from = profileRunFrom(facts);
  return from === undefined ? undefined : addDays(from, planWithinDays);
}

/** A plan that counts: discussed with the client, or running. */
export const hasPlan = ({ plans }: Pick<CareFacts, 'plans'>): boolean =>
  plans.some((plan) => plan.state === 'DISCUSSED' || isRunningPlan(plan));
