import { createStore } from '../store.ts';

/** `IDLE`: nobody touched the screen for a while. `EXPIRED`: the server no longer knows the session. */
export type LockReason = 'IDLE' | 'EXPIRED';

export const lockStore = createStore<LockReason | undefined>(undefined);

/** Covers the screen. The first reason stays: an idle screen that then meets a 401 is still an idle screen. */
export function lock(reason: LockReason): void {
  if (lockStore.get() === undefined) lockStore.set(reason);
}

export const unlock = (): void => lockStore.set(undefined);
