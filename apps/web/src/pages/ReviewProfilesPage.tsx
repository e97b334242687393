import { Text } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { meetingAt } from '../meetings/meeting-words.ts';
import { MeetingHead } from '../meetings/MeetingHead.tsx';
import { ProfileReview } from '../meetings/ProfileReview.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { assignProfile } from '../profiles/profile-queries.ts';
import { useMeeting } from './use-meeting.ts';

/** Before the meeting: the physicians confirm what needs no words. */
export function ReviewProfilesPage() {
  const { role } = useSession().user;
  const { meeting, people } = useMeeting();
  const mayConfirm = mayEver(role, 'GP_REVIEW', 'FINALISE');
  return (
    <>
      <title>{`${text('teamMeetings.review.title')} · ${text('common.productName')}`}</title>
      <MeetingHead meeting={meeting} colleagues={people} />
      <Text c="dimmed" mb="md">
        {text(mayConfirm ? 'teamMeetings.review.intro' : 'teamMeetings.review.introRead', {
          at: meetingAt(meeting.startsAt),
        })}
      </Text>
      <ProfileReview
        meeting={meeting}
        {...(mayConfirm && {
          onConfirm: ({ clientId, profile, responseId }) =>
            assignProfile(clientId, { profile, responseId }, createIdempotencyKey()),
        })}
      />
    </>
  );
}
