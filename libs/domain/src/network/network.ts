import { compareDays, type Day } from '../calendar/day.ts';

/** Codes of one tie of a social network. Source: `domain.md` 11.4; how often and strain are ours. */
export const TIE_FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'LESS'] as const;
export const TIE_SUPPORTS = ['PRACTICAL', 'EMOTIONAL', 'COMPANY', 'ADVICE'] as const;
export const TIE_WISHES = ['MORE', 'SAME', 'LESS'] as const;
export const TIE_STRAINS = ['NONE', 'SOME', 'HEAVY'] as const;
/** 1 nearest to the client, 3 furthest away. */
export const CLOSENESS = { min: 1, max: 3 } as const;
export const NETWORK_LIMITS = {
  ties: 40,
  name: 120,
  relation: 60,
  comment: 300,
  coach: 120,
  evaluation: 1000,
} as const;

/**
 * The ten steps of a network coach in three phases; wording of the sister manual „Een sterk sociaal netwerk!”.
 * Source: `domain.md` 11.4.
 */
export const COACHING_PHASES = [
  { phase: 'ORIENT', steps: [1, 2, 3] },
  { phase: 'THINK', steps: [4, 5, 6] },
  { phase: 'ACT', steps: [7, 8, 9, 10] },
] as const;
export const COACHING_STEPS = COACHING_PHASES.flatMap(({ steps }) => [...steps]);
export type CoachingStep = (typeof COACHING_STEPS)[number];

export interface CoachingStepState {
  readonly step: number;
  readonly doneOn: Day | null;
  readonly skipped: boolean;
}

export interface Coaching {
  readonly coach: string | null;
  readonly startedOn: Day;
  /** In the order in which the client takes them. */
  readonly steps: readonly CoachingStepState[];
  readonly evaluation: string | null;
}

export type NetworkFault = readonly [field: string, code: 'IN_FUTURE' | 'BEFORE_START' | 'INVALID_VALUE'];

/** All ten in their own order, none taken. */
export const freshSteps = (): CoachingStepState[] =>
  COACHING_STEPS.map((step) => ({ step, doneOn: null, skipped: false }));

/** The step that comes next: the first that is neither done nor skipped; undefined when there is none left. */
export const nextStep = (steps: readonly CoachingStepState[]): CoachingStepState | undefined =>
  steps.find(({ doneOn, skipped }) => doneOn === null && !skipped);

/** What is wrong with a network drawn on `drawnOn`; dotted paths. Every step stands in the list once, done or skipped but not both. */
export function networkFaults(
  { drawnOn, coaching }: { drawnOn: Day | null; coaching: Coaching | null },
  today: Day,
): NetworkFault[] {
  const drawn: NetworkFault[] = drawnOn !== null && compareDays(drawnOn, today) > 0 ? [['drawnOn', 'IN_FUTURE']] : [];
  if (coaching === null) return drawn;
  const { startedOn, steps } = coaching;
  const sorted = steps.map(({ step }) => step).toSorted((a, b) => a - b);
  const isWhole =
    sorted.length === COACHING_STEPS.length && COACHING_STEPS.every((step, index) => sorted[index] === step);
  return [
    ...drawn,
    ...(compareDays(startedOn, today) > 0 ? [['coaching.startedOn', 'IN_FUTURE'] as const] : []),
    ...(isWhole ? [] : [['coaching.steps', 'INVALID_VALUE'] as const]),
    ...steps.flatMap((step, index) => stepFaults(step, `coaching.steps.${index}`, startedOn, today)),
  ];
}

function stepFaults({ doneOn, skipped }: CoachingStepState, path: string, startedOn: Day, today: Day): NetworkFault[] {
  if (doneOn === null) return [];
  if (skipped) return [[`${path}.skipped`, 'INVALID_VALUE']];
  if (compareDays(doneOn, today) > 0) return [[`${path}.doneOn`, 'IN_FUTURE']];
  return compareDays(doneOn, startedOn) < 0 ? [[`${path}.doneOn`, 'BEFORE_START']] : [];
}
