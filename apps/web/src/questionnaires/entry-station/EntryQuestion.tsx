import { text } from '@samenoud/texts';
import { answerSign } from './entry-item.ts';
import { BLANK } from './entry-state.ts';
import classes from './EntryQuestion.module.css';
import { EntryOptionBox, type EntryRowProps, isChosen, useFocusWhenCurrent } from './EntryRow.tsx';
import { refusalText } from './refusal-text.ts';

/** One question as it is read aloud, on the phone or at the kitchen table: its whole wording and every answer. */
export function EntryQuestion({ item, answer, isCurrent, waitsForTen, refusal, onChoose }: EntryRowProps) {
  const row = useFocusWhenCurrent(isCurrent);
  return (
    <fieldset ref={row} className={classes['question']} data-item={item.id} key={item.id}>
      <legend className={classes['wording']}>
        <span className={classes['number']}>{item.number}.</span> {item.wording}
      </legend>
      <div className={classes['options']} data-kind={item.kind}>
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
        <EntryOptionBox
          name={item.id}
          sign="-"
          label={text('entry.unknown')}
          isChecked={isChosen(answer, BLANK)}
          onChoose={() => onChoose(item.id, BLANK)}
        />
      </div>
      <p className={classes['word']} data-shown={refusal !== undefined || undefined}>
        {refusal === undefined ? waitsForTen && text('entry.markTen') : refusalText(refusal, item)}
      </p>
      <p className={classes['answer']} aria-hidden="true">
        {answerSign(item, answer)}
        {waitsForTen && '_'}
      </p>
    </fieldset>
  );
}
