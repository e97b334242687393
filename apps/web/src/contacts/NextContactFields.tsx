import { Group, NativeSelect, TextInput } from '@mantine/core';
import { CONTACT_TYPES, type ContactType, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DateField } from '../ui/DateField.tsx';
import { type ContactValues, NO_NEXT, nextChoices, OTHER_DAY } from './contact-form.ts';

type Props = {
  values: ContactValues;
  today: string;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<ContactValues>) => void;
};

/** When somebody is in contact again: one choice for the usual days, and a day of one's own. */
export function NextContactFields({ values, today, errors, onChange }: Props) {
  const choices = nextChoices(today).map(({ code, label }) => ({
    value: code,
    label: code === NO_NEXT || code === OTHER_DAY ? label : `${label} (${formatDutchDay(code)})`,
  }));
  const types = CONTACT_TYPES.map((value) => ({ value, label: text(`contacts.type.${value}`) }));
  return (
    <Group align="flex-start" gap="md">
      <NativeSelect
        id={values.next === OTHER_DAY ? 'next' : 'next.on'}
        label={text('contacts.form.next')}
        data={choices}
        value={values.next}
        error={values.next === OTHER_DAY ? undefined : errors['next.on']}
        onChange={({ currentTarget }) => onChange({ next: currentTarget.value })}
      />
      {values.next === OTHER_DAY && (
        <DateField
          id="next.on"
          label={text('contacts.form.nextOn')}
          aria-required
          value={values.nextOn}
          onChange={(nextOn) => onChange({ nextOn })}
          {...(errors['next.on'] !== undefined && { error: errors['next.on'] })}
        />
      )}
      {values.next !== NO_NEXT && (
        <>
          <NativeSelect
            id="next.type"
            label={text('contacts.form.nextType')}
            data={[{ value: '', label: text('contacts.form.sameType') }, ...types]}
            value={values.nextType}
            onChange={({ currentTarget }) => onChange({ nextType: currentTarget.value as ContactType | '' })}
          />
          <TextInput
            id="next.time"
            label={text('contacts.form.nextTime')}
            description={text('contacts.form.nextTimeHint')}
            inputMode="numeric"
            autoComplete="off"
            value={values.nextTime}
            error={errors['next.time']}
            onChange={({ currentTarget }) => onChange({ nextTime: currentTarget.value })}
          />
        </>
      )}
    </Group>
  );
}
