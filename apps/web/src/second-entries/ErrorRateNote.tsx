import { text } from '@samenoud/texts';
import classes from './second-entries.module.css';
import type { ErrorRate } from './second-entry-types.ts';

function words({ forms, itemsCompared, itemsChanged }: ErrorRate): string {
  if (itemsCompared === null || itemsChanged === null || itemsCompared === 0)
    return text('secondEntries.errorRate.tooFew');
  const perThousand = ((1000 * itemsChanged) / itemsCompared).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  return text('secondEntries.errorRate.words', { compared: itemsCompared, forms, changed: itemsChanged, perThousand });
}

/** How often typing goes wrong here. */
export function ErrorRateNote({ rate }: { rate: ErrorRate }) {
  return (
    <section className={classes['rate']}>
      <h2 className={classes['subtitle']}>{text('secondEntries.errorRate.title')}</h2>
      <p>
        {words(rate)} {text('secondEntries.errorRate.practice')}
      </p>
    </section>
  );
}
