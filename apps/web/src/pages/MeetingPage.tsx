import { text } from '@samenoud/texts';
import { AgendaList } from '../meetings/AgendaList.tsx';
import { AgendaTopics } from '../meetings/AgendaTopics.tsx';
import { meetingAt } from '../meetings/meeting-words.ts';
import { MeetingHead } from '../meetings/MeetingHead.tsx';
import { useMeeting } from './use-meeting.ts';

/** The agenda of one meeting, with why everybody is on it. */
export function MeetingPage() {
  const { meeting, people, nameOf } = useMeeting();
  return (
    <>
      <title>{`${text('teamMeetings.one', { at: meetingAt(meeting.startsAt) })} · ${text('common.productName')}`}</title>
      <MeetingHead meeting={meeting} colleagues={people} />
      <AgendaList meeting={meeting} nameOf={nameOf} />
      <AgendaTopics meeting={meeting} nameOf={nameOf} />
    </>
  );
}
