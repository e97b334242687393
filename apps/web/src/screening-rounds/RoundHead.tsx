import { Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

const dayOf = (instant: string): string => formatDutchDay(dayOfInstant(instant));

/** Name, state and days of a round: on each of its pages. */
export function RoundHead({ round }: { round: Round }) {
  const { name, state, closedAt, cancelledAt, cancelReason } = round;
  const days = { referenceDate: formatDutchDay(round.referenceDate), returnBy: formatDutchDay(round.returnBy) };
  return (
    <>
      <Link to="/screening-rounds" className={classes['back'] ?? ''}>
        {text('screeningRounds.all')}
      </Link>
      <div className={classes['head']}>
        <Title order={1}>{name}</Title>
        <span className={classes['tag']}>{text(`screeningRounds.roundState.${state}`)}</span>
      </div>
      <p className={classes['quiet']}>{text('screeningRounds.head.days', days)}</p>
      {closedAt !== null && <p>{text('screeningRounds.head.closed', { day: dayOf(closedAt) })}</p>}
      {cancelledAt !== null && (
        <p>{text('screeningRounds.head.cancelled', { day: dayOf(cancelledAt), reason: cancelReason ?? '' })}</p>
      )}
    </>
  );
}
