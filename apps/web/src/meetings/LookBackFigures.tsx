import { Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LookBack } from './meeting-queries.ts';
import classes from './look-back.module.css';

type Figures = LookBack['total'];

const BY_HAND = ['broughtIn', 'questions', 'confirmed', 'outcomes', 'feedback', 'reopened'] as const;
const RULES = ['time', 'decisions', 'actions', 'burden', 'team'] as const;

/** A number for each of how many, with one figure behind the comma. */
const each = (total: number, of: number): string => (total / of).toLocaleString('nl-NL', { maximumFractionDigits: 1 });

const decided = ({ decisions }: Figures): number => decisions.reduce((total, { count }) => total + count, 0);
const judged = ({ actionsInTime, actionsLate }: Figures): number => actionsInTime + actionsLate;

/** The figures of a year, each with what it is made of. */
export function LookBackFigures({ figures }: { figures: Figures }) {
  const { meetings, discussed, notDiscussed, notShared, minutes, plannedMinutes, decisions, undone, byHand, acts } =
    figures;
  const { actionsInTime, actionsRunning, actionsCancelled } = figures;
  const taken = acts - BY_HAND.reduce((total, key) => total + byHand[key], 0);
  return (
    <section className={classes['year']}>
      <p>{plural('lookBack.meetings', meetings)}</p>
      {notShared > 0 && <p className={classes['quiet']}>{plural('lookBack.notShared', notShared)}</p>}
      <dl className={classes['figures']}>
        <Figure term={text('lookBack.discussed')} value={String(discussed)}>
          <li>{text('lookBack.notDiscussed', { n: notDiscussed })}</li>
        </Figure>
        <Figure term={text('lookBack.time')} value={text('lookBack.minutes', { n: minutes })}>
          <li>{text('lookBack.planned', { n: plannedMinutes })}</li>
          {discussed > 0 && <li>{text('lookBack.each', { n: each(minutes, discussed) })}</li>}
        </Figure>
        <Figure
          term={text('lookBack.actions')}
          value={text('lookBack.ofActions', { n: actionsInTime, total: judged(figures) })}
        >
          <li>{text('lookBack.running', { n: actionsRunning })}</li>
          <li>{text('lookBack.cancelled', { n: actionsCancelled })}</li>
        </Figure>
        <Figure term={text('lookBack.decisions')} value={String(decided(figures))}>
          {decisions.map(({ kind, count }) => (
            <Counted key={kind} words={text(`teamMeetings.decision.${kind}`)} count={count} />
          ))}
          <li>{text('lookBack.undone', { n: undone })}</li>
        </Figure>
        <Figure term={text('lookBack.burden')} value={String(acts)}>
          {discussed > 0 && <li>{text('lookBack.perClient', { n: each(acts, discussed) })}</li>}
          {BY_HAND.map((key) => (
            <Counted key={key} words={text(`lookBack.byHand.${key}`)} count={byHand[key]} />
          ))}
          <Counted words={text('lookBack.byHand.decisions')} count={taken} />
        </Figure>
      </dl>
      <details>
        <summary>{text('lookBack.how')}</summary>
        <ul>
          {RULES.map((rule) => (
            <li key={rule}>{text(`lookBack.rules.${rule}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Figure({ term, value, children }: { term: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={classes['value']}>{value}</dd>
      <dd>
        <ul className={classes['made']}>{children}</ul>
      </dd>
    </div>
  );
}

function Counted({ words, count }: { words: string; count: number }) {
  return (
    <li className={classes['counted']}>
      <span>{words}</span>
      <span className="numbers">{count}</span>
    </li>
  );
}

const COLUMNS = ['discussed', 'time', 'decisions', 'actions', 'burden'] as const;

const SHOWN: Record<(typeof COLUMNS)[number], (figures: Figures) => string | number> = {
  discussed: ({ discussed }) => discussed,
  time: ({ minutes }) => text('lookBack.minutes', { n: minutes }),
  decisions: decided,
  actions: (figures) => text('lookBack.ofActions', { n: figures.actionsInTime, total: judged(figures) }),
  burden: ({ acts }) => acts,
};

/** The same per meeting, newest first. A phone shows the rows as blocks below each other. */
export function LookBackMeetings({ meetings }: { meetings: LookBack['meetings'] }) {
  return (
    <section aria-labelledby="per-meeting">
      <Title order={2} id="per-meeting" mb="sm">
        {text('lookBack.perMeeting')}
      </Title>
      <table className={`${classes['table']} numbers`}>
        <thead>
          <tr>
            <th scope="col">{text('teamMeetings.title')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {text(`lookBack.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ meetingId, heldOn, figures }) => (
            <tr key={meetingId}>
              <th scope="row">
                <Link to={`/meetings/${meetingId}/minutes`}>{formatDutchDay(heldOn)}</Link>
              </th>
              {COLUMNS.map((column) => (
                <td key={column} data-label={text(`lookBack.${column}`)}>
                  {SHOWN[column](figures)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
