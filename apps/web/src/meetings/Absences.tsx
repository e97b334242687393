import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '../platform/session/session-queries.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Meeting, putAttendance } from './meeting-queries.ts';
import classes from './meetings.module.css';

type Props = { meeting: Meeting; onDone: (meeting: Meeting, said: string) => void };

/** Who said beforehand that she will not be there and who comes in her place; one says so of oneself with one key. */
export function Absences({ meeting, onDone }: Props) {
  const { id: userId } = useSession().user;
  const { attendees } = meeting;
  const me = attendees.find((one) => one.userId === userId);
  const say = useMutation({
    mutationFn: (absent: boolean) =>
      putAttendance(
        meeting,
        attendees.map((one) => ({
          userId: one.userId,
          present: one.present,
          joinedAt: one.joinedAt,
          absent: one.userId === userId ? absent : one.absent,
        })),
      ),
    onSuccess: (changed, absent) =>
      onDone(changed, text(absent ? 'teamMeetings.attendance.saidAbsent' : 'teamMeetings.attendance.saidCome')),
  });
  return (
    <>
      {say.error !== null && <ProblemSummary error={say.error} />}
      <p className={classes['facts']}>
        {attendees
          .filter(({ absent }) => absent)
          .map((one) => (
            <span key={one.userId}>{absentWords(one, attendees)}</span>
          ))}
        {me !== undefined && meeting.mayWrite && (
          <Button variant="subtle" size="compact-md" disabled={say.isPending} onClick={() => say.mutate(!me.absent)}>
            {text(me.absent ? 'teamMeetings.attendance.iCome' : 'teamMeetings.attendance.iAmAbsent')}
          </Button>
        )}
      </p>
    </>
  );
}

function absentWords({ userId, displayName: name }: Meeting['attendees'][number], all: Meeting['attendees']): string {
  const standIn = all.find(({ insteadOf }) => insteadOf === userId)?.displayName;
  return standIn === undefined
    ? text('teamMeetings.attendance.absentOne', { name })
    : text('teamMeetings.attendance.absentStandIn', { name, standIn });
}
