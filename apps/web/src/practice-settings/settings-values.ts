import { CUT_OFF_RANGES, type InstrumentId, PROFILE_LABEL_LIMIT, PROFILES, repeatedLabels } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { PracticeSettings } from '../platform/practice-settings.ts';
import type { SettingsChange } from './update-settings.ts';

/** As the API points at them; the ids of the inputs. */
export const LABEL_FIELDS = ['profileLabels.ROBUST', 'profileLabels.FRAIL', 'profileLabels.COMPLEX'] as const;
export const CUT_OFF_FIELDS = ['cutOffs.imesa', 'cutOffs.gfi'] as const;
export const SETTINGS_FIELDS = [...LABEL_FIELDS, ...CUT_OFF_FIELDS] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];
/** Text as typed. */
export type SettingsValues = Readonly<Record<SettingsField, string>>;

export const valuesOf = ({ profileLabels, cutOffs }: PracticeSettings): SettingsValues => ({
  'profileLabels.ROBUST': profileLabels.ROBUST,
  'profileLabels.FRAIL': profileLabels.FRAIL,
  'profileLabels.COMPLEX': profileLabels.COMPLEX,
  'cutOffs.imesa': String(cutOffs.imesa),
  'cutOffs.gfi': String(cutOffs.gfi),
});

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
  if (labels.length + cutOffs.length === 0) return undefined;
  return {
    ...(labels.length > 0 && {
      profileLabels: Object.fromEntries(labels.map((profile) => [profile, labelsOf(now)[profile]])),
    }),
    ...(cutOffs.length > 0 && {
      cutOffs: Object.fromEntries(cutOffs.map((instrument) => [instrument, Number(now[`cutOffs.${instrument}`])])),
    }),
  };
}

function labelProblem(label: string): string | undefined {
  if (label === '') return text('errors.REQUIRED');
  return [...label].length > PROFILE_LABEL_LIMIT ? text('errors.TOO_LONG', { max: PROFILE_LABEL_LIMIT }) : undefined;
}

function cutOffProblem(instrument: InstrumentId, typed: string): string | undefined {
  const range = CUT_OFF_RANGES[instrument];
  const isWhole = /^\d{1,3}$/.test(typed.trim());
  const cutOff = Number(typed);
  return isWhole && cutOff >= range.min && cutOff <= range.max ? undefined : text('errors.OUT_OF_RANGE', range);
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
    ['cutOffs.imesa', cutOffProblem('imesa', values['cutOffs.imesa'])],
    ['cutOffs.gfi', cutOffProblem('gfi', values['cutOffs.gfi'])],
  ];
  return Object.fromEntries(found.filter((entry): entry is [SettingsField, string] => entry[1] !== undefined));
}
