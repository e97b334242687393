import { Button, Group, Table, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { UserDialog } from './UserDialog.tsx';
import { confirmUsers, type Organisation, recertificationQuery, type User, usersQuery } from './user-queries.ts';
import { roleText } from './user-words.ts';
import { useUsersChange } from './use-users-change.ts';
import classes from './users.module.css';

/** Who has to be confirmed this quarter, per organisation. */
export function RecertificationList({ mayChange }: { mayChange: boolean }) {
  const { data: due } = useSuspenseQuery(recertificationQuery);
  const { data: people } = useSuspenseQuery(usersQuery);
  const [ending, setEnding] = useState<User>();
  const confirm = useUsersChange((userIds: string[]) => confirmUsers(userIds));
  function say(users: readonly User[]): void {
    const onSuccess = (): void => announce(plural('users.recertification.confirmed', users.length));
    if (!confirm.isPending)
      confirm.mutate(
        users.map(({ id }) => id),
        { onSuccess },
      );
  }
  return (
    <>
      <Text my="md">{text('users.recertification.intro')}</Text>
      {confirm.isError && <ProblemSummary error={confirm.error} />}
      {due.total === 0 && (
        <EmptyState title={text('users.recertification.none')} hint={text('users.recertification.noneHint')} />
      )}
      {people.organisations.map((organisation) => {
        const users = due.items.filter(({ organisationId }) => organisationId === organisation.id);
        if (users.length === 0) return null;
        const acts = mayChange ? { onConfirm: say, onEnd: setEnding } : undefined;
        return <DuePeople key={organisation.id} organisation={organisation} users={users} acts={acts} />;
      })}
      {ending !== undefined && <UserDialog user={ending} first="END" onClose={() => setEnding(undefined)} />}
      {confirm.dialog}
    </>
  );
}

type Acts = { onConfirm: (users: readonly User[]) => void; onEnd: (user: User) => void };
type Props = { organisation: Organisation; users: readonly User[]; acts: Acts | undefined };

function DuePeople({ organisation: { id, name }, users, acts }: Props) {
  return (
    <section className={classes['organisation']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {name}
        </Title>
        {acts !== undefined && (
          <Button
            size="xs"
            aria-label={text('users.recertification.confirmAllOf', { organisation: name })}
            onClick={() => acts.onConfirm(users)}
          >
            {text('users.recertification.confirmAll')}
          </Button>
        )}
      </div>
      <Table.ScrollContainer type="native" minWidth={620} tabIndex={0}>
        <Table>
          <caption className="visually-hidden">{text('users.recertification.caption', { organisation: name })}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text('users.column.name')}</Table.Th>
              <Table.Th scope="col">{text('users.column.role')}</Table.Th>
              <Table.Th scope="col">{text('users.recertification.due')}</Table.Th>
              <Table.Th scope="col">{text('users.recertification.last')}</Table.Th>
              {acts !== undefined && <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <DueRow key={user.id} user={user} acts={acts} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function DueRow({ user, acts }: { user: User; acts: Acts | undefined }) {
  const named = { name: user.displayName, role: roleText(user) };
  return (
    <Table.Tr>
      <Table.Td>{user.displayName}</Table.Td>
      <Table.Td>{roleText(user)}</Table.Td>
      <Table.Td>{user.dueOn === null ? '' : formatDutchDay(user.dueOn)}</Table.Td>
      <Table.Td>
        {user.confirmedOn === null ? text('users.recertification.never') : formatDutchDay(user.confirmedOn)}
      </Table.Td>
      {acts !== undefined && (
        <Table.Td>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              variant="default"
              aria-label={text('users.recertification.confirmOf', named)}
              onClick={() => acts.onConfirm([user])}
            >
              {text('users.recertification.confirm')}
            </Button>
            {!user.isOneself && (
              <Button
                size="xs"
                variant="default"
                aria-label={text('users.recertification.endOf', named)}
                onClick={() => acts.onEnd(user)}
              >
                {text('users.end.submit')}
              </Button>
            )}
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
