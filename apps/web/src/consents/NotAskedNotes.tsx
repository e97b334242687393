import { text } from '@samenoud/texts';
import { askableCategories } from './consent-form.ts';
import classes from './consents.module.css';
import type { Organisation } from './consent-types.ts';

/** What is not asked for, and why not: nobody is bothered with a question that opens nothing. */
export function NotAskedNotes({ organisations }: { organisations: readonly Organisation[] }) {
  const words = organisations.flatMap(({ id, name, kind }) => {
    if (kind === 'PRACTICE') return [];
    if (kind === 'SOCIAL_WORK') return [{ id, says: text('consents.table.never', { organisation: name }) }];
    const isMedical = askableCategories('GRANT', kind).length > 0;
    const says = text(`consents.table.${isMedical ? 'notNeededMedical' : 'notNeeded'}`, { organisation: name });
    return [{ id, says }];
  });
  return (
    <ul className={classes['notes']}>
      {words.map(({ id, says }) => (
        <li key={id}>{says}</li>
      ))}
    </ul>
  );
}
