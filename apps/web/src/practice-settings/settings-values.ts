import {
  areReminderDays,
  CARE_INTERVAL_RANGES,
  CASE_MANAGED_PROFILES,
  CASE_MANAGER_ROLES,
  type CaseManagerRole,
  CUT_OFF_RANGES,
  IN_CARE_PROFILES,
  PROFILE_LABEL_LIMIT,
  PROFILES,
  REMINDER_DAY_RANGE,
  repeatedLabels,
  RESCREEN_MONTHS_RANGE,
  SECOND_ENTRY_SHARE_RANGE,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { PracticeSettings } from '../platform/practice-settings.ts';
import type { SettingsChange } from './update-settings.ts';

/** As the API points at them; the ids of the inputs. */
export const LABEL_FIELDS = ['profileLabels.ROBUST', 'profileLabels.FRAIL', 'profileLabels.COMPLEX'] as const;
export const CUT_OFF_FIELDS = ['cutOffs.imesa', 'cutOffs.gfi'] as const;
export const REMINDER_FIELDS = ['reminderDays.0', 'reminderDays.1'] as const;
export const ROUND_FIELDS = [
  'secondEntryBorders',
  'secondEntryShare',
  ...REMINDER_FIELDS,
  'rescreenIntervalMonths',
] as const;
const CONTACT_FIELDS = ['contactIntervalDays.FRAIL', 'contactIntervalDays.COMPLEX'] as const;
export const CARE_FIELDS = [
  ...CONTACT_FIELDS,
  'planWithinDays',
  'evaluationIntervalMonths',
  'referralFeedbackDays',
  'maxCaseload',
] as const;
/** Empty says: no interval, no limit. */
const MAY_BE_EMPTY: readonly string[] = [...CONTACT_FIELDS, 'maxCaseload'];
export const CASE_MANAGER_FIELDS = ['caseManagerRoles.FRAIL', 'caseManagerRoles.COMPLEX'] as const;
export const SETTINGS_FIELDS = [
  ...LABEL_FIELDS,
  ...CUT_OFF_FIELDS,
  ...ROUND_FIELDS,
  ...CARE_FIELDS,
  ...CASE_MANAGER_FIELDS,
  'gpOwnClientsOnly',
  'logNames',
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];
const SWITCHES: readonly SettingsField[] = ['secondEntryBorders', 'gpOwnClientsOnly', 'logNames'];
/** Text as typed; a switch is `yes` or `no`. */
export type SettingsValues = Readonly<Record<SettingsField, string>>;

/** What the fields that take a whole number may hold. */
export const NUMBER_RANGES = {
  'cutOffs.imesa': CUT_OFF_RANGES.imesa,
  'cutOffs.gfi': CUT_OFF_RANGES.gfi,
  secondEntryShare: SECOND_ENTRY_SHARE_RANGE,
  'reminderDays.0': REMINDER_DAY_RANGE,
  'reminderDays.1': REMINDER_DAY_RANGE,
  rescreenIntervalMonths: RESCREEN_MONTHS_RANGE,
  'contactIntervalDays.FRAIL': CARE_INTERVAL_RANGES.contactIntervalDays,
  'contactIntervalDays.COMPLEX': CARE_INTERVAL_RANGES.contactIntervalDays,
  planWithinDays: CARE_INTERVAL_RANGES.planWithinDays,
  evaluationIntervalMonths: CARE_INTERVAL_RANGES.evaluationIntervalMonths,
  referralFeedbackDays: CARE_INTERVAL_RANGES.referralFeedbackDays,
  maxCaseload: CARE_INTERVAL_RANGES.maxCaseload,
} as const satisfies Partial<Record<SettingsField, { min: number; max: number }>>;
export type NumberField = keyof typeof NUMBER_RANGES;
const NUMBER_FIELDS = Object.keys(NUMBER_RANGES) as NumberField[];

const shown = (value: number | null): string => (value === null ? '' : String(value));

export const valuesOf = ({ profileLabels, cutOffs, ...rounds }: PracticeSettings): SettingsValues => ({
  'profileLabels.ROBUST': profileLabels.ROBUST,
  'profileLabels.FRAIL': profileLabels.FRAIL,
  'profileLabels.COMPLEX': profileLabels.COMPLEX,
  'cutOffs.imesa': String(cutOffs.imesa),
  'cutOffs.gfi': String(cutOffs.gfi),
  secondEntryBorders: rounds.secondEntryBorders ? 'yes' : 'no',
  secondEntryShare: String(rounds.secondEntryShare),
  'reminderDays.0': String(rounds.reminderDays[0] ?? ''),
  'reminderDays.1': String(rounds.reminderDays[1] ?? ''),
  rescreenIntervalMonths: String(rounds.rescreenIntervalMonths),
  'contactIntervalDays.FRAIL': shown(rounds.contactIntervalDays.FRAIL),
  'contactIntervalDays.COMPLEX': shown(rounds.contactIntervalDays.COMPLEX),
  planWithinDays: String(rounds.planWithinDays),
  evaluationIntervalMonths: String(rounds.evaluationIntervalMonths),
  referralFeedbackDays: String(rounds.referralFeedbackDays),
  maxCaseload: shown(rounds.maxCaseload),
  logNames: rounds.logNames ? 'yes' : 'no',
  gpOwnClientsOnly: rounds.gpOwnClientsOnly ? 'yes' : 'no',
  'caseManagerRoles.FRAIL': rounds.caseManagerRoles.FRAIL,
  'caseManagerRoles.COMPLEX': rounds.caseManagerRoles.COMPLEX,
});

/** A value as people read it. */
export function shownValue(field: SettingsField, values: SettingsValues): string {
  if (SWITCHES.some((one) => one === field))
    return text(values[field] === 'yes' ? 'practiceSettings.rounds.yes' : 'practiceSettings.rounds.no');
  const role = CASE_MANAGER_ROLES.find((one) => one === values[field]);
  return role === undefined ? values[field] : text(`common.role.${role}`);
}

export const labelsOf = (values: SettingsValues): PracticeSettings['profileLabels'] => ({
  ROBUST: values['profileLabels.ROBUST'].trim(),
  FRAIL: values['profileLabels.FRAIL'].trim(),
  COMPLEX: values['profileLabels.COMPLEX'].trim(),
});

export const differs = (field: SettingsField, one: SettingsValues, other: SettingsValues): boolean =>
  one[field].trim() !== other[field].trim();

/** What was changed; nothing when all is as it was. Only for values without problems. */
export function changeOf(before: SettingsValues, now: SettingsValues): SettingsChange | undefined {
  const labels = PROFILES.filter((profile) => differs(`profileLabels.${profile}`, before, now));
  const cutOffs = (['imesa', 'gfi'] as const).filter((instrument) => differs(`cutOffs.${instrument}`, before, now));
  const rounds = { ...roundChange(before, now), ...careChange(before, now) };
  if (labels.length + cutOffs.length + Object.keys(rounds).length === 0) return undefined;
  return {
    ...rounds,
    ...(labels.length > 0 && {
      profileLabels: Object.fromEntries(labels.map((profile) => [profile, labelsOf(now)[profile]])),
    }),
    ...(cutOffs.length > 0 && {
      cutOffs: Object.fromEntries(cutOffs.map((instrument) => [instrument, Number(now[`cutOffs.${instrument}`])])),
    }),
  };
}

function roundChange(before: SettingsValues, now: SettingsValues): SettingsChange {
  const isChanged = (field: SettingsField): boolean => differs(field, before, now);
  return {
    ...(isChanged('secondEntryBorders') && { secondEntryBorders: now.secondEntryBorders === 'yes' }),
    ...(isChanged('secondEntryShare') && { secondEntryShare: Number(now.secondEntryShare) }),
    ...(REMINDER_FIELDS.some(isChanged) && { reminderDays: reminderDaysOf(now) }),
    ...(isChanged('logNames') && { logNames: now.logNames === 'yes' }),
    ...(isChanged('gpOwnClientsOnly') && { gpOwnClientsOnly: now.gpOwnClientsOnly === 'yes' }),
    ...(CASE_MANAGER_FIELDS.some(isChanged) && { caseManagerRoles: caseManagerRolesOf(now) }),
    ...(isChanged('rescreenIntervalMonths') && { rescreenIntervalMonths: Number(now.rescreenIntervalMonths) }),
  };
}

/** The number typed; null where nothing is: no interval, no limit. */
const orNone = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

function careChange(before: SettingsValues, now: SettingsValues): SettingsChange {
  const isChanged = (field: SettingsField): boolean => differs(field, before, now);
  const whole = (['planWithinDays', 'evaluationIntervalMonths', 'referralFeedbackDays'] as const).filter(isChanged);
  const profiles = IN_CARE_PROFILES.filter((profile) => isChanged(`contactIntervalDays.${profile}`));
  return {
    ...Object.fromEntries(whole.map((field) => [field, Number(now[field])])),
    ...(isChanged('maxCaseload') && { maxCaseload: orNone(now.maxCaseload) }),
    ...(profiles.length > 0 && {
      contactIntervalDays: Object.fromEntries(
        profiles.map((profile) => [profile, orNone(now[`contactIntervalDays.${profile}`])]),
      ),
    }),
  };
}

const caseManagerRolesOf = (values: SettingsValues): PracticeSettings['caseManagerRoles'] =>
  Object.fromEntries(
    CASE_MANAGED_PROFILES.map((profile) => [profile, values[`caseManagerRoles.${profile}`] as CaseManagerRole]),
  ) as PracticeSettings['caseManagerRoles'];

const reminderDaysOf = (values: SettingsValues): number[] => REMINDER_FIELDS.map((field) => Number(values[field]));

function labelProblem(label: string): string | undefined {
  if (label === '') return text('errors.REQUIRED');
  return [...label].length > PROFILE_LABEL_LIMIT ? text('errors.TOO_LONG', { max: PROFILE_LABEL_LIMIT }) : undefined;
}

function numberProblem(field: NumberField, typed: string): string | undefined {
  if (typed.trim() === '' && MAY_BE_EMPTY.includes(field)) return undefined;
  const range = NUMBER_RANGES[field];
  const isWhole = /^\d{1,3}$/.test(typed.trim());
  const number = Number(typed);
  return isWhole && number >= range.min && number <= range.max ? undefined : text('errors.OUT_OF_RANGE', range);
}

/** What must be mended before it can be saved, by field. */
export function settingsProblems(values: SettingsValues): Readonly<Record<string, string>> {
  const labels = labelsOf(values);
  const repeated = repeatedLabels(labels, [text('profiles.name.UNDETERMINED')]);
  const found: [SettingsField, string | undefined][] = [
    ...PROFILES.map((profile): [SettingsField, string | undefined] => [
      `profileLabels.${profile}`,
      labelProblem(labels[profile]) ?? (repeated.includes(profile) ? text('errors.LABEL_REPEATED') : undefined),
    ]),
    ...NUMBER_FIELDS.map((field): [SettingsField, string | undefined] => [field, numberProblem(field, values[field])]),
  ];
  const isOrdered =
    areReminderDays(reminderDaysOf(values)) || found.some(([field, problem]) => isReminder(field) && problem);
  if (!isOrdered) found.push(['reminderDays.1', text('errors.REMINDER_ORDER')]);
  return Object.fromEntries(found.filter((entry): entry is [SettingsField, string] => entry[1] !== undefined));
}

const isReminder = (field: SettingsField): boolean => REMINDER_FIELDS.some((one) => one === field);
