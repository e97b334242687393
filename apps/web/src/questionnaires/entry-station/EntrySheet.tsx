import type { Answer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useCallback, useRef, useState } from 'react';
import type { Conflict, SaveStatus } from '../../platform/autosave/save-status.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { CheckPage, type CompletionDetails } from './CheckPage.tsx';
import { ClientRemark } from './ClientRemark.tsx';
import { EntryConflicts } from './EntryConflicts.tsx';
import { EntryFooter } from './EntryFooter.tsx';
import type { EntryItem } from './entry-item.ts';
import { EntryRow } from './EntryRow.tsx';
import { countAnswers, currentItem, type EntryState, isAtCheckPage, openItems } from './entry-state.ts';
import classes from './EntrySheet.module.css';
import { answersIn, type FormValue, type FormValues, missingPagesIn, remarkIn } from './form-values.ts';
import { refusalText } from './refusal-text.ts';
import { useEntry } from './use-entry.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useRemark } from './use-remark.ts';

type Props = {
  /** Who this form is of, as it stands on the paper: name and birth date. */
  heading: string;
  items: readonly EntryItem[];
  /** What the server holds of this form. */
  values: FormValues;
  status: SaveStatus<FormValue>;
  details: CompletionDetails;
  onChange: (changes: FormValues, delayMs?: number) => void;
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
export function EntrySheet({ heading, items, values, status, details, onChange, onStop }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const [state, dispatch] = useEntry({ items, values, onChange });
  const [remark, setRemark] = useRemark({ values, onChange });
  const [isRemarkOpen, setRemarkOpen] = useState(false);
  const isTyping = !isAtCheckPage(state);
  const press = useCallback((key: string) => dispatch({ type: 'KEY', key }), [dispatch]);
  const choose = useCallback(
    (itemId: string, answer: Answer) => dispatch({ type: 'CHOOSE', itemId, answer }),
    [dispatch],
  );
  const go = useCallback((itemId: string) => dispatch({ type: 'GO', itemId }), [dispatch]);
  const openRemark = (): void => setRemarkOpen(isTyping);
  useEntryKeys(sheet, { isTyping, onKey: press, onRemark: openRemark, onStop });

  const current = currentItem(state);
  const sheets = items.at(-1)?.sheet ?? 1;
  const place = { sheet: current?.sheet ?? sheets, sheets };

  function resolve({ item, mine, theirs }: Conflict<FormValue>, keep: 'MINE' | 'THEIRS'): void {
    const kept = { [item]: keep === 'MINE' || theirs === undefined ? mine : theirs };
    dispatch({
      type: 'ADOPT',
      answers: answersIn(kept),
      ...('missingPages' in kept && { missingPages: missingPagesIn(kept) }),
    });
    if ('remark' in kept) setRemark(remarkIn(kept), true);
    onChange(kept);
  }

  return (
    <section ref={sheet} className={classes['sheet']} aria-label={text('entry.sheetLabel', place)}>
      <header className={classes['head']}>
        <h1 className={classes['heading']}>{heading}</h1>
        {isTyping && <span>{text('entry.sheet', place)}</span>}
        <SaveState status={status} />
      </header>
      {status.kind === 'NOT_SAVED' && status.why === 'CONFLICT' && (
        <EntryConflicts items={items} conflicts={status.conflicts} onResolve={resolve} />
      )}
      {isTyping ? (
        <div className={classes['rows']}>
          {state.missingPages.includes(place.sheet) && (
            <p className={classes['missingSheet']}>{text('entry.sheetIsMissing', { sheet: place.sheet })}</p>
          )}
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
          missingPages={state.missingPages}
          remark={<ClientRemark remark={remark} onChange={setRemark} />}
          details={details}
          onGo={go}
          onBack={() => press('Backspace')}
        />
      )}
      {isTyping && (
        <EntryFooter
          count={countAnswers(state)}
          total={items.length}
          onKey={press}
          onRemark={openRemark}
          onStop={onStop}
        />
      )}
      {isRemarkOpen && (
        <Dialog title={text('entry.remark.title')} onClose={() => setRemarkOpen(false)}>
          <ClientRemark remark={remark} onChange={setRemark} />
        </Dialog>
      )}
      <SpokenRefusal state={state} />
    </section>
  );
}
