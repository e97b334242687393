import { dayOfInstant } from '@samenoud/domain';
import { useState } from 'react';
import { NetworkSection } from '../networks/NetworkSection.tsx';
import paper from '../ui/Document.module.css';
import { SurroundingsSection } from '../surroundings-plans/SurroundingsSection.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

/** The people around a client, and what they do when things go wrong. */
export function ClientNetworkPage() {
  const clientId = useClientId();
  const mayWrite = useMay(clientId)('CARE_PLAN', 'UPDATE');
  const colleagues = useColleagues();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const nameOf = (id: string): string => colleagues.get(id)?.displayName ?? '';
  return (
    <div className={paper['panel']}>
      <NetworkSection clientId={clientId} today={today} mayWrite={mayWrite} nameOf={nameOf} />
      <SurroundingsSection clientId={clientId} today={today} mayWrite={mayWrite} nameOf={nameOf} />
    </div>
  );
}
