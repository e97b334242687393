import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import {
  addMonths,
  explanationProblem,
  formatDutchDay,
  GAP_EXPLANATION_MONTHS,
  GAP_REASON_LIMITS,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type ClientInGap, explainGap, type GapCode, SAFETY_NET_KEY } from './safety-net-queries.ts';

type Props = {
  code: GapCode;
  client: ClientInGap;
  today: string;
  onDone: (words: string) => void;
  onClose: () => void;
};

/** Why a gap is left as it is, and until when. */
export function ExplainDialog({ code, client, today, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const [reason, setReason] = useState(client.explanation?.reason ?? '');
  const [until, setUntil] = useState<string>();
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const { min, max } = GAP_REASON_LIMITS;
  const last = formatDutchDay(addMonths(today, GAP_EXPLANATION_MONTHS));
  const isShort = reason.trim().length < min;
  const isWrongDay = until === undefined || explanationProblem(until, today) !== null;
  const explain = useMutation({
    mutationFn: (day: string) => explainGap(client.id, { code, reason: reason.trim(), until: day }, key),
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: SAFETY_NET_KEY });
      onDone(text('safetyNet.dialog.done', { name: client.name, day: formatDutchDay(made.until) }));
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isShort) document.getElementById('reason')?.focus();
    else if (isWrongDay) document.getElementById('until')?.focus();
    else if (!explain.isPending) explain.mutate(until);
  }
  return (
    <Dialog title={text('safetyNet.dialog.title', { gap: text(`safetyNet.gap.${code}.title`) })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {explain.error !== null && <ProblemSummary error={explain.error} />}
          <Text>
            <strong>{client.name}</strong> · {formatDutchDay(client.birthDate)}
          </Text>
          <Text>{text('safetyNet.dialog.hint')}</Text>
          <Textarea
            id="reason"
            data-autofocus
            size="md"
            label={text('safetyNet.dialog.reason')}
            description={text('safetyNet.dialog.reasonHint', { min, max })}
            aria-required
            autosize
            minRows={2}
            maxLength={max}
            value={reason}
            error={hasTried && isShort ? text('safetyNet.dialog.reasonRequired', { min }) : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <DateField
            id="until"
            label={text('safetyNet.dialog.until')}
            description={text('safetyNet.dialog.untilHint', { day: last })}
            aria-required
            value={until}
            onChange={setUntil}
            {...(hasTried && isWrongDay && { error: text('safetyNet.dialog.untilRequired', { day: last }) })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={explain.isPending}>
              {text(explain.isPending ? 'safetyNet.dialog.saving' : 'safetyNet.dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
