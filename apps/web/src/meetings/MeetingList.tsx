import { Badge, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { meetingAt } from './meeting-words.ts';
import type { MeetingSummary } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = { title: string; meetings: readonly MeetingSummary[] };

/** Meetings under a heading, each one click from its agenda or minutes. */
export function MeetingList({ title, meetings }: Props) {
  return (
    <section className={classes['section']}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <ul className={classes['meetings']}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link to={`/meetings/${meeting.id}`} className={classes['meeting']}>
              <span className={classes['when']}>{meetingAt(meeting.startsAt)}</span>
              <span>{meeting.place}</span>
              <Badge variant="outline">{text(`meetings.state.${meeting.state}`)}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
