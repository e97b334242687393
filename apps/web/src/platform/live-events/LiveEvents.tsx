import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lock } from '../session/lock-store.ts';
import { sessionIsOver } from '../session/session-queries.ts';
import { connectionStore } from './connection.ts';
import { askAgain, followHint } from './follow-hint.ts';
import { listen } from './listen.ts';

/** A session that ended elsewhere, such as in another tab, covers this screen too. */
async function lockWhenOver(): Promise<void> {
  if (await sessionIsOver()) lock('EXPIRED');
}

/** Keeps what is on screen equal to what is true, for as long as somebody is at work here. Draws nothing. */
export function LiveEvents(): null {
  const queries = useQueryClient();
  useEffect(
    () =>
      listen({
        onHint: (hint) => followHint(queries, hint),
        onConnection: connectionStore.set,
        onMissed: () => askAgain(queries),
        onRefused: () => void lockWhenOver(),
      }),
    [queries],
  );
  return null;
}
