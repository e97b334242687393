import { Button, Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { overdueReviewsQuery, reviewMonthsQuery, signReview } from './log-review-queries.ts';
import type { LogReview } from './log-review-types.ts';
import { dayText, monthText } from './log-review-words.ts';

/** The end of a month's review: what is still open, or one's name under it. */
export function SignReview({ review, onSigned }: { review: LogReview; onSigned: (signed: LogReview) => void }) {
  const cache = useQueryClient();
  const sign = useMutation({
    mutationFn: () => signReview({ id: review.id ?? '', version: review.version }),
    onSuccess: async (signed) => {
      onSigned(signed);
      await cache.invalidateQueries({ queryKey: reviewMonthsQuery.queryKey });
      await cache.invalidateQueries({ queryKey: overdueReviewsQuery.queryKey });
    },
  });
  const open = review.lines - review.decided;
  return (
    <section aria-label={text('logReviews.sign.title')}>
      <Title order={3} mt="lg">
        {text('logReviews.sign.title')}
      </Title>
      {sign.error !== null && <ProblemSummary error={sign.error} />}
      {review.notInOrder > 0 && (
        <Text>
          {plural('logReviews.sign.notInOrder', review.notInOrder)} {text('logReviews.sign.told')}
        </Text>
      )}
      {review.state === 'SIGNED' ? (
        <p role="status">
          {text('logReviews.sign.done', { name: review.signedBy ?? '', day: dayText(review.signedAt ?? '') })}
        </p>
      ) : open > 0 ? (
        <Text>{plural('logReviews.sign.notReady', open)}</Text>
      ) : (
        <>
          <Text mb="sm">{text('logReviews.sign.ready')}</Text>
          <Button loading={sign.isPending} onClick={() => sign.mutate()}>
            {text('logReviews.sign.do', { month: monthText(review.month) })}
          </Button>
        </>
      )}
    </section>
  );
}
