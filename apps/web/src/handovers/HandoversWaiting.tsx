import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useSession } from '../platform/session/session-queries.ts';
import { handoversQuery } from './handover-queries.ts';
import { HandoverLines } from './HandoverLines.tsx';
import classes from './handovers.module.css';

/** What colleagues ask of the person at the screen; nothing where nobody asks. */
export function HandoversWaiting({ colleagueOf }: { colleagueOf: (userId: string) => string }) {
  const { user } = useSession();
  const titleId = useId();
  const { data: all = [] } = useQuery(handoversQuery);
  const mine = all.filter(({ state, toUserId }) => state === 'PROPOSED' && toUserId === user.id);
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <Title order={2} id={titleId}>
        {text('handovers.waiting')}
      </Title>
      <Text c="dimmed">{text('handovers.waitingHint')}</Text>
      <HandoverLines items={mine} acts={['accept', 'decline']} colleagueOf={colleagueOf} />
    </section>
  );
}
