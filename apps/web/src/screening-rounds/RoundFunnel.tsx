import { EXIT_STATES, type Funnel } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import type { Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

const STEPS = ['invited', 'sent', 'reminded', 'received', 'incomplete', 'scored', 'discussed', 'assigned'] as const;

/** Which people a number is about, as the filter of the list of invitations. */
const peopleOf = (round: Round, filter: string): string => `/screening-rounds/${round.id}/invitations?${filter}`;

type StepProps = { round: Round; step: keyof Funnel };

function Step({ round, step }: StepProps) {
  const count = round.funnel[step];
  const share = round.funnel.invited === 0 ? 0 : count / round.funnel.invited;
  const what = text(`screeningRounds.funnel.${step}`);
  return (
    <tr data-part={step === 'incomplete' || undefined}>
      <th scope="row">{what}</th>
      <td data-number>
        {count === 0 ? (
          0
        ) : (
          <Link
            to={peopleOf(round, `group=${step.toUpperCase()}`)}
            aria-label={text('screeningRounds.funnel.open', { what, n: count })}
          >
            {count}
          </Link>
        )}
      </td>
      <td data-number>{Math.round(share * 100)} %</td>
      <td aria-hidden="true" data-chart>
        {count > 0 && <span className={classes['bar']} style={{ width: `${share * 100}%` }} />}
      </td>
    </tr>
  );
}

/** How many came how far: a table whose rows are bars, each number a way to its people. */
export function RoundFunnel({ round }: { round: Round }) {
  const exits = EXIT_STATES.filter((state) => round.states[state] > 0);
  return (
    <section>
      <h2 className={classes['sectionTitle']}>{text('screeningRounds.funnel.title')}</h2>
      <p className={classes['quiet']}>{text('screeningRounds.funnel.hint')}</p>
      <table className={classes['funnel']}>
        <caption className="visually-hidden">{text('screeningRounds.funnel.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('screeningRounds.funnel.step')}</th>
            <th scope="col" data-number>
              {text('screeningRounds.funnel.count')}
            </th>
            <th scope="col" data-number>
              <span aria-hidden="true">%</span>
              <span className="visually-hidden">{text('screeningRounds.funnel.share')}</span>
            </th>
            <th scope="col" data-chart aria-hidden="true">
              {text('screeningRounds.funnel.chart')}
            </th>
          </tr>
        </thead>
        <tbody>
          {STEPS.map((step) => (
            <Step key={step} round={round} step={step} />
          ))}
        </tbody>
      </table>
      <h3 className={classes['subTitle']}>{text('screeningRounds.funnel.exits')}</h3>
      {exits.length === 0 && <p className={classes['quiet']}>{text('screeningRounds.funnel.exitsNone')}</p>}
      {exits.length > 0 && (
        <ul className={classes['exits']}>
          {exits.map((state) => {
            const what = text(`screeningRounds.state.${state}`);
            const n = round.states[state];
            return (
              <li key={state}>
                {what}{' '}
                <Link
                  to={peopleOf(round, `state=${state}`)}
                  aria-label={text('screeningRounds.funnel.open', { what, n })}
                >
                  {n}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
