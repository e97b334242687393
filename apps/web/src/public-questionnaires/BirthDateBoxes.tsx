import { text } from '@samenoud/texts';
import type { AccessInput } from './access-input.ts';
import { Fault } from './Field.tsx';
import classes from './page.module.css';

const BOXES = [
  { field: 'day', most: 2, width: 'box' },
  { field: 'month', most: 2, width: 'box' },
  { field: 'year', most: 4, width: 'wideBox' },
] as const;

type Box = (typeof BOXES)[number]['field'];
type Props = { value: AccessInput; onChange: (box: Box, typed: string) => void; fault: string | undefined };

/** A birth date in three boxes: nobody has to know which sign stands between the numbers. */
export function BirthDateBoxes({ value, onChange, fault }: Props) {
  return (
    <fieldset className={classes['field']}>
      <legend className={classes['label']}>{text('publicQuestionnaire.access.birthDate')}</legend>
      <p id="birth-date-hint" className={classes['hint']}>
        {text('publicQuestionnaire.access.birthDateHint')}
      </p>
      {fault && <Fault id="birth-date-fault">{fault}</Fault>}
      <div className={classes['boxes']}>
        {BOXES.map(({ field, most, width }) => (
          <div key={field}>
            <label className={classes['label']} htmlFor={field}>
              {text(`publicQuestionnaire.access.${field}`)}
            </label>
            <input
              id={field}
              className={`${classes['input']} ${classes[width]}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={most}
              value={value[field]}
              onChange={({ currentTarget }) => onChange(field, currentTarget.value)}
              aria-describedby={fault ? 'birth-date-hint birth-date-fault' : 'birth-date-hint'}
              aria-invalid={fault ? true : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
