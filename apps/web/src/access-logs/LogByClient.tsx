import { Button, Text, Title } from '@mantine/core';
import { formatDutchDay, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import { findLoggedClient } from './access-log-queries.ts';
import type { LoggedClient } from './access-log-types.ts';
import { ClientLogs } from './ClientLogs.tsx';
import { FindClient } from './FindClient.tsx';

const nameAndBirth = ({ name, birthDate }: LoggedClient): string =>
  text('accessLog.client.named', { name: listName(name), day: formatDutchDay(birthDate) });

/** The client who asks who looked: first found by name and birth date, then the log. */
export function LogByClient({ renderAccess }: { renderAccess: (clientId: string) => ReactNode }) {
  const [client, setClient] = useState<LoggedClient>();
  if (client === undefined) return <FindClient find={findLoggedClient} label={nameAndBirth} onFound={setClient} />;
  return (
    <>
      <Title order={2}>{nameAndBirth(client)}</Title>
      <Text mb="md">
        <Button variant="subtle" px={0} onClick={() => setClient(undefined)}>
          {text('accessLog.client.other')}
        </Button>
      </Text>
      <ClientLogs
        clientId={client.id}
        client={{ family: client.name.family, birthDate: client.birthDate }}
        renderAccess={renderAccess}
      />
    </>
  );
}
