import { useId } from 'react';
import classes from './ProgressBar.module.css';

type Props = {
  /** How far it is, in words. */
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
};

/** How far long work is; without a total it says that it goes on. */
export function ProgressBar({ label, done, total }: Props) {
  const id = useId();
  return (
    <div className={classes['progress']}>
      <span id={id}>{label}</span>
      {total > 0 ? <progress aria-labelledby={id} value={done} max={total} /> : <progress aria-labelledby={id} />}
    </div>
  );
}
