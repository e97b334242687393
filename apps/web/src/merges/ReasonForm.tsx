import { Button, Stack, Textarea } from '@mantine/core';
import { MERGE_REASON_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import classes from './merges.module.css';

type Props = { label: string; button: string; isPending: boolean; error: unknown; onSubmit: (reason: string) => void };

/** Why, and the one button. */
export function ReasonForm({ label, button, isPending, error, onSubmit }: Props) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const { min, max } = MERGE_REASON_LIMITS;
  const isShort = reason.trim().length < min;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isShort) document.getElementById('reason')?.focus();
    else if (!isPending) onSubmit(reason.trim());
  }
  return (
    <form noValidate onSubmit={submit} className={classes['form']}>
      <Stack gap="md" align="flex-start">
        {error !== null && <ProblemSummary error={error} />}
        <Textarea
          id="reason"
          w="100%"
          label={label}
          description={text('merges.reasonHint', { min, max })}
          aria-required
          autosize
          minRows={2}
          maxLength={max}
          value={reason}
          error={hasTried && isShort ? text('merges.reasonRequired', { min }) : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button type="submit" disabled={isPending}>
          {isPending ? text('merges.proposing') : button}
        </Button>
      </Stack>
    </form>
  );
}
