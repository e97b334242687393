import type { InputHTMLAttributes, ReactNode } from 'react';
import classes from './page.module.css';

/** What stands under a label, by the id that the field names. */
export function Fault({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className={classes['error']}>
      {children}
    </span>
  );
}

type Props = InputHTMLAttributes<HTMLInputElement> & {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
};

/** One line of text with its label above it, and what is wrong between the two. */
export function Field({ id, label, hint, fault, className = '', ...rest }: Props) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={classes['field']}>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={classes['hint']}>
          {hint}
        </p>
      )}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
      <input
        {...rest}
        id={id}
        className={`${classes['input']} ${className}`}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  );
}
