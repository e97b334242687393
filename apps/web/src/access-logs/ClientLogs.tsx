import { SegmentedControl, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
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
const ACCESS = { value: 'ACCESS', label: text('accessExplanations.open') };

type Props = {
  clientId: string;
  /** For who may make the PDF. */
  client?: FindLoggedClient;
  /** Who can see the record now, for who has no page of the record to read it on. */
  renderAccess?: (clientId: string) => ReactNode;
};

/** One client's log in both ways: in words for the client, and row by row. */
export function ClientLogs({ clientId, client, renderAccess }: Props) {
  const [view, setView] = useState('CLIENT');
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const views = renderAccess === undefined ? VIEWS : [...VIEWS, ACCESS];
  const period = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return (
    <>
      <SegmentedControl aria-label={text('accessOverview.page.tabs')} data={views} value={view} onChange={setView} />
      {view === ACCESS.value && renderAccess !== undefined ? (
        renderAccess(clientId)
      ) : (
        <>
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
      )}
    </>
  );
}
