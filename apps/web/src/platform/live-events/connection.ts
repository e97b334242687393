import { createStore } from '../store.ts';

/** Whether this screen hears of changes: not, while the stream or the network is gone. */
export const connectionStore = createStore(true);
