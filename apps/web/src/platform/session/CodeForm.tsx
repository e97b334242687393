import { Button, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { readField } from './form-field.ts';

type Props = {
  /** Also says what else may be typed here. */
  label: string;
  submitLabel: string;
  isBusy: boolean;
  error: unknown;
  onCode: (code: string) => void;
  /** Anything but six figures, too: a recovery code. */
  takesRecoveryCode?: boolean;
};

/** One field for the code of the second factor. */
export function CodeForm({ label, submitLabel, isBusy, error, onCode, takesRecoveryCode = true }: Props) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onCode(readField(event.currentTarget, 'code'));
  }
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        {error !== null && error !== undefined && <ProblemSummary error={error} />}
        <TextInput
          id="code"
          name="code"
          label={label}
          autoComplete="one-time-code"
          inputMode={takesRecoveryCode ? 'text' : 'numeric'}
          data-autofocus
          autoFocus
          required
        />
        <Button type="submit" loading={isBusy}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
