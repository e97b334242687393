import { createStore } from '../store.ts';
import type { DemoChoice } from './session-queries.ts';

/** The demo button that was used in this tab, so that a locked screen opens again with one press. */
export const demoChoiceStore = createStore<DemoChoice | undefined>(undefined);

export const rememberDemoChoice = (choice: DemoChoice | undefined): void => demoChoiceStore.set(choice);
