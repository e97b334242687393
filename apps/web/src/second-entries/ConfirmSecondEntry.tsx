import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { formatDutchDay, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import type { SecondEntry } from './second-entry-types.ts';

type Props = { entry: SecondEntry; onConfirm: () => void; onLeave: () => void; children?: ReactNode };

/** Before the first key: is the right paper on the table, and is somebody else at the keys? */
export function ConfirmSecondEntry({ entry, onConfirm, onLeave, children }: Props) {
  const { client, formCode, firstEntryIsYours } = entry;
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{text('secondEntries.confirmTitle')}</Title>
        <Text c="dimmed">{text('secondEntries.confirmHint')}</Text>
      </div>
      <Text fz="1.5rem" fw={700}>
        {client.listName}
        <br />
        {text('clients.bornWithAge', { day: formatDutchDay(client.birthDate), n: client.age })}
      </Text>
      {formCode !== null && <Text>{text('entry.formCode', { code: showFormCode(formCode) })}</Text>}
      {firstEntryIsYours && (
        <Alert variant="outline" color="gray">
          {text('secondEntries.confirmYours')}
        </Alert>
      )}
      <Group>
        <Button autoFocus onClick={onConfirm}>
          {text('secondEntries.confirmYes')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text('secondEntries.confirmNo')}
        </Button>
        {children}
      </Group>
    </Stack>
  );
}
