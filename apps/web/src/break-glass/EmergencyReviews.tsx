import { Button } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Rows } from '../ui/Rows.tsx';
import classes from './break-glass.module.css';
import { type EmergencyReview, emergencyReviewsQuery, type WordsOf } from './emergency-queries.ts';
import { reviewedClient, reviewedPerson, reviewedTime } from './emergency-words.ts';
import { EmergencyReviewPanel } from './EmergencyReviewPanel.tsx';

/** Until when it has to be judged, or what came of it. */
function StateLine({ review: { state, dueOn, overdue, own, running } }: { review: EmergencyReview }) {
  const day = formatDutchDay(dueOn);
  const isOpen = state === 'OPEN' || state === 'INVESTIGATING';
  return (
    <span className={overdue ? classes['late'] : classes['quiet']}>
      {running && `${text('breakGlass.review.running')} · `}
      {text(`breakGlass.review.state.${state}`)}
      {isOpen && ` · ${text(overdue ? 'breakGlass.review.overdue' : 'breakGlass.review.due', { day })}`}
      {isOpen && own && ` · ${text('breakGlass.review.own')}`}
    </span>
  );
}

function Line({ review, wordsOf }: { review: EmergencyReview; wordsOf: WordsOf }) {
  const [isOpen, setOpen] = useState(false);
  const { id, reasonCode, reason, noteCount, state, own } = review;
  const isJudged = state === 'JUSTIFIED' || state === 'NOT_JUSTIFIED';
  const look = isJudged || own ? 'breakGlass.review.lookOnly' : 'breakGlass.review.look';
  const panelId = `emergency-${id}`;
  return (
    <li className={classes['review']}>
      <strong>{reviewedPerson(review)}</strong>
      <span>{`${reviewedClient(review)} · ${reviewedTime(review)}`}</span>
      <span>{text('breakGlass.banner.reason', { code: text(`breakGlass.reason.${reasonCode}`), text: reason })}</span>
      <StateLine review={review} />
      {noteCount > 0 && <span className={classes['quiet']}>{plural('breakGlass.review.notes', noteCount)}</span>}
      <span>
        <Button
          variant="default"
          size="sm"
          aria-expanded={isOpen}
          aria-controls={panelId}
          aria-label={
            isOpen
              ? text('breakGlass.review.close')
              : text('breakGlass.review.lookOf', { who: reviewedPerson(review), when: reviewedTime(review) })
          }
          onClick={() => setOpen(!isOpen)}
        >
          {text(isOpen ? 'breakGlass.review.close' : look)}
        </Button>
      </span>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && <EmergencyReviewPanel id={id} wordsOf={wordsOf} />}
      </div>
    </li>
  );
}

/** What waits for a verdict, and what has one. `wordsOf` says what a row of the log means. */
export function EmergencyReviews({ wordsOf }: { wordsOf: WordsOf }) {
  const { data: open } = useSuspenseQuery(emergencyReviewsQuery('OPEN'));
  const { data: decided } = useSuspenseQuery(emergencyReviewsQuery('DECIDED'));
  const lines = (reviews: readonly EmergencyReview[]) => (
    <Rows className={classes['lines']}>
      {reviews.map((review) => (
        <Line key={review.id} review={review} wordsOf={wordsOf} />
      ))}
    </Rows>
  );
  return (
    <>
      <section aria-labelledby="open-title" className={classes['section']}>
        <h2 id="open-title">
          {text('breakGlass.review.open')} <span className={classes['quiet']}>{open.total}</span>
        </h2>
        {open.total === 0 ? (
          <EmptyState title={text('breakGlass.review.none')} hint={text('breakGlass.review.noneHint')} />
        ) : (
          lines(open.items)
        )}
      </section>
      <section aria-labelledby="decided-title" className={classes['section']}>
        <h2 id="decided-title">
          {text('breakGlass.review.decided')} <span className={classes['quiet']}>{decided.total}</span>
        </h2>
        {decided.total === 0 ? (
          <p className={classes['quiet']}>{text('breakGlass.review.noneDecided')}</p>
        ) : (
          lines(decided.items)
        )}
      </section>
    </>
  );
}
