import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

type Props = {
  total: number;
  /** Questions without an answer, named once more. */
  open: ReactNode;
  isBusy: boolean;
  error: unknown;
  onCompare: () => void;
  onBack: () => void;
};

/** Behind the last question of a second entry: Enter compares. */
export function CompareCheck({ total, open, isBusy, error, onCompare, onBack }: Props) {
  const submit = useRef<HTMLButtonElement>(null);
  // before it is painted: the next key may come with the sight of it
  useLayoutEffect(() => submit.current?.focus(), []);
  return (
    <Stack p="md" maw={640} gap="lg">
      <Title order={2}>{text('secondEntries.check.title')}</Title>
      {error !== null && error !== undefined && <ProblemSummary error={error} />}
      {open ?? <Text>{text('secondEntries.check.complete', { total })}</Text>}
      <Text>{text('secondEntries.check.hint')}</Text>
      <Group>
        <Button ref={submit} disabled={isBusy} onClick={onCompare}>
          {text(isBusy ? 'secondEntries.check.submitting' : 'secondEntries.check.submit')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('entry.check.back')}
        </Button>
      </Group>
    </Stack>
  );
}
