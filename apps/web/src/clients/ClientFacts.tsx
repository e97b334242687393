import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { BsnField } from './BsnField.tsx';
import type { Client } from './client-types.ts';
import { addressLine } from './client-words.ts';
import classes from './clients.module.css';

function Bsn({ client }: { client: Client }): ReactNode {
  const hidden = client.hidden?.find(({ pointer }) => pointer === '/bsn');
  if (hidden !== undefined) return <HiddenNote code={hidden.code} what={text('clients.record.bsn')} />;
  return client.bsn ? <BsnField key={client.id} clientId={client.id} masked={client.bsn} /> : null;
}

/** What does not stand in the head of the record, or not whole. */
export function ClientFacts({ client }: { client: Client }) {
  const facts: [string, ReactNode][] = [
    [text('clients.form.field.name.given'), client.name.given],
    [text('clients.record.address'), addressLine(client)],
    [text('clients.record.livesAtHome'), text(client.livesAtHome ? 'clients.form.yes' : 'clients.form.no')],
    [text('clients.record.hisNumber'), client.hisNumber],
    [text('clients.record.bsn'), client.bsn === null ? null : <Bsn key="bsn" client={client} />],
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value ?? <span className={classes['none']}>{text('common.noValue')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
