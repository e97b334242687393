import { compareDays, type Day } from '../calendar/day.ts';
import { normaliseIcpc } from './icpc.ts';

/** Characters and counts. Our limits. */
export const TREATMENT_PLAN_LIMITS = { problems: 40, problem: 200, policy: 1000, text: 4000 } as const;

export interface PlannedProblem {
  readonly icpc: string | null;
  readonly text: string;
  readonly policy: string | null;
}

export interface TreatmentPlanContent {
  readonly problems: readonly PlannedProblem[];
  readonly medicationPolicy: string | null;
  readonly lastMedicationReviewOn: Day | null;
  readonly nextMedicationReviewOn: Day | null;
  /** What GP and SO agreed on: who does what. */
  readonly agreements: string | null;
  /** What to watch for, and what then. */
  readonly signals: string | null;
  readonly discussedWithClientOn: Day | null;
  readonly reviewOn: Day | null;
}

export const EMPTY_TREATMENT_PLAN: TreatmentPlanContent = {
  problems: [],
  medicationPolicy: null,
  lastMedicationReviewOn: null,
  nextMedicationReviewOn: null,
  agreements: null,
  signals: null,
  discussedWithClientOn: null,
  reviewOn: null,
};

export type TreatmentPlanFault = readonly [field: string, code: 'INVALID_ICPC' | 'IN_FUTURE' | 'BEFORE_START'];

/** What is wrong with a plan; `field` is a dotted path (`problems.0.icpc`). Source: `domain.md` 8, limits ours. */
export function treatmentPlanFaults(plan: TreatmentPlanContent, today: Day): TreatmentPlanFault[] {
  const { lastMedicationReviewOn: last, nextMedicationReviewOn: next, discussedWithClientOn: discussed } = plan;
  const codes = plan.problems.flatMap(({ icpc }, index): TreatmentPlanFault[] =>
    icpc === null || icpc.trim() === '' || normaliseIcpc(icpc) !== undefined
      ? []
      : [[`problems.${index}.icpc`, 'INVALID_ICPC']],
  );
  const days: (TreatmentPlanFault | false)[] = [
    last !== null && compareDays(last, today) > 0 && ['lastMedicationReviewOn', 'IN_FUTURE'],
    last !== null && next !== null && compareDays(next, last) <= 0 && ['nextMedicationReviewOn', 'BEFORE_START'],
    discussed !== null && compareDays(discussed, today) > 0 && ['discussedWithClientOn', 'IN_FUTURE'],
  ];
  return [...codes, ...days.filter((fault) => fault !== false)];
}

/** Whether a day one planned to look again has come; from the day itself. */
export const isReviewDue = (reviewOn: Day | null, today: Day): boolean =>
  reviewOn !== null && compareDays(reviewOn, today) <= 0;
