import type { Hint } from './hint.ts';
import { readHint } from './hint.ts';

export const EVENTS_PATH = '/api/v1/events';

const TRY_AGAIN_MS = 5_000;

type Ear = {
  onHint: (hint: Hint) => void;
  /** Hears from now on, or no more; a hidden tab does not hear and is not told so. */
  onConnection: (hears: boolean) => void;
  /** After time in which nothing was heard. */
  onMissed: () => void;
  /** The server refuses to let this session listen. */
  onRefused: () => void;
};

/**
 * One stream while the tab is visible and there is a network; none while it is hidden. It comes back by itself, also where the browser gives up.
 * Returns how to stop.
 */
export function listen({ onHint, onConnection, onMissed, onRefused }: Ear): () => void {
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
      onConnection(true);
    });
    opened.addEventListener('message', ({ data }) => {
      const hint = readHint(data);
      if (hint) onHint(hint);
    });
    opened.addEventListener('error', () => {
      wasAway = true;
      onConnection(false);
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
  // the stream of a network that is gone stays open for minutes, and says nothing
  const lose = (): void => {
    close();
    onConnection(false);
  };

  document.addEventListener('visibilitychange', follow);
  window.addEventListener('offline', lose);
  window.addEventListener('online', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', follow);
    close();
  };
}
