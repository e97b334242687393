import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConsentPanel } from '../consents/ConsentPanel.tsx';
import { organisationsQuery } from '../organisations/colleague-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';

/** The register of a client whose name she may not see. */
export function ClosedConsent() {
  const clientId = useClientId();
  const { role } = useSession().user;
  const { data: organisations } = useSuspenseQuery(organisationsQuery);
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  return (
    <ConsentPanel
      clientId={clientId}
      clientName={text('consents.closed.client')}
      today={today}
      organisations={organisations}
      people={[]}
      nameOf={(userId) => colleagues.get(userId)?.displayName}
      mayAsk={mayEver(role, 'CONSENT', 'CREATE')}
      mayWithdraw={mayEver(role, 'CONSENT', 'VOID')}
      mayPrint={false}
    />
  );
}
