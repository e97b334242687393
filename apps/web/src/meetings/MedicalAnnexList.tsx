import { formatDutchDay, dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { clockOf } from '../ui/clock.ts';
import type { MedicalAnnex } from './medical-annex-queries.ts';
import type { NameOf } from './meeting-words.ts';
import classes from './medical-note.module.css';
import list from './meetings.module.css';

type Props = { annex: MedicalAnnex; nameOf: NameOf };

/** What the physicians noted, client by client, with the numbers of the minutes. */
export function MedicalAnnexList({ annex: { items }, nameOf }: Props) {
  if (items.length === 0) return <p className={list['quiet']}>{text('medicalAnnex.none')}</p>;
  return (
    <ol>
      {items.map(({ place, itemId, clientId, clientName, birthDate, text: words, changedBy, changedAt }) => (
        <li key={itemId} value={place}>
          <p className={list['who']}>
            <span className={list['quiet']}>{place}.</span>
            <Link to={`/clients/${clientId}`} className={list['name']}>
              {clientName}
            </Link>
            <span className={list['quiet']}>{formatDutchDay(birthDate)}</span>
          </p>
          <p className={classes['words']}>{words}</p>
          <p className={classes['hint']}>
            {text('medicalAnnex.by', {
              name: nameOf(changedBy),
              day: formatDutchDay(dayOfInstant(changedAt)),
              time: clockOf(changedAt),
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}
