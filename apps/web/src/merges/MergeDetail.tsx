import { Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ComparisonTable } from './ComparisonTable.tsx';
import { type Merge, mergeQuery } from './merge-queries.ts';
import { MergeEffects } from './MergeEffects.tsx';
import { SplitForm } from './SplitForm.tsx';
import classes from './merges.module.css';

const dutch = (instant: string | null): string => (instant === null ? '' : formatDutchDay(dayOfInstant(instant)));

function stateWords({ state, mergedAt, splitAt }: Merge): string {
  if (state === 'PROPOSED') return text('merges.waiting');
  if (state === 'DECLINED') return text('merges.declined');
  return state === 'DONE'
    ? text('merges.done', { day: dutch(mergedAt) })
    : text('merges.wasSplit', { day: dutch(splitAt) });
}

/** One merge: what it will do while it waits, and how to undo it once it is done. */
export function MergeDetail({ id }: { id: string }) {
  const { data: merge } = useSuspenseQuery(mergeQuery(id));
  const { comparison, state, survivorId, reason } = merge;
  return (
    <>
      <Title order={1}>{text('merges.title')}</Title>
      <p role="status">{stateWords(merge)}</p>
      <Text c="dimmed">{reason}</Text>
      {comparison !== null && (
        <>
          <ComparisonTable {...comparison} />
          <MergeEffects {...comparison} />
        </>
      )}
      {state !== 'PROPOSED' && (
        <p className={classes['next']}>
          <Link to={`/clients/${survivorId}`}>{text('merges.toRecord')}</Link>
        </p>
      )}
      {state === 'DONE' && (merge.splitAsked ? <p>{text('merges.split.asked')}</p> : <SplitForm merge={merge} />)}
    </>
  );
}
