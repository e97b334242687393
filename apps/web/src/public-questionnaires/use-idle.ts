import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
const WARN_MINUTES = 5;

/** How much of the hour is left: nothing to say, a warning with the minutes, or over. */
export type Idle = { kind: 'ACTIVE' } | { kind: 'WARNING'; minutes: number } | { kind: 'OVER' };

/** What to say after so many milliseconds without a word to the server. */
export function idleAfter(elapsedMs: number, idleMinutes: number): Idle {
  const leftMs = idleMinutes * MINUTE_MS - elapsedMs;
  if (leftMs <= 0) return { kind: 'OVER' };
  if (leftMs > WARN_MINUTES * MINUTE_MS) return { kind: 'ACTIVE' };
  return { kind: 'WARNING', minutes: Math.ceil(leftMs / MINUTE_MS) };
}

/** Looks at the clock, not at a count of ticks: a computer that slept knows at once that the hour is over. */
export function useIdle(lastContact: number, idleMinutes: number): Idle {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return idleAfter(now - lastContact, idleMinutes);
}
