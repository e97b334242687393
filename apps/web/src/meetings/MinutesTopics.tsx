import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { Minutes } from './meeting-queries.ts';
import type { NameOf } from './meeting-words.ts';
import classes from './meetings.module.css';

/** What the team talked about besides its clients, as it stood when the meeting closed. */
export function MinutesTopics({ minutes: { topics }, nameOf }: { minutes: Minutes; nameOf: NameOf }) {
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="topics-title" className={classes['section']}>
      <Title order={2} id="topics-title" mb="sm">
        {text('teamMeetings.topics.title')}
      </Title>
      <ol className={classes['agenda']}>
        {topics.map(({ id, text: words, note, discussed, broughtBy }) => (
          <li key={id}>
            <p className={classes['who']}>
              <span className={classes['name']}>{words}</span>
              <span className={classes['quiet']}>{text('teamMeetings.topics.by', { name: nameOf(broughtBy) })}</span>
            </p>
            {note !== null && <p>{note}</p>}
            {!discussed && <p className={classes['quiet']}>{text('teamMeetings.topics.notDiscussed')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
