import { Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import { mergesQuery } from './merge-queries.ts';
import classes from './merges.module.css';

/** What was proposed and done before, newest first. */
export function MergeHistory() {
  const { data } = useSuspenseQuery(mergesQuery);
  if (data.items.length === 0) return null;
  return (
    <section className={classes['history']}>
      <Title order={2}>{text('merges.history')}</Title>
      <Rows className={classes['lines']} parted>
        {data.items.map(({ id, state, proposedAt }) => {
          const day = formatDutchDay(dayOfInstant(proposedAt));
          return (
            <li key={id}>
              <span>
                {text('merges.proposedOn', { day })} · {text(`merges.state.${state}`)}
              </span>
              <Link to={`/merges/${id}`} aria-label={text('merges.seeOf', { day })}>
                {text('merges.see')}
              </Link>
            </li>
          );
        })}
      </Rows>
    </section>
  );
}
