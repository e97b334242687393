import { Button, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { explain } from '../platform/problem.ts';

type Props = { error: unknown; onRetry: () => void; retryLabel?: string };

/** A page that could not be shown: what happened in a sentence, and the one thing to do. */
export function FailurePanel({ error, onRetry, retryLabel = text('common.retry') }: Props) {
  return (
    <Stack role="alert" maw={560} p="lg" align="flex-start">
      <Title order={1}>{text('common.failure.pageTitle')}</Title>
      <Text>{explain(error)}</Text>
      <Text c="dimmed">{text('common.failure.pageHint')}</Text>
      <Button onClick={onRetry}>{retryLabel}</Button>
    </Stack>
  );
}
