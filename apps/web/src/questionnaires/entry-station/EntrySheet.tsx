import type { Answer, Answers } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useCallback, useRef } from 'react';
import type { Conflict, SaveStatus } from '../../platform/autosave/save-status.ts';
import { SaveState } from '../../ui/SaveState.tsx';
import { CheckPage, type CompletionDetails } from './CheckPage.tsx';
import { EntryConflicts } from './EntryConflicts.tsx';
import { EntryFooter } from './EntryFooter.tsx';
import type { EntryItem } from './entry-item.ts';
import { EntryRow } from './EntryRow.tsx';
import { countAnswers, currentItem, type EntryState, isAtCheckPage, openItems } from './entry-state.ts';
import classes from './EntrySheet.module.css';
import { refusalText } from './refusal-text.ts';
import { useEntry } from './use-entry.ts';
import { useEntryKeys } from './use-entry-keys.ts';

type Props = {
  /** Who this form is of, as it stands on the paper: name and birth date. */
  heading: string;
  items: readonly EntryItem[];
  answers: Answers;
  status: SaveStatus<Answer>;
  details: CompletionDetails;
  onAnswer: (changes: Record<string, Answer>) => void;
  onStop: () => void;
};

/** A refused key is an error that no focus change tells, so it is spoken. */
function SpokenRefusal({ state }: { state: EntryState }) {
  const item = currentItem(state);
  const words = state.refusal !== undefined && item !== undefined ? refusalText(state.refusal, item) : '';
  return (
    <span role="alert" className="visually-hidden">
      <span key={state.refusal?.count}>{words}</span>
    </span>
  );
}

/** The paper form on screen: one sheet at a time, each question in its place, an answer per digit. */
export function EntrySheet({ heading, items, answers, status, details, onAnswer, onStop }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const [state, dispatch] = useEntry({ items, answers, onAnswer });
  const isTyping = !isAtCheckPage(state);
  const press = useCallback((key: string) => dispatch({ type: 'KEY', key }), [dispatch]);
  const choose = useCallback(
    (itemId: string, answer: Answer) => dispatch({ type: 'CHOOSE', itemId, answer }),
    [dispatch],
  );
  const go = useCallback((itemId: string) => dispatch({ type: 'GO', itemId }), [dispatch]);
  useEntryKeys(sheet, { isTyping, onKey: press, onStop });

  const current = currentItem(state);
  const sheets = items.at(-1)?.sheet ?? 1;
  const place = { sheet: current?.sheet ?? sheets, sheets };

  function resolve({ item, mine, theirs }: Conflict<Answer>, keep: 'MINE' | 'THEIRS'): void {
    const kept = keep === 'MINE' || theirs === undefined ? mine : theirs;
    dispatch({ type: 'ADOPT', answers: { [item]: kept } });
    onAnswer({ [item]: kept });
  }

  return (
    <section ref={sheet} className={classes['sheet']} aria-label={text('entry.sheetLabel', place)}>
      <header className={classes['head']}>
        <h1 className={classes['heading']}>{heading}</h1>
        {isTyping && <span className="numbers">{text('entry.sheet', place)}</span>}
        <SaveState status={status} />
      </header>
      {status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' && (
        <EntryConflicts items={items} conflicts={status.conflicts} onResolve={resolve} />
      )}
      {isTyping ? (
        <div className={classes['rows']}>
          {items
            .filter((item) => item.sheet === current?.sheet)
            .map((item) => (
              <EntryRow
                key={item.id}
                item={item}
                answer={state.answers[item.id]}
                isCurrent={item.id === current?.id}
                waitsForTen={item.id === current?.id && state.waitsForTen}
                refusal={state.refusal?.itemId === item.id ? state.refusal : undefined}
                onChoose={choose}
                onGo={go}
              />
            ))}
        </div>
      ) : (
        <CheckPage
          open={openItems(state)}
          total={items.length}
          details={details}
          onGo={go}
          onBack={() => press('Backspace')}
        />
      )}
      {isTyping && <EntryFooter count={countAnswers(state)} total={items.length} onKey={press} onStop={onStop} />}
      <SpokenRefusal state={state} />
    </section>
  );
}
