import { createStore } from '../platform/store.ts';

/** What was last searched for: in memory only, so that going back to the list finds it as it was left. */
export const searchWords = createStore('');
