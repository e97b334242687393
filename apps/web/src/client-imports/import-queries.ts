import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { ClientImport, ColumnChoice, ImportStatus, RowDecision } from './import-types.ts';

export const PAGE_ROWS = 100;
const LOOK_AGAIN_MS = 1500;

export const importsQuery = queryOptions({
  queryKey: ['client-imports'],
  staleTime: 0,
  queryFn: ({ signal }) => answer(api.GET('/api/v1/client-imports', { params: { query: { limit: 20 } }, signal })),
});

/** One import; looked at again while it is carried out, by whomever. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['client-imports', id],
    queryFn: ({ signal }): Promise<ClientImport> =>
      answer(api.GET('/api/v1/client-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.status === 'COMMITTING' ? LOOK_AGAIN_MS : false),
  });

/** A page of rows. The version stands in the key: a decision shows the rows anew. */
export const importRowsQuery = (id: string, version: number, status: ImportStatus, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['client-imports', id, 'rows', status, cursor ?? '', version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { status, limit: PAGE_ROWS, ...(cursor !== undefined && { cursor }) };
      return answer(api.GET('/api/v1/client-imports/{id}/rows', { params: { path: { id }, query }, signal }));
    },
  });

export function uploadImport({ file, source }: { file: File; source: string }): Promise<ClientImport> {
  const form = new FormData();
  form.append('file', file);
  const query = source.trim() === '' ? {} : { source: source.trim() };
  const sent = { params: { query }, body: { file: file.name }, bodySerializer: () => form };
  return answer(api.POST('/api/v1/client-imports', sent));
}

type Change = { mapping?: ColumnChoice[]; decisions?: RowDecision[] };

export const changeImport = ({ id, version }: ClientImport, body: Change): Promise<ClientImport> =>
  answer(api.PATCH('/api/v1/client-imports/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const commitImport = (id: string): Promise<{ jobId: string }> =>
  answer(api.POST('/api/v1/client-imports/{id}/commit', { params: { path: { id } } }));

export const abandonImport = ({ id, version }: ClientImport): Promise<unknown> =>
  answer(api.DELETE('/api/v1/client-imports/{id}', { params: { path: { id }, header: ifMatch(version) } }));
