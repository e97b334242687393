import { Anchor } from '@mantine/core';
import { formatDutchDay, formatDutchDayShort } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useProfileLabels } from '../platform/profile-labels.tsx';
import { type AgendaLine, type Decision, holds } from './meeting-queries.ts';
import { decisionWords, type NameOf, reasonWords } from './meeting-words.ts';
import classes from './meetings.module.css';

type Props = { line: AgendaLine; nameOf: NameOf; today: string };

/** What the team needs to know of one client, and what was decided about her just now. */
export function RunCard({ line, nameOf, today }: Props) {
  const { clientId, clientName, birthDate, reasons, question, presenterId, previousDecisions, openActions, feedback } =
    line;
  const labels = useProfileLabels();
  const now = new Set(line.decisions.map(({ action }) => action?.id));
  const earlier = openActions.filter(({ id }) => !now.has(id));
  const lasting = previousDecisions.filter(holds);
  return (
    <article aria-labelledby="line-name">
      <div className={classes['runHead']}>
        <h2 id="line-name" className={classes['runName']}>
          {clientName} {birthDate !== null && <span className={classes['runBorn']}>{formatDutchDay(birthDate)}</span>}
        </h2>
        <Anchor href={`/clients/${clientId}`} target="_blank" rel="noreferrer">
          {text('teamMeetings.run.record')}
        </Anchor>
      </div>
      {question !== null && <p className={classes['runQuestion']}>{question}</p>}
      <dl className={classes['runFacts']}>
        <Fact term={text('teamMeetings.run.why')}>
          {reasons.map((reason) => (
            <li key={`${reason.code} ${reason.rowId}`}>{reasonWords(reason, question)}</li>
          ))}
        </Fact>
        {presenterId !== null && (
          <Fact term={text('teamMeetings.agenda.bringsIn')}>
            <li>{nameOf(presenterId)}</li>
          </Fact>
        )}
        <Fact term={text('teamMeetings.run.last')}>
          {lasting.length === 0 && <li className={classes['quiet']}>{text('teamMeetings.run.lastNothing')}</li>}
          {lasting.map((decision) => (
            <li key={decision.id}>
              {decisionWords(decision, nameOf, labels)} {decision.action && <Came action={decision.action} />}
            </li>
          ))}
        </Fact>
        {earlier.length > 0 && (
          <Fact term={text('teamMeetings.run.open')}>
            {earlier.map((action) => (
              <li key={action.id}>
                {text('teamMeetings.run.action', {
                  text: action.text,
                  name: nameOf(action.ownerId),
                  day: formatDutchDayShort(action.dueOn),
                })}
                {action.dueOn < today && ` · ${text('actions.late')}`}
              </li>
            ))}
          </Fact>
        )}
        <Fact term={text('teamMeetings.run.decisions')}>
          <Taken decisions={line.decisions} nameOf={nameOf} />
        </Fact>
        <Fact term={text('teamMeetings.feedback.short')}>
          <li className={feedback === null ? classes['quiet'] : undefined}>
            {feedback === null
              ? text('teamMeetings.feedback.none')
              : text('teamMeetings.feedback.line', {
                  name: nameOf(feedback.by),
                  day: feedback.on === null ? '…' : formatDutchDay(feedback.on),
                })}
          </li>
        </Fact>
      </dl>
    </article>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}

/** What came of it. */
function Came({ action: { state } }: { action: NonNullable<Decision['action']> }) {
  return state === 'OPEN' ? null : (
    <strong>{text(state === 'DONE' ? 'teamMeetings.run.isDone' : 'teamMeetings.run.isCancelled')}</strong>
  );
}

/** Decisions of this meeting as they came; one that was taken back stays, struck. */
function Taken({ decisions, nameOf }: { decisions: readonly Decision[]; nameOf: NameOf }) {
  const labels = useProfileLabels();
  const taken = decisions.filter(({ reversesId }) => reversesId === null);
  if (taken.length === 0) return <li className={classes['quiet']}>{text('teamMeetings.run.noDecisions')}</li>;
  return taken.map((decision) => {
    const words = decisionWords(decision, nameOf, labels);
    return (
      <li key={decision.id}>
        {decision.undone === null ? (
          <>
            <IconCheck size={22} aria-hidden className={classes['check']} /> {words}
          </>
        ) : (
          <>
            <s>{words}</s> ({text('teamMeetings.run.undone')})
          </>
        )}
      </li>
    );
  });
}
