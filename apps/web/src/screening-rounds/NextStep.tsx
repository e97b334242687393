import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { type NextAct, placeOfAct } from './next-act.ts';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

type Props = { round: Round; act: NextAct; onClose: () => void };

/** The one next step of a round, with why. */
export function NextStep({ round, act, onClose }: Props) {
  const label = text(`screeningRounds.next.${act}.title`);
  return (
    <section className={classes['next']} aria-labelledby="next-title">
      <h2 id="next-title">{text('screeningRounds.next.title')}</h2>
      <p>{text(`screeningRounds.next.${act}.hint`)}</p>
      {act === 'CLOSE' ? (
        <Button onClick={onClose}>{label}</Button>
      ) : (
        <Button component={Link} to={placeOfAct(act, round.id)}>
          {label}
        </Button>
      )}
    </section>
  );
}

/** What stands there when nothing is to be done any more. */
export function NothingNext({ round }: { round: Round }) {
  const isCancelled = round.state === 'CANCELLED';
  return (
    <section className={classes['next']}>
      <p>
        <strong>{text(isCancelled ? 'screeningRounds.next.doneCancelled' : 'screeningRounds.next.done')}</strong>
      </p>
      {!isCancelled && <p>{text('screeningRounds.next.doneHint')}</p>}
    </section>
  );
}
