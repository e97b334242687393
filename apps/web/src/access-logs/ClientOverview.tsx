import { Button, Text, Title } from '@mantine/core';
import { formatDutchDayLong } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { clientOverviewQuery, type Period } from './access-log-queries.ts';
import type { OverviewLine } from './access-log-types.ts';
import classes from './access-logs.module.css';

/** Lines by day, in the order in which they came. */
function byDay(lines: readonly OverviewLine[]): readonly (readonly [day: string, lines: readonly OverviewLine[]])[] {
  const days = new Map<string, OverviewLine[]>();
  for (const line of lines) days.set(line.day, [...(days.get(line.day) ?? []), line]);
  return [...days];
}

/** The words the client reads: who looked, at what, and why that was allowed. */
export function ClientOverview({ clientId, period }: { clientId: string; period: Period }) {
  const query = clientOverviewQuery(clientId, period);
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(query);
  if (error !== null) return <ProblemSummary error={error} />;
  if (isPending) return <Loading />;
  const total = data.pages[0]?.total ?? 0;
  if (total === 0)
    return <EmptyState title={text('accessOverview.page.empty')} hint={text('accessOverview.page.emptyHint')} />;
  return (
    <>
      <Text c="dimmed">{plural('accessOverview.page.count', total)}</Text>
      {byDay(data.pages.flatMap(({ items }) => items)).map(([day, lines]) => (
        <section key={day} aria-label={formatDutchDayLong(day)}>
          <Title order={3} mt="md" mb="xs">
            {formatDutchDayLong(day)}
          </Title>
          <ul className={classes['lines']}>
            {lines.map((line) => (
              <li key={`${line.firstAt} ${line.sentence}`}>
                {line.sentence}{' '}
                <Text span c="dimmed">
                  {line.why}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button variant="default" mt="md" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {text('accessOverview.page.more')}
        </Button>
      )}
    </>
  );
}
