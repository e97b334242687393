import { Button, Text, Title } from '@mantine/core';
import type { components } from '@samenoud/api-client';
import { formatDutchDayLong, dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

type Watch = components['schemas']['ClientWatchView'];

/** As the server has it: of those who may change a record, these two. */
const SETTERS: readonly string[] = ['GP', 'PRACTICE_NURSE'];

const watchQuery = (id: string) =>
  queryOptions({
    queryKey: ['clients', id, 'watch'],
    queryFn: ({ signal }): Promise<Watch> =>
      answer(api.GET('/api/v1/clients/{id}/watch', { params: { path: { id } }, signal })),
  });

/** „Extra bewaken”: asked for and ended here, and shown nowhere else. */
export function ClientWatch({ clientId }: { clientId: string }) {
  const cache = useQueryClient();
  const isSetter = SETTERS.includes(useSession().user.role);
  const query = watchQuery(clientId);
  const { data: watch } = useQuery({ ...query, enabled: isSetter });
  const put = useMutation({
    mutationFn: ({ version, watched }: Watch) =>
      answer(
        api.PUT('/api/v1/clients/{id}/watch', {
          params: { path: { id: clientId }, header: ifMatch(version) },
          body: { watched: !watched },
        }),
      ),
    onSuccess: (now) => cache.setQueryData(query.queryKey, now),
    onError: () => cache.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (!isSetter || watch === undefined) return null;
  return (
    <section aria-label={text('logReviews.watch.title')}>
      <Title order={2} mt="lg">
        {text('logReviews.watch.title')}
      </Title>
      <Text maw="75ch">{text('logReviews.watch.hint')}</Text>
      {put.error !== null && <ProblemSummary error={put.error} />}
      {watch.watched && (
        <p role="status">
          {text('logReviews.watch.since', {
            name: watch.setBy ?? '',
            day: watch.since === null ? '' : formatDutchDayLong(dayOfInstant(watch.since)),
          })}
        </p>
      )}
      <Button variant="default" mt="sm" disabled={put.isPending} onClick={() => put.mutate(watch)}>
        {text(watch.watched ? 'logReviews.watch.off' : 'logReviews.watch.on')}
      </Button>
    </section>
  );
}
