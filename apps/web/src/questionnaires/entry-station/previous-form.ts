import { createStore } from '../../platform/store.ts';

/** The day on the form before this one: a pile is mostly of one day. Only in memory, for this tab. */
export const previousCompletedOn = createStore<string | undefined>(undefined);
