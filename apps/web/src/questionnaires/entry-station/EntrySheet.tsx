import type { Answer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Conflict, SaveStatus } from '../../platform/autosave/save-status.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import type { CheckParts } from './CheckPage.tsx';
import { ClientRemark } from './ClientRemark.tsx';
import { EntryConflicts } from './EntryConflicts.tsx';
import { EntryFooter } from './EntryFooter.tsx';
import type { EntryItem } from './entry-item.ts';
import { EntryQuestion } from './EntryQuestion.tsx';
import { EntryRow } from './EntryRow.tsx';
import { countAnswers, currentItem, type EntryState, isAtCheckPage, openItems } from './entry-state.ts';
import classes from './EntrySheet.module.css';
import { answersIn, type FormValue, type FormValues, missingPagesIn, remarkIn } from './form-values.ts';
import { refusalText } from './refusal-text.ts';
import { useEntry } from './use-entry.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useRemark } from './use-remark.ts';

export type EntryLayout = 'SHEET' | 'READ_ALOUD';
/** `count` makes scanning the same sheet twice two events. */
export type ScannedSheet = { sheet: number; count: number };

type Props = {
  /** Who this form is of, as it stands on the paper: name and birth date. */
  heading: string;
  items: readonly EntryItem[];
  /** What the server holds of this form. */
  values: FormValues;
  status: SaveStatus<FormValue>;
  /** What is printed on the paper, for finding it. */
  formCode?: string | undefined;
  /** The sheet of paper at hand, as it was scanned last. */
  scannedSheet?: ScannedSheet | undefined;
  /** One question at a time in its whole wording, for reading aloud; or the sheet as it lies on the table. */
  layout?: EntryLayout;
  /** A second entry is about the answers only. */
  hasRemark?: boolean;
  /** What comes behind the last question. */
  renderCheck: (parts: CheckParts) => ReactNode;
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

/** The sheet that was scanned is the one that lies on top: on with its first question without an answer. */
function useScannedSheet(
  scanned: ScannedSheet | undefined,
  { items, answers }: EntryState,
  onGo: (id: string) => void,
) {
  const go = useEffectEvent(() => {
    const onSheet = items.filter(({ sheet }) => sheet === scanned?.sheet);
    const next = onSheet.find(({ id }) => answers[id] === undefined) ?? onSheet[0];
    if (next !== undefined) onGo(next.id);
  });
  useEffect(() => go(), [scanned]);
}

/** The paper form on screen: one sheet at a time, each question in its place, an answer per digit. */
export function EntrySheet(props: Props) {
  const { heading, items, values, status, formCode, scannedSheet, layout = 'SHEET', hasRemark = true } = props;
  const { renderCheck, onChange, onStop } = props;
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
  const openRemark = (): void => setRemarkOpen(isTyping && hasRemark);
  useScannedSheet(scannedSheet, state, go);
  useEntryKeys(sheet, { isTyping, onKey: press, onRemark: openRemark, onStop });

  const current = currentItem(state);
  const sheets = items.at(-1)?.sheet ?? 1;
  const place = { sheet: current?.sheet ?? sheets, sheets };
  const Row = layout === 'SHEET' ? EntryRow : EntryQuestion;
  const shown = items.filter(({ id, sheet: one }) =>
    layout === 'SHEET' ? one === current?.sheet : id === current?.id,
  );

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
        {formCode !== undefined && <span className="numbers">{text('entry.formCode', { code: formCode })}</span>}
        {isTyping && layout === 'SHEET' && <span>{text('entry.sheet', place)}</span>}
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
          {shown.map((item) => (
            <Row
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
        renderCheck({
          open: openItems(state),
          total: items.length,
          missingPages: state.missingPages,
          remark: hasRemark && <ClientRemark remark={remark} onChange={setRemark} />,
          onGo: go,
          onBack: () => press('Backspace'),
        })
      )}
      {isTyping && (
        <EntryFooter
          count={countAnswers(state)}
          total={items.length}
          onKey={press}
          isSheet={layout === 'SHEET'}
          onRemark={hasRemark ? openRemark : undefined}
          onStop={onStop}
        />
      )}
      {isRemarkOpen && (
        <Dialog title={text('entry.remark.title')} savesItself onClose={() => setRemarkOpen(false)}>
          <ClientRemark remark={remark} onChange={setRemark} />
        </Dialog>
      )}
      <SpokenRefusal state={state} />
    </section>
  );
}
