import { Button, Group } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { InviteDialog } from './InviteDialog.tsx';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import { OrganisationPeople } from './OrganisationPeople.tsx';
import { UserDialog } from './UserDialog.tsx';
import { type Organisation, type User, usersQuery } from './user-queries.ts';

type Open = { kind: 'INVITE' } | { kind: 'ORGANISATION'; of?: Organisation } | { kind: 'USER'; user: User };

/** Every organisation of the network with its people. */
export function PeopleOverview({ mayChange }: { mayChange: boolean }) {
  const { data } = useSuspenseQuery(usersQuery);
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {mayChange && (
        <Group mt="md">
          <Button onClick={() => setOpen({ kind: 'INVITE' })}>{text('users.invite')}</Button>
          <Button variant="default" onClick={() => setOpen({ kind: 'ORGANISATION' })}>
            {text('users.addOrganisation')}
          </Button>
        </Group>
      )}
      {data.organisations.map((organisation) => (
        <OrganisationPeople
          key={organisation.id}
          organisation={organisation}
          users={data.items.filter(({ organisationId }) => organisationId === organisation.id)}
          {...(mayChange && {
            onManage: (user: User) => setOpen({ kind: 'USER', user }),
            onChange: () => setOpen({ kind: 'ORGANISATION', of: organisation }),
          })}
        />
      ))}
      {open?.kind === 'INVITE' && <InviteDialog organisations={data.organisations} onClose={close} />}
      {open?.kind === 'ORGANISATION' && (
        <OrganisationDialog onClose={close} {...(open.of !== undefined && { organisation: open.of })} />
      )}
      {open?.kind === 'USER' && <UserDialog user={open.user} onClose={close} />}
    </>
  );
}
