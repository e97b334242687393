import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';

type Props = {
  name: string;
  clientId: string;
  /** What the form says. */
  children: ReactNode;
};

/** The form is in, and what it says; Enter goes on to the next one. */
export function EntryDone({ name, clientId, children }: Props) {
  const next = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => next.current?.focus(), []);
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{text('entry.done.title')}</Title>
        <Text>{text('entry.done.hint', { name })}</Text>
      </div>
      {children}
      <Group>
        <Button ref={next} component={Link} to="/entry">
          {text('entry.done.next')}
        </Button>
        <Button component={Link} to={`/clients/${clientId}`} variant="default">
          {text('entry.done.toRecord')}
        </Button>
      </Group>
    </Stack>
  );
}
