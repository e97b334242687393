import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';

type Props = { title: string; hint: string; clientId: string };

/** How it ended; Enter goes back to the pile. */
export function SecondEntryResult({ title, hint, clientId }: Props) {
  const next = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => next.current?.focus(), []);
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{title}</Title>
        <Text>{hint}</Text>
      </div>
      <Group>
        <Button ref={next} component={Link} to="/second-entry">
          {text('secondEntries.next')}
        </Button>
        <Button component={Link} to={`/clients/${clientId}`} variant="default">
          {text('entry.done.toRecord')}
        </Button>
      </Group>
    </Stack>
  );
}
