import { type Answer, isMissingAnswer } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { memo, useEffect, useRef } from 'react';
import { answerSign, type EntryItem } from './entry-item.ts';
import { BLANK, ILLEGIBLE, type Refusal } from './entry-state.ts';
import classes from './EntryRow.module.css';
import { refusalText } from './refusal-text.ts';

export type EntryRowProps = {
  item: EntryItem;
  answer: Answer | undefined;
  isCurrent: boolean;
  waitsForTen: boolean;
  refusal: Refusal | undefined;
  onChoose: (itemId: string, answer: Answer) => void;
  onGo: (itemId: string) => void;
};

const MISSING = [
  { key: '-', answer: BLANK, label: text('entry.blank') },
  { key: '?', answer: ILLEGIBLE, label: text('entry.illegible') },
] as const;

export const isChosen = (answer: Answer | undefined, option: Answer): boolean =>
  isMissingAnswer(option) ? isMissingAnswer(answer) && answer.missing === option.missing : answer === option;

type OptionProps = {
  name: string;
  sign: string;
  label: string;
  isChecked: boolean;
  isQuiet?: boolean;
  onChoose: () => void;
};

export function EntryOptionBox({ name, sign, label, isChecked, isQuiet = false, onChoose }: OptionProps) {
  return (
    <label className={classes['option']} data-quiet={isQuiet || undefined}>
      <input type="radio" name={name} checked={isChecked} onChange={onChoose} className={classes['radio']} />
      <span className={classes['digit']}>{sign}</span>
      {label !== sign && <span>{label}</span>}
    </label>
  );
}

/** Puts the focus in the question at hand without moving the paper, unless it lies outside the screen. */
export function useFocusWhenCurrent(isCurrent: boolean) {
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!isCurrent) return;
    const radios = [...(row.current?.querySelectorAll('input') ?? [])];
    (radios.find((radio) => radio.checked) ?? radios[0])?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return row;
}

/** One question where it stands on the paper, with the boxes and their printed digits. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { item, answer, isCurrent, waitsForTen, refusal, onChoose, onGo } = props;
  const row = useFocusWhenCurrent(isCurrent);
  const sign = answerSign(item, answer);
  return (
    <fieldset ref={row} className={classes['row']} data-current={isCurrent || undefined} data-item={item.id}>
      <legend className="visually-hidden">
        {item.number}. {item.label}
      </legend>
      <span className={classes['pointer']} aria-hidden="true">
        {isCurrent ? '▸' : ''}
      </span>
      <span className={classes['number']} aria-hidden="true">
        {item.number}
      </span>
      <span className={classes['label']} aria-hidden="true" onClick={() => onGo(item.id)}>
        {item.label}
      </span>
      <span className={classes['options']} data-kind={item.kind}>
        {item.options.map((option) => (
          <EntryOptionBox
            key={option.key}
            name={item.id}
            sign={option.key}
            label={option.label}
            isChecked={isChosen(answer, option.code)}
            onChoose={() => onChoose(item.id, option.code)}
          />
        ))}
        <span className={classes['missing']}>
          {MISSING.map((option) => (
            <EntryOptionBox
              key={option.key}
              name={item.id}
              sign={option.key}
              label={option.label}
              isQuiet
              isChecked={isChosen(answer, option.answer)}
              onChoose={() => onChoose(item.id, option.answer)}
            />
          ))}
        </span>
      </span>
      <span key={refusal?.count} className={classes['word']} data-shown={refusal !== undefined || undefined}>
        {refusal === undefined ? waitsForTen && text('entry.markTen') : refusalText(refusal, item)}
      </span>
      <span className={classes['box']} data-filled={sign !== '' || undefined} aria-hidden="true">
        {sign}
        {waitsForTen && <span className={classes['caret']}>_</span>}
      </span>
    </fieldset>
  );
});
