import { awaitsAnswer, mayStep } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { type ClientInvitation, clientInvitationsQuery } from './client-invitation-queries.ts';
import classes from './screening-rounds.module.css';

/** Statuses that stop what runs for a client. */
export type StoppingStatus = 'DECEASED' | 'MOVED' | 'ADMITTED' | 'DEREGISTERED';

type Props = { clientId: string; status: StoppingStatus; hasFormInProgress: boolean };

/** Of who leaves the practice in another way the letters stop, but no state tells it. */
function invitationLines(invitations: readonly ClientInvitation[], status: StoppingStatus): readonly string[] {
  const live = invitations.filter(({ isLive }) => isLive);
  if (status === 'DEREGISTERED')
    return live
      .filter(({ state }) => awaitsAnswer(state))
      .map(({ round }) => text('screeningRounds.stops.stays', { round: round.name }));
  const state = text(`screeningRounds.state.${status}`);
  return live
    .filter((one) => mayStep(one.state, status))
    .map(({ round }) => text('screeningRounds.stops.invitation', { round: round.name, state }));
}

function lines(invitations: readonly ClientInvitation[], { status, hasFormInProgress }: Props): readonly string[] {
  const live = invitationLines(invitations, status);
  return [
    ...live,
    ...(live.length > 0 ? [text('screeningRounds.stops.letters'), text('screeningRounds.stops.code')] : []),
    ...(hasFormInProgress ? [text('screeningRounds.stops.form')] : []),
  ];
}

/** What ends in one act with a new status, before it is saved. */
export function WhatStops(props: Props) {
  const { data: invitations, isError } = useQuery({ ...clientInvitationsQuery(props.clientId), staleTime: 0 });
  if (isError) return <p>{text('screeningRounds.stops.unknown')}</p>;
  if (invitations === undefined) return null;
  const found = lines(invitations, props);
  return (
    <>
      {found.length === 0 ? (
        <p>{text('screeningRounds.stops.nothing')}</p>
      ) : (
        <ul>
          {found.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <p className={classes['quiet']}>{text('screeningRounds.stops.correct')}</p>
    </>
  );
}
