import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { meetingsQuery } from './meeting-queries.ts';
import { meetingAt } from './meeting-words.ts';
import classes from './meetings.module.css';

/** The next meeting, one click from its agenda; while it runs, from the meeting itself. */
export function MeetingToday() {
  const { data } = useQuery(meetingsQuery);
  const next = data?.find(({ state }) => state !== 'CLOSED' && state !== 'CANCELLED');
  if (next === undefined) return null;
  const isRunning = next.state === 'RUNNING';
  return (
    <p className={classes['today']}>
      <Link to={isRunning ? `/meetings/${next.id}/run` : `/meetings/${next.id}`}>
        {text(isRunning ? 'teamMeetings.today.running' : 'teamMeetings.today.next', { at: meetingAt(next.startsAt) })}
      </Link>
    </p>
  );
}
