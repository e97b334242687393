import { Badge, Button, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay, isFrozen, takesAgreement } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { AgreementDialog } from './AgreementDialog.tsx';
import { ConfirmedBefore } from './ConfirmedBefore.tsx';
import { type AgendaLine, type AgendaPlace, isShared, type Meeting, toDiscuss } from './meeting-queries.ts';
import { type NameOf, reasonWords } from './meeting-words.ts';
import classes from './meetings.module.css';
import { NotAsked } from './NotAsked.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';

type Props = { meeting: Meeting; nameOf: NameOf };

/** Who will be discussed and why, in the order of the meeting. A place that is not shared keeps its number. */
export function AgendaList({ meeting, nameOf }: Props) {
  const [asking, setAsking] = useState<AgendaLine>();
  const [agreeing, setAgreeing] = useState<AgendaLine>();
  const { agenda, gone, mayWrite, state } = meeting;
  const mayAsk = mayWrite && !isFrozen(state);
  const mayAgree = mayWrite && takesAgreement(state);
  return (
    <section aria-labelledby="agenda-title" className={classes['section']}>
      <Title order={2} id="agenda-title" mb="sm">
        {plural('teamMeetings.agenda.count', toDiscuss(meeting).length)}
      </Title>
      {agenda.length === 0 && (
        <EmptyState title={text('teamMeetings.agenda.none.title')} hint={text('teamMeetings.agenda.none.hint')} />
      )}
      {mayAgree && <NotAsked meeting={meeting} onAsk={setAgreeing} />}
      <ol className={classes['agenda']}>
        {agenda.map((place) => (
          <li key={place.place} className={place.dropped ? classes['dropped'] : undefined}>
            {isShared(place) ? (
              <Line
                meetingOn={dayOfInstant(meeting.startsAt)}
                line={place}
                nameOf={nameOf}
                {...(mayAsk && { onAsk: () => setAsking(place) })}
                {...(mayAgree && { onAgree: () => setAgreeing(place) })}
              />
            ) : (
              <NotShared place={place} />
            )}
          </li>
        ))}
      </ol>
      <ConfirmedBefore confirmed={meeting.confirmed} nameOf={nameOf} />
      {gone.length > 0 && (
        <>
          <Title order={3} mt="lg">
            {text('teamMeetings.agenda.gone')}
          </Title>
          <ul>
            {gone.map(({ clientId, clientName }) => (
              <li key={clientId}>{clientName}</li>
            ))}
          </ul>
        </>
      )}
      {asking !== undefined && (
        <QuestionDialog meetingId={meeting.id} line={asking} onClose={() => setAsking(undefined)} />
      )}
      {agreeing !== undefined && (
        <AgreementDialog meetingId={meeting.id} line={agreeing} onClose={() => setAgreeing(undefined)} />
      )}
    </section>
  );
}

function NotShared({ place: { dropped } }: { place: AgendaPlace }) {
  return (
    <p className={classes['quiet']}>
      {text('teamMeetings.agenda.notShared')}
      {dropped && ` (${text('teamMeetings.agenda.dropped')})`}
    </p>
  );
}

type LineProps = { line: AgendaLine; meetingOn: string; nameOf: NameOf; onAsk?: () => void; onAgree?: () => void };

function Line({ line, meetingOn, nameOf, onAsk, onAgree }: LineProps) {
  const { clientId, clientName, birthDate, reasons, onTop, addedLater, dropped, presenterId, question, hidden } = line;
  const agreement = text(`teamMeetings.agreement.state.${line.clientAgreement ?? 'NOT_ASKED'}`);
  const act = text(question === null ? 'teamMeetings.agenda.ask' : 'teamMeetings.agenda.changeQuestion');
  return (
    <>
      <p className={classes['who']}>
        <Link to={`/clients/${clientId}`} className={classes['name']}>
          {clientName}
        </Link>
        {birthDate !== null && <span className={classes['quiet']}>{formatDutchDay(birthDate)}</span>}
        {onTop && <Mark words={text('teamMeetings.agenda.onTop')} />}
        {addedLater && <Mark words={text('teamMeetings.agenda.addedLater')} />}
        {dropped && <Mark words={text('teamMeetings.agenda.dropped')} />}
        {line.clientAgreement === 'NO' && <Mark words={text('teamMeetings.agreement.ownOnly')} />}
      </p>
      <ul className={classes['reasons']}>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.rowId}`}>{reasonWords(reason, question, meetingOn)}</li>
        ))}
        {hidden !== undefined && hidden.length > 0 && (
          <li className={classes['quiet']}>{text('teamMeetings.agenda.hiddenReason')}</li>
        )}
      </ul>
      {question !== null && <p className={classes['question']}>{text('teamMeetings.agenda.question', { question })}</p>}
      <div className={classes['acts']}>
        <span className={classes['quiet']}>
          {presenterId === null
            ? text('teamMeetings.agenda.noPresenter')
            : text('teamMeetings.agenda.presenter', { name: nameOf(presenterId) })}
        </span>
        {onAsk && !dropped && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={text('teamMeetings.about', { act, name: clientName })}
            onClick={onAsk}
          >
            {act}
          </Button>
        )}
        {onAgree && !dropped ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={text('teamMeetings.about', { act: agreement, name: clientName })}
            onClick={onAgree}
          >
            {agreement}
          </Button>
        ) : (
          <span className={classes['quiet']}>{agreement}</span>
        )}
      </div>
    </>
  );
}

function Mark({ words }: { words: string }) {
  return (
    <Badge variant="outline" component="span">
      {words}
    </Badge>
  );
}
