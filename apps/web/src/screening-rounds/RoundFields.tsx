import { TextInput } from '@mantine/core';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import type { RoundField, RoundValues } from './round-form.ts';
import classes from './screening-rounds.module.css';

type Props = {
  values: RoundValues;
  errors: Readonly<Record<string, string>>;
  /** Goes up when all values come from elsewhere, so that the fields show them. */
  revision: number;
  /** Goes up when the days that follow the invitation moved with it. */
  followers: number;
  onChange: (field: RoundField, value: string) => void;
  daysHint: string;
};

const NAME_LIMIT = 100;
/** Far enough ahead to read as a coming day. */
const EXAMPLE_DAYS = 21;
const DAY_HINTS: Partial<Record<RoundField, string>> = {
  referenceDate: text('screeningRounds.form.referenceDateHint'),
  returnBy: text('screeningRounds.form.returnByHint'),
};

/** Who a round is for, and when its letters go. */
export function RoundFields({ values, errors, revision, followers, onChange, daysHint }: Props) {
  const [dayHint] = useState(() =>
    text('screeningRounds.form.dayHint', { day: formatDutchDay(addDays(dayOfInstant(Date.now()), EXAMPLE_DAYS)) }),
  );
  const day = (field: Exclude<RoundField, 'name'>, isRequired: boolean, moves = 0): ReactNode => (
    <DateField
      key={`${field} ${revision} ${moves}`}
      id={field}
      data-day
      label={text(`screeningRounds.form.${field}`)}
      description={DAY_HINTS[field] ?? dayHint}
      {...(errors[field] !== undefined && { error: errors[field] })}
      withAsterisk={isRequired}
      aria-required={isRequired}
      value={values[field] || undefined}
      onChange={(typed) => onChange(field, typed ?? '')}
    />
  );
  return (
    <>
      <fieldset className={classes['fields']}>
        <legend>{text('screeningRounds.form.who')}</legend>
        <TextInput
          id="name"
          label={text('screeningRounds.form.name')}
          {...(errors['name'] !== undefined && { error: errors['name'] })}
          withAsterisk
          aria-required
          autoComplete="off"
          maxLength={NAME_LIMIT}
          value={values.name}
          onChange={({ currentTarget }) => onChange('name', currentTarget.value)}
        />
        {day('referenceDate', true)}
      </fieldset>
      <fieldset className={classes['fields']}>
        <legend>{text('screeningRounds.form.when')}</legend>
        <p className={classes['quiet']}>{daysHint}</p>
        <div className={classes['days']}>
          {day('invitationOn', false)}
          {day('reminder1On', false, followers)}
          {day('reminder2On', false, followers)}
        </div>
        {day('returnBy', true, followers)}
      </fieldset>
    </>
  );
}
