import { useQueryClient } from '@tanstack/react-query';

/** After an act on a record: everything of this client and every list is read again. */
export function useRefreshRecord(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['clients'] });
}
