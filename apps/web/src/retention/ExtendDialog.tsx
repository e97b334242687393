import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { addMonths, dayOfInstant, EXTENSION_YEARS, formatDutchDay, isExtensionDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { nameOf } from './DueRecordFacts.tsx';
import { type DueRecord, extendRetention, RETENTION_KEY } from './retention-queries.ts';

const REASON = { min: 3, max: 1000 } as const;
const YEARS_OFFERED = 5;

type Props = { record: DueRecord; onDone: (words: string) => void; onClose: () => void };

/** Good care asks that a record stays, until a day and for a reason. */
export function ExtendDialog({ record, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [untilOn, setUntilOn] = useState<string | undefined>(() => addMonths(today, YEARS_OFFERED * 12));
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const extend = useMutation({
    mutationFn: (day: string) => extendRetention(record.id, { untilOn: day, reason: reason.trim() }, key),
    onSuccess: async (_, day) => {
      onDone(text('retention.extend.done', { name: record.clientName ?? '', day: formatDutchDay(day) }));
      await cache.invalidateQueries({ queryKey: RETENTION_KEY });
    },
  });
  const lacksDay = untilOn === undefined || !isExtensionDay(untilOn, today);
  const lacksReason = reason.trim().length < REASON.min;
  const errors = fieldErrors(extend.error);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (lacksDay) document.getElementById('untilOn')?.focus();
    else if (lacksReason) document.getElementById('reason')?.focus();
    else if (!extend.isPending) extend.mutate(untilOn);
  }
  return (
    <Dialog title={text('retention.extend.title', { name: nameOf(record) })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {extend.error !== null && <ProblemSummary error={extend.error} />}
          <Text>{text('retention.extend.hint')}</Text>
          <DateField
            id="untilOn"
            data-autofocus
            label={text('retention.extend.until')}
            value={untilOn}
            error={
              hasTried && lacksDay ? text('retention.extend.untilWrong', { years: EXTENSION_YEARS }) : errors['untilOn']
            }
            onChange={setUntilOn}
          />
          <Textarea
            id="reason"
            label={text('retention.extend.reason')}
            autosize
            minRows={2}
            maxLength={REASON.max}
            value={reason}
            error={hasTried && lacksReason ? text('retention.extend.reasonRequired') : errors['reason']}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={extend.isPending}>
              {text(extend.isPending ? 'retention.asking' : 'retention.extend.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
