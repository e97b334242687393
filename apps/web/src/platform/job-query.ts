import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './api.ts';

export type Job = components['schemas']['JobView'];

const LOOK_AGAIN_MS = 800;

export const isUnderWay = ({ state }: Job): boolean => state === 'QUEUED' || state === 'RUNNING';

/** How far long work is, looked at again until it is over. It goes on when nobody looks. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    staleTime: 0,
    refetchInterval: ({ state: { data } }: { state: { data: Job | undefined } }) =>
      data !== undefined && !isUnderWay(data) ? false : LOOK_AGAIN_MS,
    queryFn: ({ signal }): Promise<Job> => answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal })),
  });
