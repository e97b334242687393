import { formatDutchDay, formatDutchDayShort, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import classes from './caseload.module.css';
import type { CaseloadItem } from './caseload-queries.ts';
import { dueWords, firstReason, placeOf } from './due-words.ts';

type Props = { item: CaseloadItem; today: string; colleagueOf: (userId: string) => string };

/** One client and why she is here; the line opens the place of the first reason. */
export function DueLine({ item, today, colleagueOf }: Props) {
  const { id, name, birthDate, age, profile, due, nextContactOn, standingInFor, hidden } = item;
  const reasons = due.toSorted((a, b) => b.daysOverdue - a.daysOverdue);
  return (
    <li>
      <Link to={placeOf(id, firstReason(item)?.code)} className={classes['line']}>
        <span className={classes['who']}>
          <span className={classes['name']}>{listName(name)}</span>
          <span className={classes['quiet']}>
            {text('clients.bornWithAge', { day: formatDutchDay(birthDate), n: age })}
          </span>
        </span>
        <span>{profile?.assigned && <ProfileTag profile={profile.assigned} kind="ASSIGNED" />}</span>
        <span className={classes['reasons']}>
          {reasons.map((reason) => (
            <span key={reason.code} className={classes[reason.overdue ? 'late' : 'reason']}>
              {dueWords(reason, today)}
            </span>
          ))}
          {due.length === 0 && (
            <span className={classes['quiet']}>
              {nextContactOn === null
                ? text('caseload.nothingDue')
                : text('caseload.nextContact', { day: formatDutchDayShort(nextContactOn) })}
            </span>
          )}
          {hidden?.some(({ pointer }) => pointer === '/due') && (
            <span className={classes['quiet']}>{text('caseload.notShared')}</span>
          )}
          {standingInFor !== null && (
            <span className={classes['quiet']}>
              {text('caseload.standingIn', {
                name: colleagueOf(standingInFor.userId),
                day: formatDutchDayShort(standingInFor.untilOn),
              })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
