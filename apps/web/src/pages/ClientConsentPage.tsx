import { dayOfInstant, mayEver } from '@samenoud/domain';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clientQuery, contactPersonsQuery } from '../clients/client-queries.ts';
import { nameWithTitle } from '../clients/client-words.ts';
import { ConsentPanel } from '../consents/ConsentPanel.tsx';
import { organisationsQuery } from '../organisations/colleague-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';

/** What the client agreed to, within the record. */
export function ClientConsentPage() {
  const clientId = useClientId();
  const { role } = useSession().user;
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: organisations } = useSuspenseQuery(organisationsQuery);
  const { data: people = [] } = useQuery(contactPersonsQuery(clientId));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  return (
    <ConsentPanel
      clientId={clientId}
      clientName={nameWithTitle(client)}
      today={today}
      organisations={organisations}
      people={people}
      nameOf={(userId) => colleagues.get(userId)?.displayName}
      mayAsk={mayEver(role, 'CONSENT', 'CREATE')}
      mayPrint={mayEver(role, 'CONSENT', 'CREATE')}
      mayWithdraw={mayEver(role, 'CONSENT', 'VOID')}
    />
  );
}
