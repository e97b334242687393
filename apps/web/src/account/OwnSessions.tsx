import { Button, Table, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { endSession, type OwnSession, ownSessionsQuery, signOutEverywhere } from './account-queries.ts';
import { deviceName } from '../ui/device-name.ts';

const moment = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});
const shown = (instant: string): string => moment.format(new Date(instant));

/** Where one is signed in, with a way to end each session and all of them. */
export function OwnSessions() {
  const { data: sessions } = useSuspenseQuery(ownSessionsQuery);
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const endAll = useMutation({ mutationFn: signOutEverywhere, onSuccess: () => globalThis.location.assign('/') });
  const error = end.error ?? endAll.error;
  return (
    <section>
      <Title order={2}>{text('session.account.sessions')}</Title>
      <Text mb="sm">{text('session.account.sessionsHint')}</Text>
      {error !== null && <ProblemSummary error={error} />}
      <Table.ScrollContainer type="native" minWidth={560} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('session.account.device')}</Table.Th>
              <Table.Th>{text('session.account.started')}</Table.Th>
              <Table.Th>{text('session.account.lastInput')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} isBusy={end.isPending} onEnd={end.mutate} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Button mt="md" variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
        {text('session.account.everywhere')}
      </Button>
    </section>
  );
}

type RowProps = { session: OwnSession; isBusy: boolean; onEnd: (id: string) => void };

function SessionRow({ session, isBusy, onEnd }: RowProps) {
  const device = deviceName(session.device) ?? text('session.account.unknownDevice');
  const started = shown(session.startedAt);
  return (
    <Table.Tr>
      <Table.Td>{device}</Table.Td>
      <Table.Td>{started}</Table.Td>
      <Table.Td>{session.current ? text('session.account.current') : shown(session.lastInputAt)}</Table.Td>
      <Table.Td>
        {!session.current && (
          <Button
            size="xs"
            variant="default"
            disabled={isBusy}
            aria-label={text('session.account.endOf', { device, started })}
            onClick={() => onEnd(session.id)}
          >
            {text('session.account.end')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
