import { Text } from '@mantine/core';
import { plural } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { logOfDayQuery } from './access-log-queries.ts';
import { AccessLogTable } from './AccessLogTable.tsx';

type Props = {
  query: ReturnType<typeof logOfDayQuery>;
  caption: string;
  withClient?: boolean;
  /** What stands here when nothing was done. */
  empty: { title: string; hint: string };
};

/** One overview: counted, page by page, and honest about having nothing. */
export function LogView({ query, caption, withClient = false, empty }: Props) {
  const { data, error, isPending, isFetching, fetchNextPage } = useInfiniteQuery(query);
  const events = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  if (error !== null) return <ProblemSummary error={error} />;
  if (isPending) return <Loading />;
  if (total === 0) return <EmptyState {...empty} />;
  return (
    <>
      <Text c="dimmed" mb="xs">
        {plural('accessLog.count', total)}
      </Text>
      <AccessLogTable
        caption={caption}
        events={events}
        total={total}
        withClient={withClient}
        onNearEnd={() => !isFetching && void fetchNextPage()}
      />
    </>
  );
}
