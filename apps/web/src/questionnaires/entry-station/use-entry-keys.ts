import { type RefObject, useEffect, useEffectEvent } from 'react';

const FIELDS = 'input:not([type="radio"]), textarea, select, dialog';
const BUTTONS = 'button, a[href]';

/** Keys that belong to something else: a text field, a dialog, a locked screen, a button under Enter, a shortcut. */
function isForOthers(event: KeyboardEvent, sheet: HTMLElement): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (sheet.closest('[inert]') !== null || document.querySelector('dialog[open]') !== null) return true;
  const target = event.target instanceof Element ? event.target : document.body;
  return target.closest(FIELDS) !== null || (event.key === 'Enter' && target.closest(BUTTONS) !== null);
}

type Options = { isTyping: boolean; onKey: (key: string) => void; onRemark: () => void; onStop: () => void };

/**
 * Listens on the whole page, so that a click beside the sheet does not stop the typing. On the check page only
 * Backspace, F2 and F4 are heard: the other keys are for its fields.
 */
export function useEntryKeys(
  sheet: RefObject<HTMLElement | null>,
  { isTyping, onKey, onRemark, onStop }: Options,
): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (sheet.current === null || isForOthers(event, sheet.current)) return;
    const isForEntry = event.key === 'Backspace' || (isTyping && (event.key === 'Enter' || event.key.length === 1));
    if (event.key === 'F2' || event.key === 'F4') {
      event.preventDefault();
      if (event.key === 'F2') onStop();
      else onRemark();
    } else if (isForEntry && event.key !== ' ') {
      event.preventDefault();
      onKey(event.key);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event);
    // Before the shortcuts of the app: here `?` is an answer.
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
