import { Alert, Title } from '@mantine/core';
import { findErrorText, findText, text } from '@samenoud/texts';
import type { Comparison } from './merge-queries.ts';
import classes from './merges.module.css';

/** What merging these two does, and where both have what one can have. */
export function MergeEffects({ conflicts, refusal }: Pick<Comparison, 'conflicts' | 'refusal'>) {
  if (refusal !== null)
    return (
      <Alert role="alert" color="var(--so-error)" variant="outline" maw={768}>
        {findErrorText(`MERGE_${refusal}`)}
      </Alert>
    );
  return (
    <section>
      <Title order={2}>{text('merges.effects.title')}</Title>
      <ul className={classes['effects']}>
        <li>{text('merges.effects.all')}</li>
        {conflicts.map(({ cause }) => (
          <li key={cause}>{findText(`merges.effects.${cause}`)}</li>
        ))}
        <li>{text('merges.effects.pointer')}</li>
        <li>{text('merges.effects.back')}</li>
      </ul>
    </section>
  );
}
