import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { meetingQuery } from './meeting-queries.ts';
import type { NameOf, Person } from './meeting-words.ts';
import { delegateReview, type Review, reviewQuery } from './review-queries.ts';

type Props = { review: Review; people: readonly Person[]; nameOf: NameOf; mayAsk: boolean };

/** Which practice nurse prepares the review; the physician asks, and it ends when the meeting begins. */
export function ReviewDelegation({ review: { meetingId, delegation }, people, nameOf, mayAsk }: Props) {
  const cache = useQueryClient();
  const ask = useMutation({
    mutationFn: (userId: string | null) => delegateReview(meetingId, userId),
    onSuccess: (changed) => {
      cache.setQueryData(reviewQuery(meetingId).queryKey, changed);
      void cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey, exact: true });
      const asked = changed.delegation;
      announce(
        asked === null
          ? text('profileReview.delegation.takenBack')
          : text('profileReview.delegation.saved', { name: nameOf(asked.userId) }),
      );
    },
  });
  const nurses = people.filter(({ role }) => role === 'PRACTICE_NURSE');
  const asked =
    delegation &&
    text('profileReview.delegation.asked', { name: nameOf(delegation.userId), by: nameOf(delegation.by) });
  if (!mayAsk || nurses.length === 0) return asked === null ? null : <p>{asked}</p>;
  return (
    <>
      {ask.error !== null && <ProblemSummary error={ask.error} />}
      <NativeSelect
        label={text('profileReview.delegation.label')}
        description={asked}
        value={delegation?.userId ?? ''}
        disabled={ask.isPending}
        onChange={({ currentTarget }) => ask.mutate(currentTarget.value === '' ? null : currentTarget.value)}
        data={[
          { value: '', label: text('profileReview.delegation.nobody') },
          ...nurses.map(({ userId, label }) => ({ value: userId, label })),
        ]}
        maw="28rem"
        mb="md"
      />
    </>
  );
}
