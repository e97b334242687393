import { Checkbox, Text, TextInput, type TextInputProps } from '@mantine/core';
import { text } from '@samenoud/texts';
import classes from './practice-settings.module.css';
import { NUMBER_RANGES, REMINDER_FIELDS, type SettingsField } from './settings-values.ts';

const NUMBERS = ['secondEntryShare', ...REMINDER_FIELDS, 'rescreenIntervalMonths'] as const;

type Props = {
  /** Id, label, value and error of a field. */
  bound: (field: SettingsField) => TextInputProps;
  isAtBorders: boolean;
  onBorders: (isOn: boolean) => void;
};

/** How the practice works in the yearly round: second entry, reminders, and how often. */
export function RoundFields({ bound, isAtBorders, onBorders }: Props) {
  return (
    <fieldset className={classes['group']}>
      <legend>{text('practiceSettings.rounds.title')}</legend>
      <Text c="dimmed">{text('practiceSettings.rounds.hint')}</Text>
      <Checkbox
        id="secondEntryBorders"
        label={text('practiceSettings.rounds.secondEntryBorders')}
        description={text('practiceSettings.rounds.secondEntryBordersHint')}
        checked={isAtBorders}
        onChange={({ currentTarget }) => onBorders(currentTarget.checked)}
      />
      {NUMBERS.map((field) => (
        <TextInput
          key={field}
          {...bound(field)}
          inputMode="numeric"
          description={text('practiceSettings.rounds.range', NUMBER_RANGES[field])}
          classNames={{ input: classes['number'] ?? '' }}
        />
      ))}
    </fieldset>
  );
}
