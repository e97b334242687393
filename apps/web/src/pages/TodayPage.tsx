import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

export function TodayPage() {
  const { user } = useSession();
  return (
    <>
      <title>{`${text('common.nav.today')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="lg">
        {text('clients.today.greeting', { name: user.displayName })}
      </Title>
      <EmptyState title={text('clients.today.nothingDue')} hint={text('clients.today.nothingDueHint')}>
        <Link to="/clients">{text('clients.today.toClients')}</Link>
      </EmptyState>
    </>
  );
}
