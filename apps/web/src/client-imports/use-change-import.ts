import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../platform/problem.ts';
import { changeImport, importQuery } from './import-queries.ts';
import type { ClientImport } from './import-types.ts';

/** Changes columns or decisions, one after the other; when a colleague was first, what she did is shown. */
export function useChangeImport(shown: ClientImport) {
  const queries = useQueryClient();
  const key = importQuery(shown.id).queryKey;
  return useMutation({
    scope: { id: `client-import-${shown.id}` },
    mutationFn: (body: Parameters<typeof changeImport>[1]) => changeImport(queries.getQueryData(key) ?? shown, body),
    onSuccess: (changed) => queries.setQueryData(key, changed),
    onError: (error) => (isProblem(error, 'STALE') ? queries.invalidateQueries({ queryKey: key }) : undefined),
  });
}
