import { addDays, addWorkingDays, type Day } from '../calendar/day.ts';
import type { SignalType, SignalUrgency } from './signal.ts';

/** The rules by which a signal has consequences; a practice can switch each of them off. Source: domain.md 9. */
export const SIGNAL_RULES = [
  'CONTACT_AFTER_HOSPITAL',
  'CONTACT_AFTER_LOSS',
  'CARER_TALK',
  'URGENT_TO_AGENDA',
  'REPEATED_TO_AGENDA',
] as const;
export type SignalRule = (typeof SIGNAL_RULES)[number];

/** Rules that make a task. */
export type TaskRule = 'CONTACT_AFTER_HOSPITAL' | 'CONTACT_AFTER_LOSS' | 'CARER_TALK';

/** Working days from recording within which somebody calls after hospital. Source: domain.md 9. */
export const HOSPITAL_WORKING_DAYS = 5;
/** Days from recording for the contact after a loss, and for the talk with a carer. Source: domain.md 9. */
export const LOSS_DAYS = 14;
export const CARER_TALK_DAYS = 14;
/** An earlier signal counts when it was seen at most this many days before. Source: domain.md 9. */
export const REPEATED_WITHIN_DAYS = 30;

export interface SignalConsequences {
  /** Tasks to make, each with the rule that asks for it and its day. */
  readonly tasks: readonly { readonly rule: TaskRule; readonly dueOn: Day }[];
  /** The rule that puts it on the agenda and suggests an interim questionnaire; urgency comes before repetition. */
  readonly agenda: 'URGENT_TO_AGENDA' | 'REPEATED_TO_AGENDA' | null;
}

/**
 * What the rules of the practice make of a new signal. `earlierOn`: the days on which the signals were seen that were recorded
 * before it. Days of grace count from the day of recording; repetition counts from the day it was seen, that day included: a
 * signal seen later than this one is not an earlier one. Source: domain.md 9, signal rules.
 */
export function signalConsequences(
  signal: { readonly type: SignalType; readonly urgency: SignalUrgency; readonly on: Day },
  earlierOn: readonly Day[],
  recordedOn: Day,
  off: readonly SignalRule[] = [],
): SignalConsequences {
  const isOn = (rule: SignalRule): boolean => !off.includes(rule);
  const rule = TASK_RULE[signal.type];
  const task = rule !== undefined && isOn(rule) ? [{ rule, dueOn: taskDueOn(rule, recordedOn) }] : [];
  const repeated = earlierOn.some((day) => isRepeatedBy(day, signal.on));
  const isUrgent = signal.urgency === 'URGENT' && isOn('URGENT_TO_AGENDA');
  const agenda = isUrgent ? 'URGENT_TO_AGENDA' : repeated && isOn('REPEATED_TO_AGENDA') ? 'REPEATED_TO_AGENDA' : null;
  return { tasks: task, agenda };
}

const isRepeatedBy = (earlier: Day, on: Day): boolean => earlier <= on && earlier >= addDays(on, -REPEATED_WITHIN_DAYS);

const TASK_RULE: Partial<Record<SignalType, TaskRule>> = {
  HOSPITAL_ADMISSION: 'CONTACT_AFTER_HOSPITAL',
  HOSPITAL_DISCHARGE: 'CONTACT_AFTER_HOSPITAL',
  PARTNER_DIED: 'CONTACT_AFTER_LOSS',
  CARER_OVERLOAD: 'CARER_TALK',
};

function taskDueOn(rule: TaskRule, recordedOn: Day): Day {
  if (rule === 'CONTACT_AFTER_HOSPITAL') return addWorkingDays(recordedOn, HOSPITAL_WORKING_DAYS);
  return addDays(recordedOn, rule === 'CARER_TALK' ? CARER_TALK_DAYS : LOSS_DAYS);
}
