import { text } from '@samenoud/texts';
import classes from './page.module.css';

type Props = { onBack: (() => void) | undefined; hasNext: boolean };

/** Forth and back. "Verder" sends the form of the page, so Enter does the same. */
export function StepButtons({ onBack, hasNext }: Props) {
  return (
    <div className={classes['buttons']}>
      {hasNext && (
        <button type="submit" className={classes['primary']}>
          {text('publicQuestionnaire.next')}
        </button>
      )}
      {onBack && (
        <button type="button" className={classes['secondary']} onClick={onBack}>
          {text('publicQuestionnaire.back')}
        </button>
      )}
    </div>
  );
}

type WaysOutProps = { onStop: () => void; onRefuse: () => void };

/** On every page: stopping for now, and not taking part. */
export function WaysOut({ onStop, onRefuse }: WaysOutProps) {
  return (
    <div className={classes['aside']}>
      <button type="button" className={classes['plain']} onClick={onStop}>
        {text('publicQuestionnaire.stop')}
      </button>
      <button type="button" className={classes['plain']} onClick={onRefuse}>
        {text('publicQuestionnaire.refuse')}
      </button>
    </div>
  );
}
