import { Text } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { meetingAt } from '../meetings/meeting-words.ts';
import { MeetingHead } from '../meetings/MeetingHead.tsx';
import { ProfileReview } from '../meetings/ProfileReview.tsx';
import { reviewQuery } from '../meetings/review-queries.ts';
import { ReviewDelegation } from '../meetings/ReviewDelegation.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { useMeeting } from './use-meeting.ts';

/** Before the meeting: the physicians confirm what needs no words, and a practice nurse may prepare it for them. */
export function ReviewProfilesPage() {
  const { role } = useSession().user;
  const { meeting, people, nameOf } = useMeeting();
  const { data: review } = useSuspenseQuery(reviewQuery(meeting.id));
  const mayConfirm = mayEver(role, 'GP_REVIEW', 'FINALISE');
  return (
    <>
      <title>{`${text('profileReview.title')} · ${text('common.productName')}`}</title>
      <MeetingHead meeting={meeting} colleagues={people} />
      <Text c="dimmed" mb="md">
        {text(mayConfirm ? 'profileReview.intro' : 'profileReview.introPrepare', { at: meetingAt(meeting.startsAt) })}
      </Text>
      <ReviewDelegation review={review} people={people} nameOf={nameOf} mayAsk={mayConfirm} />
      <ProfileReview review={review} nameOf={nameOf} mayConfirm={mayConfirm} />
    </>
  );
}
