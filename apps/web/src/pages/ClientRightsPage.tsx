import { dayOfInstant, mayEver } from '@samenoud/domain';
import { useState } from 'react';
import classes from '../client-rights/client-rights.module.css';
import { ExportSection } from '../client-rights/ExportSection.tsx';
import { HistorySection } from '../client-rights/HistorySection.tsx';
import { RestrictionSection } from '../client-rights/RestrictionSection.tsx';
import { StatementsSection } from '../client-rights/StatementsSection.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';

/** What a client can ask of us: a copy, a correction that stays visible, her own words, and to be left alone. */
export function ClientRightsPage() {
  const clientId = useClientId();
  const { role } = useSession().user;
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  const mayDecide = mayEver(role, 'DESTRUCTION', 'FINALISE');
  const mayRegister = mayDecide || mayEver(role, 'DESTRUCTION', 'CREATE');
  return (
    <div className={classes['panel']}>
      {mayEver(role, 'CLIENT_EXPORT', 'EXPORT') && <ExportSection clientId={clientId} />}
      <StatementsSection
        clientId={clientId}
        today={today}
        mayRegister={mayRegister}
        nameOf={(userId) => colleagues.get(userId)?.displayName}
      />
      {mayRegister && <RestrictionSection clientId={clientId} today={today} mayDecide={mayDecide} />}
      <HistorySection clientId={clientId} />
    </div>
  );
}
