import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EntryItem } from './entry-item.ts';
import { changesBetween, type EntryAction, type EntryState, reduceEntry, startEntry } from './entry-state.ts';
import { answersIn, type FormValues, missingPagesIn } from './form-values.ts';

type Options = {
  items: readonly EntryItem[];
  /** What the server holds. */
  values: FormValues;
  onChange: (changes: FormValues) => void;
};

/** The entry state with its changes told outside, per key: two keys within one drawing of the screen both count. */
export function useEntry({ items, values, onChange }: Options): [EntryState, (action: EntryAction) => void] {
  const [state, setState] = useState(() => startEntry(items, answersIn(values), missingPagesIn(values)));
  const latest = useRef(state);
  const tell = useEffectEvent(onChange);
  const dispatch = useCallback((action: EntryAction) => {
    const before = latest.current;
    const after = reduceEntry(before, action);
    latest.current = after;
    setState(after);
    const changes = changesBetween(before, after);
    // What comes from the server is there already.
    if (action.type !== 'ADOPT' && Object.keys(changes).length > 0) tell(changes);
  }, []);
  // Somebody else works on the same form: what they answered and we did not is shown as theirs.
  const adopt = useEffectEvent(() => {
    const mine = latest.current;
    const theirs = Object.entries(answersIn(values)).filter(([id]) => mine.answers[id] === undefined);
    const missingPages = mine.missingPages.length === 0 ? missingPagesIn(values) : mine.missingPages;
    if (theirs.length === 0 && missingPages === mine.missingPages) return;
    dispatch({ type: 'ADOPT', answers: Object.fromEntries(theirs), missingPages });
  });
  useEffect(() => adopt(), [values]);
  return [state, dispatch];
}
