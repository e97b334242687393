import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useHotkeys } from '../platform/hotkeys.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { logReviewQuery } from './log-review-queries.ts';
import type { ReviewLine } from './log-review-types.ts';
import { monthText } from './log-review-words.ts';
import { ReviewLinePanel } from './ReviewLinePanel.tsx';
import { SignReview } from './SignReview.tsx';

type Props = {
  reviewId: string;
  /** The rows of the log that a line stands on. */
  renderEvents: (line: ReviewLine) => ReactNode;
};

/** One month, line by line: look, say, go on. */
export function LogReview({ reviewId, renderEvents }: Props) {
  const cache = useQueryClient();
  const query = logReviewQuery(reviewId);
  const { data: review } = useSuspenseQuery(query);
  const { items } = review;
  const [at, setAt] = useState(() =>
    Math.max(
      items.findIndex(({ verdict }) => verdict === null),
      0,
    ),
  );
  const line = items[at];
  const go = (step: number): void => setAt((now) => Math.min(Math.max(now + step, 0), items.length - 1));
  useHotkeys([
    { keys: 'j', description: text('logReviews.keys.j'), run: () => go(1) },
    { keys: 'k', description: text('logReviews.keys.k'), run: () => go(-1) },
  ]);

  /** Puts the judged line in its place, and goes to the next that waits. */
  function take(judged: ReviewLine): void {
    const lines = items.map((one) => (one.id === judged.id ? judged : one));
    const decided = lines.filter(({ verdict }) => verdict !== null).length;
    const notInOrder = lines.filter(({ verdict }) => verdict === 'NOT_IN_ORDER').length;
    cache.setQueryData(query.queryKey, { ...review, items: lines, decided, notInOrder });
    const next = lines.findIndex(({ verdict }, index) => index > at && verdict === null);
    const first = lines.findIndex(({ verdict }) => verdict === null);
    if (next !== -1 || first !== -1) setAt(next === -1 ? first : next);
  }
  return (
    <>
      <Title order={2} mt="md">
        {monthText(review.month)}
      </Title>
      <Anchor component={Link} to="/logboek/review">
        {text('logReviews.back')}
      </Anchor>
      <Text c="dimmed">{text('logReviews.gone', { acts: review.acts, visits: review.visits })}</Text>
      <ProgressBar
        label={text('logReviews.progress', { decided: review.decided, lines: review.lines })}
        done={review.decided}
        total={review.lines}
      />
      {line === undefined ? (
        <EmptyState title={text('logReviews.empty')} hint={text('logReviews.sign.ready')} />
      ) : (
        <>
          <ReviewLinePanel
            key={`${line.id} ${line.version}`}
            line={line}
            title={text('logReviews.line.title', { n: at + 1, total: items.length })}
            isSigned={review.state === 'SIGNED'}
            onJudged={take}
          >
            {renderEvents(line)}
          </ReviewLinePanel>
          <Group my="md">
            <Button variant="default" disabled={at === 0} onClick={() => go(-1)}>
              {text('logReviews.line.previous')}
            </Button>
            <Button variant="default" disabled={at === items.length - 1} onClick={() => go(1)}>
              {text('logReviews.line.next')}
            </Button>
          </Group>
        </>
      )}
      <SignReview review={review} onSigned={(signed) => cache.setQueryData(query.queryKey, signed)} />
    </>
  );
}
