import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Hint } from './hint.ts';

/** Reads that name no client and yet show some: lists, counts, what waits. By the first parts of their keys. */
const LISTS: readonly QueryKey[] = [
  ['clients', 'search'],
  ['clients', 'today'],
  ['clients', 'jump'],
  ['safety-net'],
  ['handovers'],
];

/** Hints about things of the practice or of oneself, by their type, and the reads that show them. */
const OF_TYPE: Readonly<Record<string, readonly QueryKey[]>> = {
  ACCESS_CHANGED: [['meetings']],
  ACTION: [['actions']],
  HANDOVER: [['handovers']],
  MEETING: [['meetings']],
  NOTICE: [['notices'], ['emergency-accesses']],
  APPROVAL: [['approvals']],
};

const startsWith = (key: QueryKey, start: QueryKey): boolean => start.every((part, index) => key[index] === part);

const names = (key: QueryKey, ids: readonly (string | null)[]): boolean =>
  key.some((part) => typeof part === 'string' && ids.includes(part));

/** Reads again what a hint is about: what is on screen at once, the rest when it is opened. */
export function followHint(queries: QueryClient, { type, id, clientId }: Hint): void {
  if (type === 'REFETCH') return askAgain(queries);
  if (type === 'MEETING_SHOWN') return void queries.invalidateQueries({ queryKey: ['meeting-shown', id] });
  const lists = [...(OF_TYPE[type] ?? []), ...(clientId === null ? [] : LISTS)];
  const ids = [id, clientId].filter((one) => one !== null);
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => names(queryKey, ids) || lists.some((list) => startsWith(queryKey, list)),
  });
  if (type === 'ACCESS_CHANGED' && clientId !== null) forgetUnseen(queries, clientId);
}

/** After time in which hints may have been missed. Who is at work is not asked: an ended session covers the screen instead. */
export function askAgain(queries: QueryClient): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'health',
  });
}

/** What is not on screen would stay in memory; it is read again when she may still see it. */
function forgetUnseen(queries: QueryClient, clientId: string): void {
  queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => names(queryKey, [clientId]) });
}
