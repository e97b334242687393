import { text } from '@samenoud/texts';
import { logOfClientQuery, type Period } from './access-log-queries.ts';
import { LogView } from './LogView.tsx';

/** Who saw or changed what of one client; for the log officer, and for the GP within the record. */
export function ClientAccessLog({ clientId, period }: { clientId: string; period: Period }) {
  return (
    <LogView
      query={logOfClientQuery(clientId, period)}
      caption={text('accessLog.client.caption')}
      empty={{ title: text('accessLog.client.empty'), hint: text('accessLog.client.emptyHint') }}
    />
  );
}
