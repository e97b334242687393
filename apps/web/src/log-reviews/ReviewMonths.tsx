import { Anchor, Button, Text } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { beginReview, logReviewQuery, reviewMonthsQuery } from './log-review-queries.ts';
import type { ReviewMonth } from './log-review-types.ts';
import { monthText, stateText } from './log-review-words.ts';

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
  const columns: readonly Column<ReviewMonth>[] = [
    { key: 'month', header: text('logReviews.list.month'), cell: ({ month }) => monthText(month) },
    { key: 'state', header: text('logReviews.list.state'), cell: stateText },
    {
      key: 'dueOn',
      header: text('logReviews.list.dueOn'),
      cell: ({ dueOn, overdue }) => (
        <>
          {formatDutchDay(dueOn)} {overdue && <strong>{text('logReviews.late')}</strong>}
        </>
      ),
    },
    {
      key: 'action',
      header: text('logReviews.list.action'),
      cell: ({ id, month, state }) =>
        id === null ? (
          <Button variant="default" size="sm" disabled={begin.isPending} onClick={() => begin.mutate(month)}>
            {text('logReviews.list.begin', { month: monthText(month) })}
          </Button>
        ) : (
          <Anchor component={Link} to={`/logboek/review/${id}`}>
            {text(state === 'SIGNED' ? 'logReviews.list.look' : 'logReviews.list.open', { month: monthText(month) })}
          </Anchor>
        ),
    },
  ];
  return (
    <>
      <Text my="md" maw="75ch">
        {text('logReviews.intro')}
      </Text>
      {begin.error !== null && <ProblemSummary error={begin.error} />}
      {begin.isPending && <p role="status">{text('logReviews.list.beginning')}</p>}
      <DataTable
        caption={text('logReviews.list.caption')}
        columns={columns}
        rows={data.items}
        total={data.items.length}
        rowKey={({ month }) => month}
      />
    </>
  );
}
