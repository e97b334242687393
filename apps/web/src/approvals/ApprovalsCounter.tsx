import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { approvalsQuery } from './approval-queries.ts';
import classes from './approvals.module.css';

/** On Vandaag: how many acts wait for this person; nothing for who has no part in any. */
export function ApprovalsCounter() {
  const { data } = useQuery(approvalsQuery);
  if (data === undefined || data.total === 0) return null;
  return (
    <Link to="/approvals" className={classes['counter'] ?? ''} aria-label={plural('approvals.counter', data.toDecide)}>
      <span>{text('approvals.title')}</span> <strong>{data.toDecide}</strong>
    </Link>
  );
}
