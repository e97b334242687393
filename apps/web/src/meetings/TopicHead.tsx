import { Badge } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { NameOf } from './meeting-words.ts';
import type { Topic } from './topic-queries.ts';
import classes from './meetings.module.css';

/** What there is to talk about, who brought it in, and that it was not discussed before. */
export function TopicHead({ topic, nameOf }: { topic: Topic; nameOf: NameOf }) {
  return (
    <p className={classes['who']}>
      <span className={classes['name']}>{topic.text}</span>
      <span className={classes['quiet']}>{text('teamMeetings.topics.by', { name: nameOf(topic.broughtBy) })}</span>
      {topic.carriedOver && <Badge variant="outline">{text('teamMeetings.topics.carriedOver')}</Badge>}
    </p>
  );
}
