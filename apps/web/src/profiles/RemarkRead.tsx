import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { readRemark } from './profile-queries.ts';
import type { NameOf, Response } from './profile-types.ts';
import { remarkTime } from './remark-time.ts';
import { useRefreshRecord } from './use-refresh-record.ts';

type Props = { responseId: string; read: NonNullable<Response['remarkRead']>; nameOf: NameOf };

/** What was written online is a task: somebody reads it, and says so. Before that it says what to do when it cannot wait. */
export function RemarkRead({ responseId, read: { dueOn, by, at }, nameOf }: Props) {
  const refresh = useRefreshRecord();
  const mark = useMutation({ mutationFn: () => readRemark(responseId), onSuccess: refresh });
  if (at !== null)
    return <Text c="dimmed">{text('profiles.remark.readBy', { name: nameOf(by), at: remarkTime(at) })}</Text>;
  return (
    <Stack gap="sm" mt="sm">
      {mark.error !== null && <ProblemSummary error={mark.error} />}
      <Alert variant="outline" color="gray">
        {text('profiles.remark.warning')}
      </Alert>
      <Group>
        <Button disabled={mark.isPending} onClick={() => mark.mutate()}>
          {text('profiles.remark.read')}
        </Button>
        <Text c="dimmed">{text('profiles.remark.readBefore', { day: formatDutchDay(dueOn) })}</Text>
      </Group>
    </Stack>
  );
}
