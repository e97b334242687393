import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

export type MeetingSeries = components['schemas']['SeriesView'];
export type SeriesBody = components['schemas']['PutSeries'];

export const seriesQuery = queryOptions({
  queryKey: ['meeting-series'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/meeting-series', { signal })),
});

export const putSeries = (version: number, body: SeriesBody): Promise<MeetingSeries> =>
  answer(api.PUT('/api/v1/meeting-series', { params: { header: ifMatch(version) }, body }));
