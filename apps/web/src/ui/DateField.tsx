import { TextInput, type TextInputProps } from '@mantine/core';
import { formatDutchDay, parseDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { wholeDates } from './whole-dates.tsx';

type Props = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'type'> & {
  /** 'YYYY-MM-DD', or undefined while there is no valid day. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
};

/** A day typed the Dutch way. It never guesses: what is no existing day is undefined, and said so on leaving the field. */
export function DateField({ value, onChange, error, description, ...rest }: Props) {
  const [typed, setTyped] = useState(() => (value === undefined ? '' : formatDutchDay(value)));
  const [hasLeft, setHasLeft] = useState(false);
  const isWrong = typed.trim() !== '' && parseDutchDay(typed) === undefined;

  function leave(): void {
    setHasLeft(true);
    const day = parseDutchDay(typed);
    if (day !== undefined) setTyped(formatDutchDay(day));
  }

  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      description={description ?? wholeDates(text('common.date.hint'))}
      error={hasLeft && isWrong ? text('common.date.invalid') : error}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(parseDutchDay(currentTarget.value));
      }}
      onBlur={leave}
    />
  );
}
