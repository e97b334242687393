import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { PracticeSettings } from '../platform/practice-settings.ts';
import { profileWord } from '../platform/profile-labels.tsx';
import classes from './practice-settings.module.css';
import { CARE_FIELDS, NUMBER_RANGES, type SettingsField } from './settings-values.ts';

type CareField = (typeof CARE_FIELDS)[number];

const isOptional = (field: CareField): boolean => field === 'maxCaseload' || field.startsWith('contactIntervalDays');

/** A field in words, with what the practice calls the profile. */
export function careLabel(field: CareField, labels: PracticeSettings['profileLabels']): string {
  if (field === 'contactIntervalDays.FRAIL' || field === 'contactIntervalDays.COMPLEX') {
    const profile = field === 'contactIntervalDays.FRAIL' ? 'FRAIL' : 'COMPLEX';
    return text('practiceSettings.care.contactIntervalDays', { profile: profileWord(profile, labels) });
  }
  return text(`practiceSettings.care.${field}`);
}

/** How often the practice sees somebody, and when plan and evaluation are due. */
export function CareFields({ bound }: { bound: (field: SettingsField) => TextInputProps }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{text('practiceSettings.care.title')}</legend>
      <Text c="dimmed">{text('practiceSettings.care.hint')}</Text>
      {CARE_FIELDS.map((field) => (
        <TextInput
          key={field}
          {...bound(field)}
          inputMode="numeric"
          description={text(
            isOptional(field) ? 'practiceSettings.care.rangeOrEmpty' : 'practiceSettings.rounds.range',
            NUMBER_RANGES[field],
          )}
          classNames={{ input: classes['number'] ?? '' }}
        />
      ))}
    </fieldset>
  );
}
