import type { Answer, Answers } from '@samenoud/domain';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EntryItem } from './entry-item.ts';
import { changedAnswers, type EntryAction, type EntryState, reduceEntry, startEntry } from './entry-state.ts';

type Options = {
  items: readonly EntryItem[];
  answers: Answers;
  onAnswer: (changes: Record<string, Answer>) => void;
};

/** The entry state with its changes told outside, per key: two keys within one drawing of the screen both count. */
export function useEntry({ items, answers, onAnswer }: Options): [EntryState, (action: EntryAction) => void] {
  const [state, setState] = useState(() => startEntry(items, answers));
  const latest = useRef(state);
  const tell = useEffectEvent(onAnswer);
  const dispatch = useCallback((action: EntryAction) => {
    const before = latest.current;
    const after = reduceEntry(before, action);
    latest.current = after;
    setState(after);
    const changes = changedAnswers(before, after);
    // What comes from the server is there already.
    if (action.type !== 'ADOPT' && Object.keys(changes).length > 0) tell(changes);
  }, []);
  // Somebody else works on the same form: what they answered and we did not is shown as theirs.
  const adopt = useEffectEvent(() => {
    const mine = latest.current.answers;
    const theirs = Object.entries(answers).filter(([id]) => mine[id] === undefined);
    if (theirs.length > 0) dispatch({ type: 'ADOPT', answers: Object.fromEntries(theirs) });
  });
  useEffect(() => adopt(), [answers]);
  return [state, dispatch];
}
