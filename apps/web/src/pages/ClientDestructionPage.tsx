import { Text, Title } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RegisterDestruction } from '../destructions/RegisterDestruction.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { useClientId } from './use-client-id.ts';

/** In the record, under Privacy: the client asks to destroy it. */
export function ClientDestructionPage() {
  const clientId = useClientId();
  const { role } = useSession().user;
  const navigate = useNavigate();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const mayRegister = mayEver(role, 'DESTRUCTION', 'CREATE') || mayEver(role, 'DESTRUCTION', 'FINALISE');
  if (!mayRegister) return <NotFoundPage />;
  return (
    <section>
      <Title order={2}>{text('destructions.register.title')}</Title>
      <Text c="dimmed" mb="md">
        {text('destructions.register.hint')}
      </Text>
      <RegisterDestruction clientId={clientId} today={today} onDone={() => void navigate('/destructions')} />
    </section>
  );
}
