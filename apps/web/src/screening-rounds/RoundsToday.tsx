import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import classes from './screening-rounds.module.css';
import type { RoundAct } from './use-round-acts.ts';

/** On Vandaag: what is next in each round, one click from the work itself. */
export function RoundsToday({ acts }: { acts: readonly RoundAct[] }) {
  return (
    <section aria-labelledby="rounds-today" className={classes['today']}>
      <h2 id="rounds-today" className={classes['sectionTitle']}>
        {text('screeningRounds.title')}
      </h2>
      <Rows className={classes['todayLines']}>
        {acts.map(({ roundId, roundName, act, href }) => (
          <li key={roundId}>
            <Link to={href}>
              <strong>{text(`screeningRounds.next.${act}.title`)}</strong>
              <span>{roundName}</span>
            </Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}
