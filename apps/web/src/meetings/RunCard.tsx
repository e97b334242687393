import { Anchor } from '@mantine/core';
import { formatDutchDay, formatDutchDayShort } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProfileLabels } from '../platform/profile-labels.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { type AgendaCard, cardQuery } from './card-queries.ts';
import { cameOf, changeWords, planWords, postponedWords } from './card-words.ts';
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
  const { data: card } = useQuery(cardQuery(line));
  return (
    <article aria-labelledby="line-name">
      <div className={classes['runHead']}>
        <h2 id="line-name" className={classes['runName']}>
          {clientName} {birthDate !== null && <span className={classes['runBorn']}>{formatDutchDay(birthDate)}</span>}
        </h2>
        <span className={classes['runProfile']}>
          {card?.assigned && <ProfileTag profile={card.assigned} kind="ASSIGNED" />}
          {line.proposed !== null && <ProfileTag profile={line.proposed} kind="PROPOSED" />}
        </span>
        <Anchor href={`/clients/${clientId}`} target="_blank" rel="noreferrer">
          {text('teamMeetings.run.record')}
        </Anchor>
      </div>
      {line.clientAgreement === 'NO' && <p className={classes['since']}>{text('teamMeetings.agreement.refused')}</p>}
      {card !== undefined && card.changedSince.length > 0 && (
        <p className={classes['since']}>
          {text('meetingCard.since', {
            what: card.changedSince.map(({ code }) => text(`meetingCard.change.${code}`)).join(', '),
          })}
        </p>
      )}
      {question !== null && <p className={classes['runQuestion']}>{question}</p>}
      <div className={classes['runSides']}>
        <dl className={classes['runFacts']}>
          <Fact term={text('teamMeetings.run.why')}>
            {reasons.map((reason) => (
              <li key={`${reason.code} ${reason.rowId}`}>{reasonWords(reason, question, today)}</li>
            ))}
          </Fact>
          {card !== undefined && <CardFacts card={card} />}
        </dl>
        <dl className={classes['runFacts']}>
          <Fact term={text('teamMeetings.run.last')}>
            {lasting.length === 0 && <li className={classes['quiet']}>{text('teamMeetings.run.lastNothing')}</li>}
            {lasting.map((decision) => (
              <li key={decision.id}>
                {decisionWords(decision, nameOf, labels)} <Came words={cameOf(decision, today)} />
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
                  <Came words={postponedWords(action)} />
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
                : text('teamMeetings.feedback.who', {
                    name: nameOf(feedback.by),
                    day: feedback.on === null ? '…' : formatDutchDay(feedback.on),
                  })}
            </li>
          </Fact>
          {presenterId !== null && (
            <Fact term={text('teamMeetings.agenda.bringsIn')}>
              <li>{nameOf(presenterId)}</li>
            </Fact>
          )}
          <Fact term={text('teamMeetings.agreement.short')}>
            <li className={line.clientAgreement === 'NOT_ASKED' ? classes['quiet'] : undefined}>
              {text(`teamMeetings.agreement.said.${line.clientAgreement ?? 'NOT_ASKED'}`)}
            </li>
          </Fact>
        </dl>
      </div>
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

/** What changed since the form before, and the plan on a page; what is not shared says so. */
function CardFacts({ card: { answers, plan, hidden } }: { card: AgendaCard }) {
  const isHidden = (pointer: string): boolean => hidden?.some((part) => part.pointer === pointer) ?? false;
  const changes = answers === null ? [] : changeWords(answers);
  const goals = plan === null ? [] : planWords(plan);
  return (
    <>
      {(changes.length > 0 || isHidden('/answers')) && (
        <Fact term={text('meetingCard.changed')}>
          {changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
          {isHidden('/answers') && <li className={classes['quiet']}>{text('profileReview.hidden')}</li>}
        </Fact>
      )}
      <Fact term={text('meetingCard.plan')}>
        {goals.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {plan === null && (
          <li className={classes['quiet']}>
            {text(isHidden('/plan') ? 'meetingCard.notShared' : 'meetingCard.noPlan')}
          </li>
        )}
      </Fact>
    </>
  );
}

/** What came of it. */
const Came = ({ words }: { words: string | undefined }) => words !== undefined && <strong>{` · ${words}`}</strong>;

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
