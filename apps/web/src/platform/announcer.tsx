import { createStore, useStore } from './store.ts';

const announced = createStore({ words: '', count: 0 });

/** Says `words` to a screen reader, politely. For saving and for a change of client; not for anything else. */
export function announce(words: string): void {
  announced.set({ words, count: announced.get().count + 1 });
}

/** The one live region of the app. The key makes the same words count as new. */
export function LiveRegion() {
  const { words, count } = useStore(announced);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={count}>{words}</span>
    </div>
  );
}
