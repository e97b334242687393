import { Anchor, Group, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { useProfileLabels } from '../platform/profile-labels.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { MeetingHisTexts, Minutes } from './meeting-queries.ts';
import { decisionWords, type NameOf } from './meeting-words.ts';
import classes from './meetings.module.css';
import review from './review.module.css';

type Item = Minutes['items'][number];
type HisText = MeetingHisTexts['texts'][number];
type Props = {
  minutes: Minutes;
  nameOf: NameOf;
  /** Whether these are the newest, of which there is a page for each client. */
  isNewest: boolean;
  hisTexts?: readonly HisText[] | undefined;
};

/** What was decided of each client, as it stood when the meeting closed. */
export function MinutesList({ minutes: { items, attendance }, nameOf, isNewest, hisTexts }: Props) {
  const present = attendance.filter((one) => one.present === true).map(({ displayName }) => displayName);
  return (
    <section aria-labelledby="minutes-title" className={classes['section']}>
      <Title order={2} id="minutes-title" mb="sm">
        {text('teamMeetings.minutes.title')}
      </Title>
      {present.length > 0 && <p>{text('teamMeetings.minutes.present', { names: present.join(', ') })}</p>}
      <ol className={classes['agenda']}>
        {items.map((item) => (
          <li key={item.place}>
            {item.shared ? (
              <>
                <MinutesItem item={item} nameOf={nameOf} />
                {isNewest && item.outcome === 'DISCUSSED' && (
                  <Outgoing item={item} his={hisTexts?.find(({ itemId }) => itemId === item.itemId)} />
                )}
              </>
            ) : (
              <p className={classes['quiet']}>{text('teamMeetings.agenda.notShared')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function MinutesItem({ item, nameOf }: { item: Item; nameOf: NameOf }) {
  const { clientId, clientName, birthDate, question, outcome, decisions, feedback, hidden } = item;
  const labels = useProfileLabels();
  return (
    <>
      <p className={classes['who']}>
        <Link to={`/clients/${clientId}`} className={classes['name']}>
          {clientName}
        </Link>
        {birthDate !== null && <span className={classes['quiet']}>{formatDutchDay(birthDate)}</span>}
      </p>
      {question !== null && <p className={classes['question']}>{text('teamMeetings.agenda.question', { question })}</p>}
      {decisions.length === 0 && (
        <p className={classes['quiet']}>
          {text(outcome === 'DISCUSSED' ? 'teamMeetings.minutes.noDecision' : 'teamMeetings.minutes.notDiscussed')}
        </p>
      )}
      <ul className={classes['reasons']}>
        {decisions.map((decision) => (
          <li key={decision.id}>{decisionWords(decision, nameOf, labels)}</li>
        ))}
        {hidden !== undefined && hidden.length > 0 && (
          <li className={classes['quiet']}>{text('teamMeetings.decided.hidden')}</li>
        )}
      </ul>
      {feedback !== null && (
        <p>
          {text('teamMeetings.feedback.line', {
            name: nameOf(feedback.by),
            day: feedback.on === null ? '…' : formatDutchDay(feedback.on),
          })}
        </p>
      )}
    </>
  );
}

/** What goes out of the meeting about one client: the page for herself, and the text for the GP's own system. */
function Outgoing({ item: { itemId, clientName }, his }: { item: Item; his: HisText | undefined }) {
  return (
    <div className={review['outgoing']}>
      <Anchor href={`/api/v1/agenda-items/${itemId}/agreements.pdf`}>
        {text('teamMeetings.minutes.agreements')}
        <span className="visually-hidden">: {clientName}</span>
      </Anchor>
      {his !== undefined && (
        <details>
          <summary>
            {text('screeningRounds.his.title')}
            <span className="visually-hidden">: {clientName}</span>
          </summary>
          <pre>{his.text}</pre>
          <Group>
            <CopyButton
              words={his.text}
              label={text('screeningRounds.his.copy')}
              name={text('screeningRounds.his.copyOf', { kind: clientName ?? '' })}
            />
          </Group>
        </details>
      )}
    </div>
  );
}
