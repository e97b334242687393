import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';

export type Comparison = components['schemas']['MergeComparison'];
export type MergeRecord = components['schemas']['MergeRecord'];
export type MergePerson = components['schemas']['MergePerson'];
export type Merge = components['schemas']['MergeView'];
export type Addition = components['schemas']['MergeAddition'];

export const MERGES_KEY = ['merges'] as const;

export const candidatesQuery = queryOptions({
  queryKey: [...MERGES_KEY, 'candidates'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/merge-candidates', { signal })),
});

export const mergesQuery = queryOptions({
  queryKey: [...MERGES_KEY, 'list'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/merges', { signal })),
});

export const mergeQuery = (id: string) =>
  queryOptions({
    queryKey: [...MERGES_KEY, id],
    staleTime: 0,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/merges/{id}', { params: { path: { id } }, signal })),
  });

export const comparisonQuery = (survivorId: string, mergedId: string) =>
  queryOptions({
    queryKey: [...MERGES_KEY, 'comparison', survivorId, mergedId],
    staleTime: 0,
    queryFn: ({ signal }) => answer(api.POST('/api/v1/merge-comparisons', { body: { survivorId, mergedId }, signal })),
  });

export const proposeMerge = (body: components['schemas']['ProposeMerge'], key: string) =>
  answer(api.POST('/api/v1/merges', { params: { header: { 'Idempotency-Key': key } }, body }));

export const proposeSplit = (id: string, body: components['schemas']['ProposeSplit']) =>
  answer(api.POST('/api/v1/merges/{id}/split', { params: { path: { id } }, body }));
