import type { Day } from '../calendar/day.ts';
import type { Role } from '../access/roles.ts';

/** What somebody noticed about a client. Source: domain.md 9 (its table of types, in its order). */
export const SIGNAL_TYPES = [
  'GUT_FEELING',
  'MORE_CONSULTATIONS',
  'MISSED_APPOINTMENTS',
  'HOSPITAL_ADMISSION',
  'HOSPITAL_DISCHARGE',
  'WORRIED_CARER',
  'IS_CARER',
  'CARER_OVERLOAD',
  'LONELINESS',
  'FINANCIAL_WORRIES',
  'CLIENT_REMARK',
  'LIFE_EVENT',
  'MANY_PROVIDERS',
  'POLYPHARMACY',
  'CHRONIC_DISEASE',
  'LOW_LITERACY',
  'CARE_AVOIDANCE',
  'FALL',
  'WEIGHT_LOSS',
  'MEMORY',
  'PARTNER_DIED',
  'OTHER',
] as const;
export type SignalType = (typeof SIGNAL_TYPES)[number];

export const SIGNAL_URGENCIES = ['NORMAL', 'URGENT'] as const;
export type SignalUrgency = (typeof SIGNAL_URGENCIES)[number];

export const SIGNAL_STATES = ['NEW', 'ASSESSED', 'ON_AGENDA', 'CLOSED'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** Most characters. Source: domain.md 9 for the text; the others are ours. */
export const SIGNAL_LIMITS = { text: 300, source: 100, verdict: 500, outcome: 500, reason: 300 } as const;

/** A type that says too little without words. Source: domain.md 9. */
export function signalNeedsText(type: SignalType): boolean {
  return type === 'OTHER' || type === 'CLIENT_REMARK';
}

/** Who judges a signal, puts it on the agenda and closes it. Source: domain.md 9, table. */
const ASSESSORS: readonly Role[] = [
  'GP',
  'ELDERLY_CARE_PHYSICIAN',
  'DISTRICT_NURSE',
  'ELDERLY_ADVISER',
  'PRACTICE_NURSE',
];

/** Whether this person may judge; that she may reach the signal at all is decided before. */
export function mayAssessSignal({ role, isCaseManager }: { role: Role; isCaseManager: boolean }): boolean {
  return isCaseManager || ASSESSORS.includes(role);
}

/** What a step needs to be taken, in the order in which it is asked. */
export type SignalNeed = 'verdict' | 'reason' | 'outcome';

/** The steps of docs/state-machines/signal.md with what each needs. */
const STEPS: Readonly<Record<SignalState, Partial<Record<SignalState, readonly SignalNeed[]>>>> = {
  NEW: { ASSESSED: ['verdict'], ON_AGENDA: [], CLOSED: ['outcome'] },
  ASSESSED: { ON_AGENDA: [], CLOSED: ['outcome'] },
  ON_AGENDA: { ASSESSED: ['verdict', 'reason'], CLOSED: ['outcome'] },
  CLOSED: { ASSESSED: ['verdict', 'reason'] },
};

/** What the step from one state to another needs, or undefined where there is no such step. Source: domain.md 9. */
export function signalStepNeeds(from: SignalState, to: SignalState): readonly SignalNeed[] | undefined {
  return STEPS[from][to];
}

/** Whether a verdict may be given or put in other words without a step: not in NEW, where giving it is the step, nor when closed. */
export function takesVerdictWithoutStep(state: SignalState): boolean {
  return state === 'ASSESSED' || state === 'ON_AGENDA';
}

/** Still to be judged: not closed, and without verdict. Source: domain.md 9, SIGNAL_NEW. */
export function awaitsVerdict({ state, verdict }: { state: SignalState; verdict: string | null }): boolean {
  return state !== 'CLOSED' && verdict === null;
}

/** Whether the day it was seen can be: today or earlier. */
export function isSignalDay(on: Day, today: Day): boolean {
  return on <= today;
}
