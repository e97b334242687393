import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { momentOf } from '../ui/clock.ts';
import { deviceName } from '../ui/device-name.ts';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { endUserSession, type User, userSessionsQuery } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';
import classes from './users.module.css';

/** Where a colleague is signed in to this practice; ending works at once, also in the screens she has open. */
export function UserSessionsSheet({ user }: { user: User }) {
  const { data: sessions, error } = useQuery(userSessionsQuery(user.id));
  const end = useUsersChange((id: string) => endUserSession(user, id));
  if (error !== null) return <ProblemSummary error={error} />;
  if (sessions === undefined) return <Loading />;
  return (
    <>
      <Text mb="md">{text('users.sessions.hint')}</Text>
      {end.isError && <ProblemSummary error={end.error} />}
      {sessions.length === 0 && <Text>{text('users.sessions.none', { name: user.displayName })}</Text>}
      <ul className={classes['sessions']}>
        {sessions.map(({ id, device, startedAt, lastInputAt }) => {
          const name = deviceName(device) ?? text('session.account.unknownDevice');
          return (
            <li key={id}>
              <span>
                <strong>{name}</strong>{' '}
                <span className={classes['quiet']}>
                  {text('users.sessions.since', { started: momentOf(startedAt), last: momentOf(lastInputAt) })}
                </span>
              </span>
              <Button
                variant="default"
                size="xs"
                loading={end.isPending && end.variables === id}
                aria-label={text('session.account.endOf', { device: name, started: momentOf(startedAt) })}
                onClick={() =>
                  end.mutate(id, { onSuccess: () => announce(text('users.sessions.ended', { device: name })) })
                }
              >
                {text('session.account.end')}
              </Button>
            </li>
          );
        })}
      </ul>
      {end.dialog}
    </>
  );
}
