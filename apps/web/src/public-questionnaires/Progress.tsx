import { text } from '@samenoud/texts';
import classes from './page.module.css';

/** How far one is: in words, and as a bar for who reads less. */
export function Progress({ number, total }: { number: number; total: number }) {
  return (
    <div className={classes['progress']}>
      <p>{text('publicQuestionnaire.question.progress', { number, total })}</p>
      <div className={classes['bar']} aria-hidden>
        <div style={{ width: `${(100 * (number - 1)) / total}%` }} />
      </div>
    </div>
  );
}
