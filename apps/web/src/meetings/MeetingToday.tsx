import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { meetingsQuery } from './meeting-queries.ts';
import { meetingAt, type NameOf } from './meeting-words.ts';
import classes from './meetings.module.css';

type Props = { userId: string; nameOf: NameOf };

/** The next meeting, one click from its agenda; while it runs, from the meeting itself. */
export function MeetingToday({ userId, nameOf }: Props) {
  const { data } = useQuery(meetingsQuery);
  const next = data?.find(({ state }) => state !== 'CLOSED' && state !== 'CANCELLED');
  if (next === undefined) return null;
  const isRunning = next.state === 'RUNNING';
  const asked = data?.find(({ reviewDelegation }) => reviewDelegation?.userId === userId);
  return (
    <p className={classes['today']}>
      <Link to={isRunning ? `/meetings/${next.id}/run` : `/meetings/${next.id}`}>
        {text(isRunning ? 'teamMeetings.today.running' : 'teamMeetings.today.next', { at: meetingAt(next.startsAt) })}
      </Link>
      {asked !== undefined && (
        <>
          <br />
          <Link to={`/meetings/${asked.id}/review`}>
            {text('profileReview.delegation.today', {
              at: meetingAt(asked.startsAt),
              by: nameOf(asked.reviewDelegation?.by ?? null),
            })}
          </Link>
        </>
      )}
    </p>
  );
}
