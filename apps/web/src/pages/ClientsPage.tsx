import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ClientList } from '../clients/ClientList.tsx';

export function ClientsPage() {
  return (
    <>
      <title>{`${text('clients.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="md">
        {text('clients.title')}
      </Title>
      <ClientList />
    </>
  );
}
