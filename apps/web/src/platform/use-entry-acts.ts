import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from './announcer.tsx';

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
}

/** An act that asks something first, and the entry as it was when the person began it. */
interface Asking<One extends Entry, Act> {
  readonly entry: One;
  readonly act: Act;
}

interface Parts<One, Body> {
  readonly listKey: QueryKey;
  /** What is old by an act beside the reads of the client herself. */
  readonly alsoOld?: QueryKey;
  readonly update: (entry: One, body: Body) => Promise<One>;
}

/**
 * What a person does with the entries of a list: at once with a button, or in a dialog that asks first.
 * A dialog that was opened while the answer to one's own button was under way goes on from that answer.
 */
export function useEntryActs<One extends Entry, Body, Act>({ listKey, alsoOld, update }: Parts<One, Body>) {
  const cache = useQueryClient();
  const [asking, setAsking] = useState<Asking<One, Act>>();
  const change = useMutation({
    mutationFn: ({ entry, body }: { entry: One; body: Body; words: string }) => update(entry, body),
    onSuccess: (entry, { words }) => {
      cache.setQueryData<{ items: One[] }>(
        listKey,
        (list) => list && { ...list, items: list.items.map((one) => (one.id === entry.id ? entry : one)) },
      );
      setAsking((begun) => (begun?.entry.id === entry.id ? { ...begun, entry } : begun));
      return tell(entry, words);
    },
    onError: () => cache.invalidateQueries({ queryKey: listKey }),
  });
  async function tell({ clientId }: One, words: string): Promise<void> {
    const old: QueryKey[] = [['clients', clientId], ...(alsoOld === undefined ? [] : [alsoOld])];
    await Promise.all(old.map((queryKey) => cache.invalidateQueries({ queryKey })));
    announce(words);
  }
  return {
    error: change.error,
    /** The entry as the last button left it. */
    changed: change.data,
    run: (entry: One, body: Body, words: string): void => change.mutate({ entry, body, words }),
    asking,
    ask: (entry: One, act: Act): void => setAsking({ entry, act }),
    close: (): void => setAsking(undefined),
    /** The dialog has done its work: it closes, and the words are said. */
    done: (words: string): void => {
      setAsking(undefined);
      if (asking !== undefined) void tell(asking.entry, words);
    },
  };
}
