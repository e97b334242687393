import { Title } from '@mantine/core';
import { formatDutchDayLong } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import classes from './caseload.module.css';
import { dueOfClientQuery } from './caseload-queries.ts';
import { dueWords, placeOf } from './due-words.ts';

/** „Nu”: what is due for one client, each line leading to the place of the work. */
export function DueNow({ clientId, today }: { clientId: string; today: string }) {
  const titleId = useId();
  const { data } = useQuery(dueOfClientQuery(clientId));
  if (data === undefined) return null;
  const { items, nextContactOn, hidden } = data;
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="sm">
        {text('caseload.now.record')}
      </Title>
      {items.length === 0 && <p className={classes['quiet']}>{text('caseload.now.nothing')}</p>}
      <ul className={classes['plain']}>
        {items.map((reason) => (
          <li key={reason.code}>
            <Link to={placeOf(clientId, reason.code)} className={classes[reason.overdue ? 'late' : 'reason']}>
              {dueWords(reason, today)}
            </Link>
          </li>
        ))}
      </ul>
      {nextContactOn !== null && nextContactOn > today && (
        <p className={classes['quiet']}>{text('caseload.nextContact', { day: formatDutchDayLong(nextContactOn) })}</p>
      )}
      {hidden !== undefined && <p className={classes['quiet']}>{text('caseload.notShared')}</p>}
    </section>
  );
}
