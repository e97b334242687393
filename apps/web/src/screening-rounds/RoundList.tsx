import { Button } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { roundsQuery } from './round-queries.ts';
import type { Round } from './round-types.ts';

const COLUMNS: readonly Column<Round>[] = [
  { key: 'name', header: text('screeningRounds.list.name'), cell: ({ name }) => name },
  {
    key: 'state',
    header: text('screeningRounds.list.state'),
    cell: ({ state }) => text(`screeningRounds.roundState.${state}`),
  },
  {
    key: 'referenceDate',
    header: text('screeningRounds.list.referenceDate'),
    isNumber: true,
    cell: ({ referenceDate }) => formatDutchDay(referenceDate),
  },
  {
    key: 'returnBy',
    header: text('screeningRounds.list.returnBy'),
    isNumber: true,
    cell: ({ returnBy }) => formatDutchDay(returnBy),
  },
  {
    key: 'invited',
    header: text('screeningRounds.list.invited'),
    isNumber: true,
    cell: ({ funnel }) => funnel.invited,
  },
  {
    key: 'received',
    header: text('screeningRounds.list.received'),
    isNumber: true,
    cell: ({ funnel }) => funnel.received,
  },
];

/** All rounds, newest first; without any it says what a round is. */
export function RoundList({ mayMake }: { mayMake: boolean }) {
  const { data, error, isPending, isFetching, fetchNextPage } = useInfiniteQuery(roundsQuery);
  const rounds = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  if (isPending) return <Loading />;
  if (error !== null) return <ProblemSummary error={error} />;
  if (total === 0) {
    const hint = text(mayMake ? 'screeningRounds.empty.hint' : 'screeningRounds.empty.hintRead');
    return (
      <EmptyState title={text('screeningRounds.empty.title')} hint={hint}>
        {mayMake && (
          <Button component={Link} to="/screening-rounds/new">
            {text('screeningRounds.list.new')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={text('screeningRounds.list.caption')}
      columns={COLUMNS}
      rows={rounds}
      total={total}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/screening-rounds/${id}`}
      onNearEnd={() => !isFetching && void fetchNextPage()}
    />
  );
}
