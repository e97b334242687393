import { addDays, type Day, LETTER_WAVES, type LetterWave, partsOfDay, waveDays } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Round, RoundChange } from './round-types.ts';

export const ROUND_FIELDS = [
  'name',
  'referenceDate',
  'invitationOn',
  'reminder1On',
  'reminder2On',
  'returnBy',
] as const;
export type RoundField = (typeof ROUND_FIELDS)[number];
/** Text as typed; a day as 'YYYY-MM-DD', or empty while there is none. */
export type RoundValues = Readonly<Record<RoundField, string>>;

/** Weeks of four to answer in, as in the example of the HIS text. */
const RETURN_AFTER_DAYS = 28;

const FIELD_OF_WAVE = { INVITATION: 'invitationOn', REMINDER_1: 'reminder1On', REMINDER_2: 'reminder2On' } as const;

/** The day a wave is planned on. */
export const waveDayOf = (round: Round, wave: LetterWave): Day | null => round[FIELD_OF_WAVE[wave]];

type Days = Pick<RoundValues, 'invitationOn' | 'reminder1On' | 'reminder2On' | 'returnBy'>;

/** The days that follow from the day of the invitation. */
export function daysAfter(invitationOn: Day, reminderDays: readonly [number, number]): Days {
  const days = waveDays(invitationOn, reminderDays);
  const waves = Object.fromEntries(LETTER_WAVES.map((wave) => [FIELD_OF_WAVE[wave], days[wave]]));
  return { ...(waves as Omit<Days, 'returnBy'>), returnBy: addDays(invitationOn, RETURN_AFTER_DAYS) };
}

/** A round that could start today. */
export function proposedRound(today: Day, reminderDays: readonly [number, number]): RoundValues {
  const name = text('screeningRounds.proposedName', { year: partsOfDay(today).year });
  return { name, referenceDate: today, ...daysAfter(today, reminderDays) };
}

export function valuesOf(round: Round): RoundValues {
  const { name, referenceDate, returnBy, invitationOn, reminder1On, reminder2On } = round;
  return {
    name,
    referenceDate,
    returnBy,
    invitationOn: invitationOn ?? '',
    reminder1On: reminder1On ?? '',
    reminder2On: reminder2On ?? '',
  };
}

export const changedRoundFields = (before: RoundValues, after: RoundValues): readonly RoundField[] =>
  ROUND_FIELDS.filter((field) => before[field].trim() !== after[field].trim());

const MUST: readonly RoundField[] = ['referenceDate', 'returnBy'];

/** What has to be mended before it can be sent, by field. */
export function roundProblems(values: RoundValues, unreadable: readonly string[]): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (values.name.trim() === '') problems['name'] = text('screeningRounds.form.nameRequired');
  for (const field of MUST) if (values[field] === '') problems[field] = text('common.date.required');
  for (const field of unreadable) problems[field] = text('common.date.invalid');
  return problems;
}

const dayOrNull = (day: string): string | null => (day === '' ? null : day);

/** Everything, for a round that is new. */
export function newRoundBody(values: RoundValues) {
  return {
    name: values.name.trim(),
    referenceDate: values.referenceDate,
    returnBy: values.returnBy,
    invitationOn: dayOrNull(values.invitationOn),
    reminder1On: dayOrNull(values.reminder1On),
    reminder2On: dayOrNull(values.reminder2On),
  };
}

/** What changed only, so that nothing else can be overwritten. */
export function changedBody(values: RoundValues, fields: readonly RoundField[]): RoundChange {
  const all = newRoundBody(values);
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

export type MergedRound = {
  mine: RoundValues;
  theirs: RoundValues;
  values: RoundValues;
  differs: readonly RoundField[];
};

/** One's own words where one changed them, the other's where only she did. */
export function mergeRounds(base: RoundValues, mine: RoundValues, theirs: RoundValues): MergedRound {
  const own = changedRoundFields(base, mine);
  const values = Object.fromEntries(ROUND_FIELDS.map((field) => [field, (own.includes(field) ? mine : theirs)[field]]));
  return { mine, theirs, values: values as RoundValues, differs: changedRoundFields(base, theirs) };
}
