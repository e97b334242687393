import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { recertificationQuery } from './user-queries.ts';
import classes from './users.module.css';

/** On Vandaag of who keeps or checks the list of people: how many are overdue; nothing when nobody is. */
export function RecertificationCounter() {
  const { data } = useQuery(recertificationQuery);
  if (data === undefined || data.total === 0) return null;
  return (
    <Link
      to="/users/recertification"
      className={classes['counter'] ?? ''}
      aria-label={plural('users.recertification.counter', data.total)}
    >
      <span>{text('users.recertification.counterTitle')}</span> <strong>{data.total}</strong>
    </Link>
  );
}
