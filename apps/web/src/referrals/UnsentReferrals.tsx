import { Button, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import { unsentReferralsQuery } from './referral-queries.ts';
import classes from './referrals.module.css';

const SHOWN = 5;

/** How many referrals wait to be sent by this person. */
export function useUnsentReferrals(mayRead: boolean): number {
  return useQuery({ ...unsentReferralsQuery, enabled: mayRead }).data?.total ?? 0;
}

/** On Vandaag: the first of the referrals that are written and not sent, each a way into the record. */
export function UnsentReferrals() {
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  const { data } = useQuery(unsentReferralsQuery);
  if (data === undefined || data.total === 0) return null;
  const shown = isWhole ? data.items : data.items.slice(0, SHOWN);
  return (
    <section aria-labelledby={titleId} className={classes['section']}>
      <Title order={2} id={titleId}>
        {text('referrals.unsent.title')} <span className={classes['quiet']}>{data.total}</span>
      </Title>
      <p className={classes['quiet']}>{text('referrals.unsent.hint')}</p>
      <Rows>
        {shown.map(({ id, clientId, clientName, clientBirthDate, type, on }) => (
          <li key={id}>
            <Link to={`/clients/${clientId}/contacts`} className={classes['line']}>
              <span>
                <strong>{clientName}</strong>{' '}
                <span className={classes['quiet']}>{formatDutchDay(clientBirthDate)}</span>
              </span>
              <span>
                {text(`referrals.type.${type}`)}{' '}
                <span className={classes['quiet']}>{text('referrals.unsent.since', { day: formatDutchDay(on) })}</span>
              </span>
            </Link>
          </li>
        ))}
      </Rows>
      {data.items.length > shown.length && (
        <Button mt="sm" size="compact-sm" variant="default" onClick={() => setWhole(true)}>
          {text('referrals.unsent.all', { n: data.items.length })}
        </Button>
      )}
    </section>
  );
}
