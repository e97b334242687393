import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { BREAK_GLASS_REASONS, EMERGENCY_REASON_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { createIdempotencyKey } from '../platform/api.ts';
import { isProblem } from '../platform/problem.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import classes from './break-glass.module.css';
import { beginEmergency, type EmergencyClient, forgetRecord, type ReasonCode } from './emergency-queries.ts';
import { clientText } from './emergency-words.ts';

const { min, max } = EMERGENCY_REASON_LIMITS;

type Props = { client: EmergencyClient; onOther: () => void };

/** Why it is necessary; then the second factor, and the record. */
export function BeginEmergency({ client, onOther }: Props) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { guard, dialog } = useStepUp();
  const [reasonCode, setReasonCode] = useState<ReasonCode>();
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const [key, setKey] = useState(createIdempotencyKey);
  const isShort = [...reason.trim()].length < min;
  const begin = useMutation({
    mutationFn: (code: ReasonCode) =>
      guard(() => beginEmergency(client.id, { reasonCode: code, reason: reason.trim() }, key)),
    onError: () => setKey(createIdempotencyKey()),
    onSuccess: async (access) => {
      forgetRecord(cache, client.id, access);
      await navigate(`/clients/${client.id}`);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (reasonCode === undefined) event.currentTarget.querySelector<HTMLElement>('input[type="radio"]')?.focus();
    else if (isShort) document.getElementById('reason')?.focus();
    else if (!begin.isPending) begin.mutate(reasonCode);
  }

  return (
    <section aria-labelledby="reason-title" className={classes['section']}>
      <h2 id="reason-title">{text('breakGlass.reason.title')}</h2>
      <Group>
        <strong>{clientText(client)}</strong>
        <Button variant="subtle" size="sm" onClick={onOther}>
          {text('breakGlass.reason.other')}
        </Button>
      </Group>
      {begin.error !== null && <ProblemSummary error={begin.error} />}
      {isProblem(begin.error, 'EMERGENCY_NOT_NEEDED') && (
        <p>
          <Link to={`/clients/${client.id}`}>{text('breakGlass.reason.notNeeded')}</Link>
        </p>
      )}
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <RadioQuestion
            legend={text('breakGlass.reason.code')}
            choices={BREAK_GLASS_REASONS.map((code) => ({ code, label: text(`breakGlass.reason.${code}`) }))}
            value={reasonCode}
            onChange={setReasonCode}
            error={hasTried && reasonCode === undefined ? text('breakGlass.reason.codeRequired') : undefined}
          />
          <Text c="dimmed">{text('breakGlass.reason.vitalHint')}</Text>
          <Textarea
            id="reason"
            label={text('breakGlass.reason.text')}
            description={text('breakGlass.reason.textHint', { min })}
            aria-required
            autosize
            minRows={3}
            maxLength={max}
            value={reason}
            error={hasTried && isShort ? text('breakGlass.reason.textRequired', { min }) : undefined}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Text>{text('breakGlass.reason.what')}</Text>
          <Group>
            <Button type="submit" loading={begin.isPending}>
              {text('breakGlass.reason.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
    </section>
  );
}
