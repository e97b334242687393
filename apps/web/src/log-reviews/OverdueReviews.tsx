import { Title } from '@mantine/core';
import { formatDutchDay, mayEver } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { Rows } from '../ui/Rows.tsx';
import { overdueReviewsQuery } from './log-review-queries.ts';
import { monthText } from './log-review-words.ts';
import classes from './log-reviews.module.css';

/** On Vandaag of log officer and GP: which monthly reviews are late; nothing where none is. */
export function OverdueReviews() {
  const { role } = useSession().user;
  const isTold = mayEver(role, 'ACCESS_LOG_CLIENT', 'READ');
  const { data } = useQuery({ ...overdueReviewsQuery, enabled: isTold });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const words = plural('logReviews.today.late', items.length);
  return (
    <section aria-label={text('logReviews.today.title')} className={classes['today']}>
      <Title order={2}>{text('logReviews.today.title')}</Title>
      {mayEver(role, 'ACCESS_LOG_OVERVIEWS', 'CREATE') ? <Link to="/logboek/review">{words}</Link> : <p>{words}</p>}
      <Rows>
        {items.map(({ month, dueOn }) => (
          <li key={month}>{text('logReviews.today.which', { month: monthText(month), day: formatDutchDay(dueOn) })}</li>
        ))}
      </Rows>
    </section>
  );
}
