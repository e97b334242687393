import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { BeginEmergency } from '../break-glass/BeginEmergency.tsx';
import type { EmergencyClient } from '../break-glass/emergency-queries.ts';
import { FindEmergencyClient } from '../break-glass/FindEmergencyClient.tsx';
import { useSession } from '../platform/session/session-queries.ts';

/** What was said on the way here: that the record is closed again. */
function saidOf(state: unknown): string {
  const said: unknown = typeof state === 'object' && state !== null && 'said' in state ? state.said : '';
  return typeof said === 'string' ? said : '';
}

/** For whoever has to give care now to somebody she does not know. */
export function EmergencyAccessPage() {
  const { role } = useSession().user;
  const said = saidOf(useLocation().state);
  const [client, setClient] = useState<EmergencyClient>();
  return (
    <>
      <title>{`${text('breakGlass.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('breakGlass.title')}</Title>
      <Text maw={720} mb="md">
        {text('breakGlass.intro')}
      </Text>
      {said !== '' && <Text fw={700}>{said}</Text>}
      {client === undefined ? (
        <FindEmergencyClient onChoose={setClient} />
      ) : (
        <BeginEmergency client={client} onOther={() => setClient(undefined)} />
      )}
      {mayEver(role, 'BREAK_GLASS', 'READ') && (
        <p>
          <Link to="/logboek/emergency">{text('breakGlass.review.title')}</Link>
        </p>
      )}
    </>
  );
}
