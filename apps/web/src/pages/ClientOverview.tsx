import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { clientQuery } from '../clients/client-queries.ts';
import { addressLine } from '../clients/client-words.ts';
import classes from '../clients/clients.module.css';
import { useClientId } from './use-client-id.ts';

export function ClientOverview() {
  const { data: client } = useSuspenseQuery(clientQuery(useClientId()));
  const facts = [
    [text('clients.record.address'), addressLine(client)],
    [text('clients.record.phone'), client.phone],
    [text('clients.record.hisNumber'), client.hisNumber],
    [text('clients.record.bsn'), client.bsn],
  ] as const;
  return (
    <>
      <Title order={2} mb="sm">
        {text('clients.record.contact')}
      </Title>
      <dl className={classes['facts']}>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd className="numbers">{value ?? text('common.noValue')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
