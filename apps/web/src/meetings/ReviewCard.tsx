import { Button } from '@mantine/core';
import { dayOfInstant, formatDutchDay, formatDutchDayShort, INSTRUMENTS } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { Link } from 'react-router';
import { Keys } from '../ui/Keys.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { type NameOf } from './meeting-words.ts';
import classes from './meetings.module.css';
import type { ReviewLine } from './review-queries.ts';
import review from './review.module.css';

/** Changes that stand in sight; the others are one click away. */
const IN_SIGHT = 6;

export type ReviewAct = { words: 'confirm' | 'prepare' | 'discuss' | 'takeBack'; keys: string; run: () => void };
type Props = { line: ReviewLine; nameOf: NameOf; isCurrent: boolean; acts: readonly ReviewAct[] };

/** One profile that waits: what it was, what the answers say now, and which of them changed. */
export function ReviewCard({ line, nameOf, isCurrent, acts }: Props) {
  const { clientId, clientName, birthDate, code, assigned, proposed, otherReasons, mark, markedBy, markedAt } = line;
  const reasons = otherReasons.map((reason) => text(`meetings.code.${reason}`)).join(', ');
  return (
    <>
      <p className={classes['who']}>
        <Link to={`/clients/${clientId}/profiles`} className={classes['name']}>
          {clientName}
        </Link>
        <span className={classes['quiet']}>{formatDutchDay(birthDate)}</span>
        <span className={review['tags']}>
          {assigned !== null && <ProfileTag profile={assigned} kind="ASSIGNED" />}
          <ProfileTag profile={proposed} kind="PROPOSED" />
        </span>
      </p>
      <p>
        {text(`meetings.code.${code}`)}
        {mark !== 'OPEN' && markedBy !== null && markedAt !== null && (
          <>
            {' · '}
            {text(`profileReview.mark.${mark}`, {
              name: nameOf(markedBy),
              day: formatDutchDayShort(dayOfInstant(markedAt)),
            })}
          </>
        )}
        {reasons !== '' && <> · {text('profileReview.stays', { reasons })}</>}
      </p>
      {proposed === 'UNDETERMINED' && <p className={classes['quiet']}>{text('profileReview.choose')}</p>}
      <Changes line={line} />
      <div className={classes['acts']}>
        {acts.map(({ words, keys, run }, index) => (
          <Button key={words} variant={isCurrent && index === 0 ? 'filled' : 'default'} onClick={run}>
            {text(`profileReview.${words}`)}
            <span className="visually-hidden">: {clientName}</span>
            {isCurrent && (
              <>
                &ensp;
                <Keys keys={keys} />
              </>
            )}
          </Button>
        ))}
      </div>
    </>
  );
}

function Changes({ line: { compared, completedOn, previousOn, changes, now, before, hidden } }: { line: ReviewLine }) {
  const totals = INSTRUMENTS.map((instrument) => {
    const total = now && totalOf(now[instrument]);
    const earlier = before && totalOf(before[instrument]);
    if (total === null) return '';
    const values = { instrument: text(`profiles.instrument.${instrument}`), now: total, before: earlier ?? total };
    return text(earlier === null || earlier === total ? 'profileReview.total' : 'profileReview.totalChanged', values);
  }).filter((words) => words !== '');
  return (
    <div className={review['changes']}>
      {totals.length > 0 && <p className="numbers">{totals.join(' · ')}</p>}
      {compared !== null && (
        <p className={classes['quiet']}>{comparedWords(compared, completedOn, previousOn, changes.length)}</p>
      )}
      {changes.length > 0 && <ChangeList changes={changes.slice(0, IN_SIGHT)} />}
      {changes.length > IN_SIGHT && (
        <details>
          <summary>{plural('profileReview.more', changes.length - IN_SIGHT)}</summary>
          <ChangeList changes={changes.slice(IN_SIGHT)} />
        </details>
      )}
      {hidden !== undefined && hidden.length > 0 && <p className={classes['quiet']}>{text('profileReview.hidden')}</p>}
    </div>
  );
}

type Bounds = NonNullable<ReviewLine['now']>['gfi'];
const totalOf = ({ lower, upper }: Bounds): string => (lower === upper ? String(lower) : `${lower}–${upper}`);

function comparedWords(
  compared: NonNullable<ReviewLine['compared']>,
  completedOn: string | null,
  previousOn: string | null,
  changes: number,
): string {
  const before = previousOn === null ? '' : formatDutchDay(previousOn);
  if (compared === 'FIRST_FORM')
    return text('profileReview.first', { day: completedOn === null ? '' : formatDutchDay(completedOn) });
  if (compared === 'TOTALS_ONLY') return text('profileReview.totalsOnly');
  return text(changes === 0 ? 'profileReview.nothing' : 'profileReview.since', { before });
}

function ChangeList({ changes }: { changes: ReviewLine['changes'] }) {
  return (
    <ul className={classes['reasons']}>
      {changes.map(({ number, label, before, now }) => (
        <li key={number}>{text('profileReview.change', { label, before, now })}</li>
      ))}
    </ul>
  );
}
