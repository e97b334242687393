import { useCallback, useEffect, useState } from 'react';

export type Place = {
  at: number;
  go: (to: number) => void;
  /** Makes this page the first of a row, and goes to the last of it: going back passes every page between. */
  lay: (from: number, to: number) => void;
};

const placeIn = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'number' ? state.place : 0;

/**
 * Which page of the questionnaire is open, so that the browser's own back button goes one page back. The history holds a
 * number and nothing else, and the address never changes.
 */
export function usePlace(): Place {
  const [at, setAt] = useState(0);
  const go = useCallback((to: number) => {
    globalThis.history.pushState({ place: to }, '');
    setAt(to);
  }, []);
  const lay = useCallback((from: number, to: number) => {
    globalThis.history.replaceState({ place: from }, '', globalThis.location.pathname);
    for (let place = from + 1; place <= to; place += 1) globalThis.history.pushState({ place }, '');
    setAt(to);
  }, []);
  useEffect(() => {
    const follow = ({ state }: PopStateEvent): void => setAt(placeIn(state));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  return { at, go, lay };
}
