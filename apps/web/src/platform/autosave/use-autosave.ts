import { useEffect, useState } from 'react';
import { announce } from '../announcer.tsx';
import { lockStore } from '../session/lock-store.ts';
import { useStore } from '../store.ts';
import { text } from '@samenoud/texts';
import { type Autosave, type AutosaveOptions, createAutosave } from './autosave.ts';
import type { SaveStatus } from './save-status.ts';

const ANNOUNCE_AFTER_MS = 1500;

/** Follows the page's own life: a last try when it goes away, a word when work would be lost, on again when it can. */
function followPage<Value>(autosave: Autosave<Value>): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (!autosave.isClean()) event.preventDefault();
  };
  const unsubscribe = lockStore.subscribe(() => {
    if (lockStore.get() === undefined) autosave.resume();
  });
  window.addEventListener('pagehide', autosave.flushKeepalive);
  window.addEventListener('beforeunload', warn);
  window.addEventListener('online', autosave.resume);
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', autosave.flushKeepalive);
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('online', autosave.resume);
  };
}

/** Calls `act` once nothing is open: someone who goes to another screen leaves the last request behind, not the work. */
function onceClean<Value>(autosave: Autosave<Value>, act: () => void): void {
  if (autosave.isClean()) return act();
  const unsubscribe = autosave.status.subscribe(() => {
    if (!autosave.isClean()) return;
    unsubscribe();
    act();
  });
}

/** Says the settled states only: while someone types 35 answers a screen reader hears one "Opgeslagen". */
function useAnnouncedSaving({ kind }: SaveStatus): void {
  useEffect(() => {
    if (kind === 'NOT_SAVED') announce(text('common.save.announceNotSaved'));
    if (kind !== 'SAVED') return undefined;
    const timer = setTimeout(() => announce(text('common.save.announceSaved')), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [kind]);
}

/** An autosave for one form, made once from the first `options` and alive as long as the component. */
export function useAutosave<Value>(options: AutosaveOptions<Value>): [Autosave<Value>, SaveStatus<Value>] {
  const [autosave] = useState(() => createAutosave(options));
  const status = useStore(autosave.status);
  useAnnouncedSaving(status);
  useEffect(() => {
    const stopFollowing = followPage(autosave);
    return () => onceClean(autosave, stopFollowing);
  }, [autosave]);
  return [autosave, status];
}
