import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { DESTRUCTION_TEXT_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { DESTRUCTIONS_KEY, registerDestruction } from './destruction-queries.ts';
import classes from './destructions.module.css';

type Props = { clientId: string; today: string; onDone: () => void };

/** Who asked, and when: from then three months run. */
export function RegisterDestruction({ clientId, today, onDone }: Props) {
  const cache = useQueryClient();
  const [requestedBy, setRequestedBy] = useState<'CLIENT' | 'REPRESENTATIVE'>('CLIENT');
  const [requestedOn, setRequestedOn] = useState<string | undefined>(today);
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const isWrongDay = requestedOn === undefined || requestedOn > today;
  const register = useMutation({
    mutationFn: (day: string) => {
      const words = note.trim();
      return registerDestruction(
        clientId,
        { requestedBy, requestedOn: day, ...(words !== '' && { note: words }) },
        key,
      );
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: DESTRUCTIONS_KEY });
      onDone();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isWrongDay) document.getElementById('requestedOn')?.focus();
    else if (!register.isPending) register.mutate(requestedOn);
  }
  return (
    <form noValidate onSubmit={submit} className={classes['form']}>
      <Stack gap="md" align="flex-start">
        {register.error !== null && <ProblemSummary error={register.error} />}
        <Radio.Group
          label={text('destructions.register.by')}
          value={requestedBy}
          onChange={(value) => setRequestedBy(value === 'REPRESENTATIVE' ? 'REPRESENTATIVE' : 'CLIENT')}
        >
          <Radio value="CLIENT" label={text('destructions.register.CLIENT')} mt="xs" />
          <Radio value="REPRESENTATIVE" label={text('destructions.register.REPRESENTATIVE')} mt="xs" />
        </Radio.Group>
        <DateField
          id="requestedOn"
          label={text('destructions.register.on')}
          aria-required
          value={requestedOn}
          onChange={setRequestedOn}
          {...(hasTried && isWrongDay && { error: text('destructions.register.onRequired') })}
        />
        <Textarea
          w="100%"
          label={text('destructions.register.note')}
          autosize
          minRows={2}
          maxLength={DESTRUCTION_TEXT_LIMITS.max}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button type="submit" disabled={register.isPending}>
          {text('destructions.register.save')}
        </Button>
      </Stack>
    </form>
  );
}
