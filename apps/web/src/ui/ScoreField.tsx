import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

type Props = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type'> & {
  /** 0–10, or undefined while there is no such number. */
  value: number | undefined;
  onChange: (score: number | undefined) => void;
};

const scoreOf = (typed: string): number | undefined =>
  /^(?:[0-9]|10)$/.test(typed.trim()) ? Number(typed) : undefined;

/** A number from 0 to 10, typed. */
export function ScoreField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState(() => (value === undefined ? '' : String(value)));
  const shown = scoreOf(typed) === value ? typed : value === undefined ? typed : String(value);
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      maxLength={2}
      w="6rem"
      miw="9rem"
      value={shown}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(scoreOf(currentTarget.value));
      }}
    />
  );
}
