import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Response } from '../response-types.ts';
import type { EntryItem } from './entry-item.ts';
import { ProposalResult } from './ProposalResult.tsx';

type Props = {
  name: string;
  clientId: string;
  completed: Response;
  items: readonly EntryItem[];
  showsScores: boolean;
};

/** The form is in, and what it says; Enter goes on to the next one. */
export function EntryDone({ name, clientId, completed, items, showsScores }: Props) {
  const next = useRef<HTMLAnchorElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{text('entry.done.title')}</Title>
        <Text>{text('entry.done.hint', { name })}</Text>
      </div>
      {completed.assessment && (
        <ProposalResult assessment={completed.assessment} items={items} showsScores={showsScores} />
      )}
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
