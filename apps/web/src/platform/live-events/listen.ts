import type { Hint } from './hint.ts';
import { readHint } from './hint.ts';

export const EVENTS_PATH = '/api/v1/events';

const TRY_AGAIN_MS = 5_000;

type Ear = {
  onHint: (hint: Hint) => void;
  /** After time in which nothing was heard. */
  onMissed: () => void;
  /** The server refuses to let this session listen. */
  onRefused: () => void;
};

/**
 * One stream while the tab is visible; none while it is hidden. It comes back by itself, also where the browser gives up.
 * Returns how to stop.
 */
export function listen({ onHint, onMissed, onRefused }: Ear): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;

  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    wasAway = true;
  };
  const open = (): void => {
    const opened = new EventSource(EVENTS_PATH);
    source = opened;
    opened.addEventListener('open', () => {
      if (wasAway) onMissed();
      wasAway = false;
    });
    opened.addEventListener('message', ({ data }) => {
      const hint = readHint(data);
      if (hint) onHint(hint);
    });
    opened.addEventListener('error', () => {
      wasAway = true;
      if (opened.readyState !== EventSource.CLOSED) return;
      close();
      onRefused();
      timer = setTimeout(open, TRY_AGAIN_MS);
    });
  };
  const follow = (): void => {
    if (document.visibilityState === 'hidden') close();
    else if (source === undefined) open();
  };

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}
