import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { AccessLogTable } from '../access-logs/AccessLogTable.tsx';
import { reviewEventsQuery } from '../log-reviews/log-review-queries.ts';
import type { ReviewLine } from '../log-reviews/log-review-types.ts';
import { LogReview } from '../log-reviews/LogReview.tsx';

function ReviewEvents({ lineId }: { lineId: string }) {
  const { data } = useSuspenseQuery(reviewEventsQuery(lineId));
  const { items, total } = data;
  return (
    <AccessLogTable
      caption={text('logReviews.line.eventsCaption')}
      events={items}
      total={total}
      withClient
      onNearEnd={() => undefined}
    />
  );
}

const eventsOf = ({ id }: ReviewLine) => <ReviewEvents lineId={id} />;

/** The review of one month, with the rows of the log beside each line. */
export function LogReviewPage() {
  const { reviewId = '' } = useParams();
  return <LogReview reviewId={reviewId} renderEvents={eventsOf} />;
}
