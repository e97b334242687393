import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { type HistoryLine } from './history-lines.ts';
import classes from './profiles.module.css';

/** What was proposed, assigned, improved and taken back, newest first. */
export function ProfileTimeline({ lines }: { lines: readonly HistoryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.history.title')}</h2>
      <ol className={classes['history']}>
        {lines.map(({ key, day, entry, sentence, more, isCurrent }) => (
          <li key={key}>
            <span className={`${classes['day']} numbers`}>{formatDutchDay(day)}</span>
            <div>
              {entry !== undefined && <ProfileTag profile={entry.profile} kind={entry.kind} labels={entry.labels} />}{' '}
              {sentence}
              {isCurrent === true && <strong> · {text('profiles.history.current')}</strong>}
              {more.map((words) => (
                <p key={words} className={classes['quiet']}>
                  {words}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
