import { useId } from 'react';
import classes from './RadioQuestion.module.css';

export type RadioChoice<Code extends string> = { code: Code; label: string };
type Props<Code extends string> = {
  legend: string;
  choices: readonly RadioChoice<Code>[];
  value: Code | undefined;
  onChange: (code: Code) => void;
  error?: string | undefined;
  /** The focus comes here when the dialog opens. */
  autoFocus?: boolean;
};

/** A question with one answer: a fieldset, its legend and plain radios. */
export function RadioQuestion<Code extends string>({
  legend,
  choices,
  value,
  onChange,
  error,
  autoFocus = false,
}: Props<Code>) {
  const name = useId();
  const errorId = `${name}-error`;
  return (
    <fieldset className={classes['question']} aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={classes['legend']}>{legend}</legend>
      {error !== undefined && (
        <p id={errorId} className={classes['error']}>
          {error}
        </p>
      )}
      {choices.map(({ code, label }, index) => (
        <label key={code} className={classes['choice']}>
          <input
            type="radio"
            name={name}
            value={code}
            checked={value === code}
            data-autofocus={autoFocus && (value === undefined ? index === 0 : value === code) ? true : undefined}
            onChange={() => onChange(code)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
