import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { destructionsQuery } from './destruction-queries.ts';
import classes from './destructions.module.css';

/** On Vandaag while a request waits; in words when it is too late. */
export function DestructionsCounter() {
  const { data } = useQuery(destructionsQuery);
  const open = data?.items.filter(({ state }) => state === 'RECEIVED') ?? [];
  const late = open.filter(({ overdue }) => overdue).length;
  if (open.length === 0) return null;
  return (
    <Link
      to="/destructions"
      className={classes['counter'] ?? ''}
      aria-label={plural('destructions.counter', open.length)}
    >
      <span>{text('destructions.title')}</span> <strong>{open.length}</strong>
      {late > 0 && <span className={classes['late']}>{plural('destructions.late', late)}</span>}
    </Link>
  );
}
