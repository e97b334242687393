import { useEffect } from 'react';
import { noteFollowing, stopFollowing } from '../platform/session/following.ts';
import { sayFollowing } from './screen-queries.ts';

const SAY_EVERY_MS = 45_000;

/** While this page shows a running meeting it locks later than others, and so does the session at the server. */
export function useFollowing(meetingId: string, isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const say = (): void => {
      if (document.visibilityState === 'visible') sayFollowing(meetingId).then(noteFollowing, () => undefined);
    };
    say();
    const timer = setInterval(say, SAY_EVERY_MS);
    return () => {
      clearInterval(timer);
      stopFollowing();
    };
  }, [meetingId, isRunning]);
}
