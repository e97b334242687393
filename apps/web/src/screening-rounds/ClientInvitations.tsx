import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type ClientInvitation, clientInvitationsQuery } from './client-invitation-queries.ts';
import { factWords, nextStepWords } from './invitation-words.ts';
import classes from './screening-rounds.module.css';

function Line({ invitation }: { invitation: ClientInvitation }) {
  const { roundId, round, state, nextStep } = invitation;
  return (
    <li>
      <Link to={`/screening-rounds/${roundId}`} className={classes['phone'] ?? ''}>
        {round.name}
      </Link>
      : <strong>{text(`screeningRounds.state.${state}`)}</strong>
      <div className={classes['quiet']}>{factWords(invitation).join(' · ')}</div>
      {nextStep !== null && <div>{text('screeningRounds.ofClient.next', { step: nextStepWords(invitation) })}</div>}
    </li>
  );
}

/** In the record: whether this client was asked, and how far it came. */
export function ClientInvitations({ clientId }: { clientId: string }) {
  const { data: invitations } = useQuery(clientInvitationsQuery(clientId));
  if (invitations === undefined) return null;
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{text('screeningRounds.ofClient.title')}</h2>
      {invitations.length === 0 && <p className={classes['quiet']}>{text('screeningRounds.ofClient.none')}</p>}
      <ul className={classes['invitations']}>
        {invitations.map((invitation) => (
          <Line key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}
