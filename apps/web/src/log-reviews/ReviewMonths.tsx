import { Anchor, Button, Text } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { beginReview, logReviewQuery, reviewMonthsQuery } from './log-review-queries.ts';
import type { ReviewMonth } from './log-review-types.ts';
import { monthText, stateText } from './log-review-words.ts';
import classes from './log-reviews.module.css';

type LineProps = { month: ReviewMonth; isBusy: boolean; onBegin: () => void };

function MonthLine({ month, isBusy, onBegin }: LineProps) {
  const { id, dueOn, overdue, state } = month;
  const name = monthText(month.month);
  return (
    <li className={classes['month']}>
      <span>
        <strong>{name}</strong>: {stateText(month)}.{' '}
        {state !== 'SIGNED' && text('logReviews.list.dueOn', { day: formatDutchDay(dueOn) })}{' '}
        {overdue && <strong>{text('logReviews.late')}</strong>}
      </span>
      {id === null ? (
        <Button variant="default" size="sm" disabled={isBusy} onClick={onBegin}>
          {text('logReviews.list.begin', { month: name })}
        </Button>
      ) : (
        <Anchor component={Link} to={`/logboek/review/${id}`}>
          {text(state === 'SIGNED' ? 'logReviews.list.look' : 'logReviews.list.open', { month: name })}
        </Anchor>
      )}
    </li>
  );
}

/** The months that are over: begin, go on, or look back. */
export function ReviewMonths() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(reviewMonthsQuery);
  const begin = useMutation({
    mutationFn: beginReview,
    onSuccess: (review) => {
      cache.setQueryData(logReviewQuery(review.id ?? '').queryKey, review);
      void navigate(`/logboek/review/${review.id}`);
    },
  });
  if (data.items.length === 0)
    return <EmptyState title={text('logReviews.list.none')} hint={text('logReviews.list.noneHint')} />;
  return (
    <>
      <Text my="md" maw="75ch">
        {text('logReviews.intro')}
      </Text>
      {begin.error !== null && <ProblemSummary error={begin.error} />}
      {begin.isPending && <p role="status">{text('logReviews.list.beginning')}</p>}
      <ul className={classes['months']} aria-label={text('logReviews.list.caption')}>
        {data.items.map((month) => (
          <MonthLine
            key={month.month}
            month={month}
            isBusy={begin.isPending}
            onBegin={() => begin.mutate(month.month)}
          />
        ))}
      </ul>
    </>
  );
}
