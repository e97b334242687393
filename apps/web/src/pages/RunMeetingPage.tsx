import { text } from '@samenoud/texts';
import { meetingAt } from '../meetings/meeting-words.ts';
import { RunningMeeting } from '../meetings/RunningMeeting.tsx';
import { useMeeting } from './use-meeting.ts';

/** The meeting as it runs: one client at a time. */
export function RunMeetingPage() {
  const { meeting, today, people, nameOf } = useMeeting();
  return (
    <>
      <title>{`${text('teamMeetings.one', { at: meetingAt(meeting.startsAt) })} · ${text('common.productName')}`}</title>
      <RunningMeeting meeting={meeting} people={people} today={today} nameOf={nameOf} />
    </>
  );
}
