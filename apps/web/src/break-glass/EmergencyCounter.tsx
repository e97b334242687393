import { plural } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import classes from './break-glass.module.css';
import { emergencyCountQuery } from './emergency-queries.ts';

/** On Vandaag of GP and log officer: what waits for a verdict, and what is late; nothing when nothing does. */
export function EmergencyCounter() {
  const { data } = useQuery(emergencyCountQuery);
  if (data === undefined || data.open === 0) return null;
  return (
    <Link to="/logboek/emergency" className={classes['counter'] ?? ''}>
      {plural('breakGlass.counter', data.open)}
      {data.overdue > 0 && <span className={classes['late']}> {plural('breakGlass.counterLate', data.overdue)}</span>}
    </Link>
  );
}
