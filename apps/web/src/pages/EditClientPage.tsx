import { Title } from '@mantine/core';
import { grantFor, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { clientQuery } from '../clients/client-queries.ts';
import { nameWithTitle } from '../clients/client-words.ts';
import { EditClient } from '../clients/EditClient.tsx';
import { colleaguesQuery } from '../organisations/colleague-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import { WhatStops } from '../screening-rounds/WhatStops.tsx';
import { useClientId } from './use-client-id.ts';
import { gpsAmong } from './use-colleagues.ts';

export function EditClientPage() {
  const id = useClientId();
  const { role } = useSession().user;
  const { data: client } = useSuspenseQuery(clientQuery(id));
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery);
  const { data: responses = [] } = useQuery({
    ...responsesQuery(id),
    enabled: mayEver(role, 'HEALTH_ANSWERS', 'CREATE'),
  });
  const hasFormInProgress = responses.some(({ status }) => status === 'IN_PROGRESS');
  const navigate = useNavigate();
  const title = text('clients.form.editTitle', { name: nameWithTitle(client) });
  return (
    <>
      <title>{`${title} · ${text('common.productName')}`}</title>
      <Title order={1} mb="md">
        {title}
      </Title>
      <EditClient
        client={client}
        gps={gpsAmong(colleagues)}
        contactOnly={grantFor(role, 'IDENTITY', 'UPDATE')?.limit === 'CONTACT_DETAILS_ONLY'}
        maySetBsn={mayEver(role, 'BSN', 'CREATE')}
        renderStops={
          mayEver(role, 'SCREENING', 'READ')
            ? (status) => <WhatStops clientId={id} status={status} hasFormInProgress={hasFormInProgress} />
            : undefined
        }
        onDone={() => void navigate(`/clients/${id}`)}
      />
    </>
  );
}
