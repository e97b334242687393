import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { mayStepByHand } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useHotkeys } from '../../platform/hotkeys.ts';
import { Keys } from '../../ui/Keys.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import type { FoundForm } from '../form-lookup.ts';
import classes from './EntrySheet.module.css';
import { FormIdentity } from './FormIdentity.tsx';
import { useScan } from './use-scan.ts';

type Props = {
  found: FoundForm;
  /** She may note what happened to the letter. */
  mayChange: boolean;
  isBusy: boolean;
  error: unknown;
  /** Another sheet came under the scanner before this one was confirmed. */
  onCode: (code: string) => void;
  onEnter: () => void;
  onUndeliverable: () => void;
  onRefused: () => void;
  onLeave: () => void;
  /** What else is known of this form. */
  children?: ReactNode;
};

const ENDED = ['MOVED', 'DECEASED', 'CANCELLED'] as const;

/** The right client? Enter says yes, or leads on where there is nothing to enter any more; one key for an envelope that came back, one for the slip that says no. */
export function FoundFormStep(props: Props) {
  const { found, mayChange, isBusy, error, onCode, onEnter, onUndeliverable, onRefused, onLeave, children } = props;
  const { state } = found.invitation;
  const ended = ENDED.find((code) => code === state);
  const next = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => next.current?.focus(), [found]);
  const keys = [
    mayChange &&
      mayStepByHand(state, 'UNDELIVERABLE') && {
        keys: 'F8',
        description: text('entry.found.undeliverable'),
        run: onUndeliverable,
      },
    mayChange &&
      mayStepByHand(state, 'REFUSED') && { keys: 'F9', description: text('entry.found.refused'), run: onRefused },
    { keys: 'F2', description: text('entry.found.no'), run: onLeave },
  ].filter((key) => key !== false);
  useHotkeys(keys);
  useScan({ onScan: ({ code, page }) => onCode(`${code}${page ?? ''}`), onUnread: () => undefined });
  return (
    <Stack gap="lg" className={classes['found'] ?? ''}>
      <div>
        <Title order={1}>{text('entry.found.title')}</Title>
        <Text c="dimmed">{text('entry.found.hint')}</Text>
      </div>
      <FormIdentity found={found} />
      {children}
      {ended !== undefined && (
        <Text fw={700}>{text('entry.found.noEntry', { state: text(`entry.found.ended.${ended}`) })}</Text>
      )}
      {error !== null && error !== undefined && <ProblemSummary error={error} />}
      <Group>
        {ended === undefined && (
          <Button ref={next} size="lg" disabled={isBusy} onClick={onEnter}>
            {text('entry.found.yes')}&ensp;
            <Keys keys="⏎" />
          </Button>
        )}
        {keys.map(({ keys: cap, description, run }) => (
          <Button
            key={cap}
            ref={ended !== undefined && run === onLeave ? next : null}
            size="lg"
            variant="default"
            disabled={isBusy}
            onClick={run}
          >
            {description}&ensp;
            <Keys keys={cap} />
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
