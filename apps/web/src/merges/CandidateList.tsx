import { Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Rows } from '../ui/Rows.tsx';
import { candidatesQuery, type MergePerson } from './merge-queries.ts';
import classes from './merges.module.css';

const shown = ({ name, birthDate, hisNumber }: MergePerson): string =>
  [name, formatDutchDay(birthDate), hisNumber].filter(Boolean).join(' · ');

/** Pairs that may be one person; twins are named as such. */
export function CandidateList() {
  const { data } = useSuspenseQuery(candidatesQuery);
  if (data.items.length === 0) return <EmptyState title={text('merges.none')} hint={text('merges.noneHint')} />;
  return (
    <section>
      <Title order={2}>{text('merges.candidates')}</Title>
      <Rows className={classes['lines']} parted>
        {data.items.map(({ persons: [one, other], likelihood }) =>
          one === undefined || other === undefined ? null : (
            <li key={`${one.id} ${other.id}`}>
              <span>
                <div>{shown(one)}</div>
                <div>{shown(other)}</div>
                <div className={classes['quiet']}>{text(`merges.likelihood.${likelihood}`)}</div>
              </span>
              <Link
                to={`/merges/compare/${one.id}/${other.id}`}
                aria-label={text('merges.compareOf', { one: one.name, other: other.name })}
              >
                {text('merges.compare')}
              </Link>
            </li>
          ),
        )}
      </Rows>
    </section>
  );
}
