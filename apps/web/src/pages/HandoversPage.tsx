import { Button, Text, Title } from '@mantine/core';
import { dayOfInstant, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { HandoverSections } from '../handovers/HandoverSections.tsx';
import { ProposeDialog } from '../handovers/ProposeDialog.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { useColleagues } from './use-colleagues.ts';

/** Case management that passes from one to another: asked, running, and done. */
export function HandoversPage() {
  const { user } = useSession();
  const [address, setAddress] = useSearchParams();
  const clientId = address.get('client') ?? '';
  const { data: client } = useQuery({ ...clientQuery(clientId), enabled: clientId !== '' });
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [isOpen, setOpen] = useState(false);
  const colleagues = useColleagues();
  const close = (): void => {
    setOpen(false);
    setAddress({}, { replace: true });
  };
  return (
    <>
      <title>{`${text('handovers.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('handovers.title')}</Title>
      <Text mb="md">{text('handovers.intro')}</Text>
      <Button onClick={() => setOpen(true)}>{text('handovers.propose')}</Button>
      <HandoverSections
        ownId={user.id}
        isGp={user.role === 'GP'}
        colleagueOf={(id) => colleagues.get(id)?.displayName ?? text('handovers.somebody')}
      />
      {(isOpen || client !== undefined) && (
        <ProposeDialog
          today={today}
          ownId={user.id}
          ownRole={user.role}
          colleagues={[...colleagues.values()]}
          {...(client !== undefined && { client: { id: client.id, name: listName(client.name) } })}
          onClose={close}
        />
      )}
    </>
  );
}
