import { type PlannedProblem, type TreatmentPlanContent, treatmentPlanFaults } from '@samenoud/domain';
import { formatDutchDay, isDay } from '@samenoud/domain';
import { findErrorText, text } from '@samenoud/texts';
import type { TreatmentPlan } from './treatment-plan-queries.ts';

export const PLAN_FIELDS = [
  'problems', 'medicationPolicy', 'lastMedicationReviewOn', 'nextMedicationReviewOn', 'agreements', 'signals', 'discussedWithClientOn',
  'reviewOn',
] as const; // prettier-ignore
export type PlanField = (typeof PLAN_FIELDS)[number];

export const EMPTY_PROBLEM: PlannedProblem = { icpc: null, text: '', policy: null };

/** What the form works on, of what the server answers. */
export const contentOfPlan = (plan: Omit<TreatmentPlan, 'id'>): TreatmentPlanContent =>
  Object.fromEntries(PLAN_FIELDS.map((field) => [field, plan[field]])) as unknown as TreatmentPlanContent;

/** Sentences at the field, by the rule that the server holds too. */
export function planFaults(content: TreatmentPlanContent, today: string): Record<string, string> {
  const blank = content.problems.flatMap(({ text: words }, index) =>
    words.trim() === '' ? [[`problems.${index}.text`, text('treatmentPlans.problem.required')]] : [],
  );
  const faults = treatmentPlanFaults(content, today).map(([field, code]) => [field, findErrorText(code) ?? code]);
  return Object.fromEntries([...blank, ...faults]) as Record<string, string>;
}

const problemWords = ({ icpc, text: words, policy }: PlannedProblem): string =>
  [[icpc, words].filter(Boolean).join(' '), policy].filter(Boolean).join(': ');

/** A value of the plan as people read it; empty where there is none. */
export function planWords(value: unknown): string {
  if (Array.isArray(value)) return (value as PlannedProblem[]).map(problemWords).join('\n');
  if (typeof value !== 'string') return '';
  return isDay(value) ? formatDutchDay(value) : value;
}

export interface FieldChange {
  readonly field: PlanField;
  readonly before: string;
  readonly after: string;
}

/** What became different between two versions, field by field. */
export function planChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return PLAN_FIELDS.map((field) => ({
    field,
    before: planWords(before[field]),
    after: planWords(after[field]),
  })).filter((change) => change.before !== change.after);
}
