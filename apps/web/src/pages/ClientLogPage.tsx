import { Text } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientLogs } from '../access-logs/ClientLogs.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useClientId } from './use-client-id.ts';

/** Who opened or changed this record, within the record itself. */
export function ClientLogPage() {
  const clientId = useClientId();
  const { role } = useSession().user;
  if (!mayEver(role, 'ACCESS_LOG_CLIENT', 'READ')) return <NotFoundPage />;
  return (
    <>
      <Text mb="md">{text('accessLog.intro')}</Text>
      <ClientLogs clientId={clientId} />
    </>
  );
}
