import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { isLost } from '../platform/problem.ts';
import { type AgendaLine, decide, keepDecision, meetingQuery } from './meeting-queries.ts';

type Fate = {
  readonly line: AgendaLine;
  /** The same for every try, so that an answer that was lost is not taken twice. */
  readonly key: string;
  readonly isKept: boolean;
  readonly refusal: Error | null;
};

/**
 * One note on the line of each. A refusal of one holds nobody else up, and sending again tries who is left. Where nobody answers it stops
 * there: the next would not arrive either. `onKept` is called when it stands with all.
 */
export function useTogether(meetingId: string, lines: readonly AgendaLine[], onKept: () => void) {
  const cache = useQueryClient();
  const [fates, setFates] = useState<readonly Fate[]>(() =>
    lines.map((line) => ({ line, key: createIdempotencyKey(), isKept: false, refusal: null })),
  );
  const keep = useMutation({
    mutationFn: async (words: string): Promise<boolean> => {
      let isKeptByAll = true;
      for (const fate of fates.filter(({ isKept }) => !isKept)) {
        const refusal = await refusalOf(fate, words);
        isKeptByAll &&= refusal === null;
        const now = { ...fate, isKept: refusal === null, refusal };
        setFates((before) => before.map((one) => (one.key === fate.key ? now : one)));
      }
      return isKeptByAll;
    },
    onSuccess: (isKeptByAll) => {
      if (isKeptByAll) onKept();
      else void cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey });
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey }),
  });

  async function refusalOf({ line, key }: Fate, words: string): Promise<Error | null> {
    try {
      await keepDecision(cache, await decide(line.id, { kind: 'NOTE', text: words }, key));
      return null;
    } catch (error) {
      if (isLost(error) || !(error instanceof Error)) throw error;
      return error;
    }
  }
  return { fates, keep };
}
