import { useEffect, useEffectEvent } from 'react';
import { createStore } from './store.ts';

export type Hotkey = {
  /** As `KeyboardEvent.key`; `Ctrl+` in front also answers to the Command key of a Mac. */
  keys: string;
  description: string;
  run: () => void;
};

/** The keys that work now, in the order in which the parts of the screen brought them. */
export const activeHotkeys = createStore<readonly Hotkey[]>([]);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function matches(event: KeyboardEvent, keys: string): boolean {
  const withControl = keys.startsWith('Ctrl+');
  const control = event.ctrlKey || event.metaKey;
  const wanted = withControl ? keys.slice('Ctrl+'.length) : keys;
  return control === withControl && !event.altKey && event.key.toLowerCase() === wanted.toLowerCase();
}

/** Letters belong to a field while someone types in it; Ctrl+ keys and function keys work everywhere. */
const worksWhileTyping = (keys: string): boolean => keys.startsWith('Ctrl+') || /^F\d+$/.test(keys);

export function handleHotkey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const hotkey = activeHotkeys.get().findLast((candidate) => matches(event, candidate.keys));
  if (hotkey === undefined || (isTyping(event.target) && !worksWhileTyping(hotkey.keys))) return;
  event.preventDefault();
  hotkey.run();
}

/** Brings keys of a screen or part for as long as it is mounted. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const signature = hotkeys.map(({ keys, description }) => `${keys} ${description}`).join('\n');
  const run = useEffectEvent((keys: string) => hotkeys.find((hotkey) => hotkey.keys === keys)?.run());
  const describe = useEffectEvent(() =>
    hotkeys.map(({ keys, description }) => ({ keys, description, run: () => run(keys) })),
  );
  useEffect(() => {
    const mine = describe();
    activeHotkeys.set([...activeHotkeys.get(), ...mine]);
    return () => activeHotkeys.set(activeHotkeys.get().filter((hotkey) => !mine.includes(hotkey)));
  }, [signature]);
}
