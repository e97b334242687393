import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { safetyNetCountQuery } from './safety-net-queries.ts';
import classes from './safety-net.module.css';

/** On Vandaag: how many are out of sight; calm when nobody is. */
export function SafetyNetCounter() {
  const { data: count } = useQuery(safetyNetCountQuery);
  if (count === undefined || count === null) return null;
  return (
    <Link to="/safety-net" className={classes['counter'] ?? ''} aria-label={plural('safetyNet.counter', count)}>
      <span>{text('safetyNet.title')}</span> <strong>{count}</strong>
    </Link>
  );
}
