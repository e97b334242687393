import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';

/** The form is in; Enter goes on to the record. */
export function EntryDone({ name, clientId }: { name: string; clientId: string }) {
  return (
    <Stack maw={640}>
      <Title order={1}>{text('entry.done.title')}</Title>
      <Text>{text('entry.done.hint', { name })}</Text>
      <Group>
        <Button component={Link} to={`/clients/${clientId}`} autoFocus>
          {text('entry.done.toRecord')}
        </Button>
        <Button component={Link} to="/clients" variant="default">
          {text('entry.done.next')}
        </Button>
      </Group>
    </Stack>
  );
}
