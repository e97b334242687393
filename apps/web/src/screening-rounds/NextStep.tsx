import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { type DueAct, placeOfAct } from './next-act.ts';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

const words = ({ act, count: n }: DueAct): string => {
  const title = text(`screeningRounds.next.${act}.title`);
  return n === undefined ? title : text('screeningRounds.next.counted', { act: title, n });
};

type Props = { round: Round; acts: readonly DueAct[]; onClose: () => void };

/** Where an act is done, as a button or a link; closing asks first. */
function Act({ round, due, isFirst, onClose }: Omit<Props, 'acts'> & { due: DueAct; isFirst: boolean }) {
  const look = isFirst ? {} : ({ variant: 'subtle', size: 'sm', px: 0 } as const);
  if (due.act === 'CLOSE')
    return (
      <Button {...look} onClick={onClose}>
        {words(due)}
      </Button>
    );
  return (
    <Button {...look} component={Link} to={placeOfAct(due.act, round.id)}>
      {words(due)}
    </Button>
  );
}

/** The next step of a round with why, and what comes after it. */
export function NextStep({ round, acts: [first, ...others], onClose }: Props) {
  if (first === undefined) return null;
  return (
    <section className={classes['next']} aria-labelledby="next-title">
      <h2 id="next-title">{text('screeningRounds.next.title')}</h2>
      <p>{text(`screeningRounds.next.${first.act}.hint`)}</p>
      <Act round={round} due={first} isFirst onClose={onClose} />
      {others.length > 0 && (
        <>
          <h3 id="after-title">{text('screeningRounds.next.after')}</h3>
          <ol className={classes['after']} aria-labelledby="after-title">
            {others.map((due) => (
              <li key={due.act}>
                <Act round={round} due={due} isFirst={false} onClose={onClose} />
              </li>
            ))}
          </ol>
        </>
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
