import { Anchor, Text, Title } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { ErrorRateNote } from '../second-entries/ErrorRateNote.tsx';
import { errorRateQuery, secondEntriesQuery } from '../second-entries/second-entry-queries.ts';
import { SecondEntryTable } from '../second-entries/SecondEntryTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The forms near a cut-off, to be typed once more; an address that names a client opens hers. */
export function SecondEntriesPage() {
  const { role } = useSession().user;
  const { data: waiting } = useSuspenseQuery({ ...secondEntriesQuery, staleTime: 0 });
  const { data: rate } = useQuery({ ...errorRateQuery, enabled: mayEver(role, 'SCREENING', 'UPDATE') });
  const [address] = useSearchParams();
  const ofClient = waiting.items.find(({ client }) => client.id === address.get('client'));
  const [today] = useState(() => dayOfInstant(Date.now()));
  if (ofClient) return <Navigate to={`/second-entry/${ofClient.id}`} replace />;
  return (
    <>
      <title>{`${text('secondEntries.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('secondEntries.title')}</Title>
      <Text c="dimmed" mb="md" maw={640}>
        {text('secondEntries.hint')}
      </Text>
      <Anchor component={Link} to="/entry">
        {text('secondEntries.toEntry')}
      </Anchor>
      {waiting.total === 0 ? (
        <EmptyState title={text('secondEntries.none')} hint={text('secondEntries.noneHint')} />
      ) : (
        <SecondEntryTable items={waiting.items} total={waiting.total} today={today} />
      )}
      {rate !== undefined && <ErrorRateNote rate={rate} />}
    </>
  );
}
