import { SegmentedControl, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { ClientAccessLog } from './ClientAccessLog.tsx';
import { ClientOverview } from './ClientOverview.tsx';
import type { FindLoggedClient } from './access-log-types.ts';
import classes from './access-logs.module.css';
import { PrintOverview } from './PrintOverview.tsx';

const VIEWS = [
  { value: 'CLIENT', label: text('accessOverview.page.tab') },
  { value: 'ALL', label: text('accessOverview.page.all') },
];

/** One client's log in both ways: in words for the client, and row by row. `client` is there for who may make the PDF. */
export function ClientLogs({ clientId, client }: { clientId: string; client?: FindLoggedClient }) {
  const [view, setView] = useState('CLIENT');
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const period = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return (
    <>
      <SegmentedControl aria-label={text('accessOverview.page.tabs')} data={VIEWS} value={view} onChange={setView} />
      <div className={classes['choice']}>
        <DateField label={text('accessOverview.page.from')} value={from} onChange={setFrom} />
        <DateField label={text('accessOverview.page.until')} value={until} onChange={setUntil} />
      </div>
      {view === 'ALL' ? (
        <ClientAccessLog clientId={clientId} period={period} />
      ) : (
        <>
          {client === undefined ? (
            <Text c="dimmed">{text('accessOverview.page.printBy')}</Text>
          ) : (
            <PrintOverview clientId={clientId} client={client} period={period} />
          )}
          <ClientOverview clientId={clientId} period={period} />
        </>
      )}
    </>
  );
}
