import { type ReadFormCode, readFormCode } from '@samenoud/domain';
import { useEffect, useEffectEvent, useRef } from 'react';
import { lockStore } from '../../platform/session/lock-store.ts';

/** A scanner types faster than anybody: keys this close together are one scan. */
const GAP_MS = 80;
/** On a busy computer the Enter of a scanner comes late: so long it is still of the scan, and presses nothing. */
const LATE_ENTER_MS = 400;
const CODE_LENGTH = 7;

type Field = HTMLInputElement | HTMLTextAreaElement;
/** Keys that came close together; `field` is what they went into, and `before` what stood there. */
type Burst = { typed: string; at: number; held: number; field: Field | undefined; before: string };

const isLetter = (typed: string): boolean => /^[a-z]/i.test(typed);

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type));

/** Puts back what stood in a field before a scan was typed into it, in a way that React hears. */
function restore({ field, before }: Burst): void {
  if (field === undefined) return;
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, before);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function follow(burst: Burst | undefined, event: KeyboardEvent): Burst {
  const at = event.timeStamp;
  // A code begins with its first letter: what was answered just before is not of it.
  const isStart = isLetter(event.key) && !isLetter(burst?.typed ?? '');
  if (burst !== undefined && !isStart && at - burst.at <= GAP_MS)
    return { ...burst, typed: burst.typed + event.key, at };
  const field = isField(event.target) ? event.target : undefined;
  return { typed: event.key, at, held: 0, field, before: field?.value ?? '' };
}

/** In a field a quick word is no scan: there the code ends with its page, and with Enter or Tab. */
function scannedIn({ typed, field }: Burst, withKey: boolean): ReadFormCode | null {
  if (typed.length < CODE_LENGTH || /\s/.test(typed)) return null;
  const scanned = readFormCode(typed);
  return field === undefined || (withKey && scanned?.page) ? scanned : null;
}

type Options = {
  /** A sheet of paper was scanned, wherever the focus was. */
  onScan: (scanned: ReadFormCode) => void;
  /** Something was scanned that is no sheet of ours. */
  onUnread: () => void;
};

/**
 * Hears a scanner among the keys. Our codes begin with a letter, which is never an answer: from there on every quick key is
 * held back until the code ends, so that no digit of it becomes an answer, and no Enter of it presses a button.
 */
export function useScan({ onScan, onUnread }: Options): void {
  const burst = useRef<Burst>(undefined);
  const replayed = useRef<Event>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** When the last key came of a code whose Enter is still to come. */
  const awaitsEnter = useRef<number>(undefined);

  /** One letter is a mistake of a finger: it goes on to where it was meant, a moment later. */
  const pass = useEffectEvent((key: string) => {
    replayed.current = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(replayed.current);
  });

  const end = useEffectEvent((withKey: boolean): boolean => {
    clearTimeout(timer.current);
    const ended = burst.current;
    burst.current = undefined;
    if (ended === undefined) return false;
    if (!withKey && ended.held > 1) awaitsEnter.current = ended.at;
    const scanned = scannedIn(ended, withKey);
    if (scanned !== null) {
      restore(ended);
      onScan(scanned);
      return true;
    }
    if (ended.held > 1) onUnread();
    else if (ended.held === 1) pass(ended.typed);
    return ended.held > 1;
  });

  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event === replayed.current || event.target instanceof HTMLSelectElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || lockStore.get() !== undefined) return;
    const isEnd = event.key === 'Enter' || event.key === 'Tab';
    const isLate = burst.current !== undefined && event.timeStamp - burst.current.at > GAP_MS;
    if (isEnd && !isLate && end(true)) return swallow(event);
    if (isEnd && event.timeStamp - (awaitsEnter.current ?? -Infinity) <= LATE_ENTER_MS) swallow(event);
    awaitsEnter.current = undefined;
    if (event.key.length !== 1) return;
    const next = follow(burst.current, event);
    const isHeld = next.field === undefined && isLetter(next.typed);
    burst.current = isHeld ? { ...next, held: next.held + 1 } : next;
    if (isHeld) swallow(event);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => end(false), GAP_MS);
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event);
    // On the window: before the entry sheet, which hears on the document.
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
