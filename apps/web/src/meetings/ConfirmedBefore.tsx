import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { Link } from 'react-router';
import { profileWord, useProfileLabels } from '../platform/profile-labels.tsx';
import type { NameOf } from './meeting-words.ts';
import type { ConfirmedBefore as Confirmed } from './review-queries.ts';
import review from './review.module.css';

/** „12 bevestigd, niet op de agenda”: who, with which profile, by whom and when. */
export function ConfirmedBefore({ confirmed, nameOf }: { confirmed: readonly Confirmed[]; nameOf: NameOf }) {
  const labels = useProfileLabels();
  if (confirmed.length === 0) return null;
  return (
    <details className={review['before']}>
      <summary>{plural('profileReview.before.title', confirmed.length)}</summary>
      <ul>
        {confirmed.map(({ clientId, clientName, profile, by, at }) => (
          <li key={`${clientId} ${at}`}>
            <Link to={`/clients/${clientId}/profiles`}>{clientName}</Link>
            {text('profileReview.before.line', {
              profile: profileWord(profile, labels),
              by: nameOf(by),
              day: formatDutchDay(dayOfInstant(at)),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
