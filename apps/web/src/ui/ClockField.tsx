import { TextInput } from '@mantine/core';
import { dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { clockOf, instantAt } from './clock.ts';

type Props = {
  label: string;
  /** The instant; the hour is of its day, or of today. */
  at: string | null;
  onChange: (at: string) => void;
  onLeave?: () => void;
};

/** An hour of the day. What is no hour is said when the field is left, and changes nothing. */
export function ClockField({ label, at, onChange, onLeave }: Props) {
  const [hour, setHour] = useState(() => (at === null ? '' : clockOf(at)));
  const [hasLeft, setLeft] = useState(false);
  const on = at === null ? undefined : dayOfInstant(at);
  return (
    <TextInput
      label={label}
      w="8rem"
      autoComplete="off"
      inputMode="numeric"
      error={hasLeft && instantAt(hour, on) === undefined && text('common.date.noHour')}
      value={hour}
      onChange={({ currentTarget }) => {
        setHour(currentTarget.value);
        const instant = instantAt(currentTarget.value, on);
        if (instant !== undefined) onChange(instant);
      }}
      onBlur={() => {
        setLeft(true);
        onLeave?.();
      }}
    />
  );
}
