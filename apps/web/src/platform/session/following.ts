/** Minutes without input until a screen locks, and until one locks that follows a running meeting. Source: trust.md 7. */
const IDLE_MINUTES = 15;
const FOLLOWING_MINUTES = 60;

/** As long as the server believes a page that said it follows. */
const HOLDS_MS = 90_000;

/** The channel on which the tabs of one browser tell each other of input, and that one of them follows a meeting. */
export const TABS_CHANNEL = 'samenoud-input';
export const FOLLOWS = 'FOLLOWS';

let hereUntil = 0;
let elsewhereUntil = 0;

/** The server heard that this tab follows a meeting; the other tabs of this browser hear it too. */
export function noteFollowing(): void {
  hereUntil = Date.now() + HOLDS_MS;
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(TABS_CHANNEL);
  channel.postMessage(FOLLOWS);
  channel.close();
}

export function stopFollowing(): void {
  hereUntil = 0;
}

export function noteFollowingElsewhere(): void {
  elsewhereUntil = Date.now() + HOLDS_MS;
}

/** Whether another tab needs the session that this one would end by locking. */
export const isFollowingElsewhere = (): boolean => Date.now() < elsewhereUntil;

export const idleMinutes = (): number => (Date.now() < hereUntil ? FOLLOWING_MINUTES : IDLE_MINUTES);
