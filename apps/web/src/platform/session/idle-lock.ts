import { FOLLOWS, idleMinutes, noteFollowingElsewhere, TABS_CHANNEL } from './following.ts';
import { noteInput as rememberInput } from './last-input.ts';

const REAL_INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_EVERY_MS = 5_000;
const TELL_OTHERS_EVERY_MS = 10_000;

/**
 * Calls `onIdle` when nobody gave real input for as long as this screen may go without, in this tab or another of the same browser.
 * It looks at the clock, not at a timer, so that a laptop that slept is locked when it wakes. Returns how to stop.
 */
export function watchIdle(onIdle: () => void): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(TABS_CHANNEL);
  let lastInputAt = Date.now();
  let toldOthersAt = 0;

  const check = (): void => {
    if (Date.now() - lastInputAt >= idleMinutes() * 60_000) onIdle();
  };
  const noteInput = (): void => {
    check();
    rememberInput();
    lastInputAt = Date.now();
    if (lastInputAt - toldOthersAt < TELL_OTHERS_EVERY_MS) return;
    toldOthersAt = lastInputAt;
    channel?.postMessage(null);
  };

  for (const kind of REAL_INPUT) window.addEventListener(kind, noteInput, { capture: true, passive: true });
  channel?.addEventListener('message', ({ data }) => {
    if (data === FOLLOWS) noteFollowingElsewhere();
    else lastInputAt = Date.now();
  });
  document.addEventListener('visibilitychange', check);
  const timer = setInterval(check, CHECK_EVERY_MS);

  return () => {
    clearInterval(timer);
    channel?.close();
    document.removeEventListener('visibilitychange', check);
    for (const kind of REAL_INPUT) window.removeEventListener(kind, noteInput, { capture: true });
  };
}
