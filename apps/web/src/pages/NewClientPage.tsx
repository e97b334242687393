import { Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { RegisterClient } from '../clients/RegisterClient.tsx';
import { colleaguesQuery } from '../organisations/colleague-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { gpsAmong } from './use-colleagues.ts';

export function NewClientPage() {
  const { user } = useSession();
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery);
  const navigate = useNavigate();
  return (
    <>
      <title>{`${text('clients.form.newTitle')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="md">
        {text('clients.form.newTitle')}
      </Title>
      <RegisterClient
        gps={gpsAmong(colleagues)}
        ownGpId={user.role === 'GP' ? user.id : undefined}
        maySetBsn={mayEver(user.role, 'BSN', 'CREATE')}
        onDone={({ id }) => void navigate(`/clients/${id}`, { replace: true })}
        onCancel={() => void navigate('/clients')}
      />
    </>
  );
}
