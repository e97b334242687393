import { Text } from '@mantine/core';
import { dayOfInstant, mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ClientTeam } from '../care-teams/ClientTeam.tsx';
import { clientQuery, contactPersonsQuery } from '../clients/client-queries.ts';
import { nameWithTitle } from '../clients/client-words.ts';
import { PhoneLink } from '../clients/PhoneLink.tsx';
import { organisationsQuery } from '../organisations/colleague-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { ConsentStep } from './ConsentStep.tsx';
import { useClientId } from './use-client-id.ts';

/** The team within the record, with the question to the client where that comes first. */
export function ClientTeamPage() {
  const clientId = useClientId();
  const { user } = useSession();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: organisations } = useSuspenseQuery(organisationsQuery);
  const { data: people = [] } = useQuery(contactPersonsQuery(clientId));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = organisations.flatMap(({ members }) => members);
  const placeOf = (userId: string | null) =>
    organisations.find(({ members }) => members.some((member) => member.userId === userId))?.id;
  const isOwn = client.caseManagerId !== null && placeOf(client.caseManagerId) === placeOf(user.id);
  const mayChangeTeam = mayEver(user.role, 'TEAM', 'UPDATE');
  return (
    <ClientTeam
      clientId={clientId}
      profile={client.profile === undefined ? undefined : (client.profile.assigned ?? null)}
      colleagues={colleagues}
      mayChangeTeam={mayChangeTeam}
      mayNameCaseManager={mayEver(user.role, 'CASE_MANAGER', 'UPDATE') && (mayChangeTeam || isOwn)}
      renderPhone={({ phone, displayName }) => phone !== null && <PhoneLink phone={phone} who={displayName} />}
      renderConsent={({ userId, displayName }, goOn, cancel) =>
        mayEver(user.role, 'CONSENT', 'CREATE') ? (
          <ConsentStep
            clientId={clientId}
            clientName={nameWithTitle(client)}
            today={today}
            organisations={organisations}
            people={people}
            colleague={{ displayName, organisationId: placeOf(userId) ?? '' }}
            onGiven={goOn}
            onCancel={cancel}
          />
        ) : (
          <Text role="alert">{text('careTeams.consent.cannot')}</Text>
        )
      }
    />
  );
}
