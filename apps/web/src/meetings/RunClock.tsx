import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useEffect, useState } from 'react';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { wholeDates } from '../ui/whole-dates.tsx';
import type { Meeting } from './meeting-queries.ts';
import { meetingAt } from './meeting-words.ts';
import classes from './meetings.module.css';

const MINUTE_MS = 60_000;

type Props = { meeting: Meeting; at: number; total: number; place: number };

/** How far the meeting is, and how long it and this client have taken. Not read out: it would never be silent. */
export function RunClock({ meeting, at, total, place }: Props) {
  const { startsAt, startedAt, attendees, state, minutes: planned, minutesPerClient } = meeting;
  const plannedMs = planned * MINUTE_MS;
  const perClientMs = minutesPerClient === null ? plannedMs / total : minutesPerClient * MINUTE_MS;
  const now = useNow();
  const [opened, setOpened] = useState({ place, at: now });
  if (opened.place !== place) setOpened({ place, at: now });
  const present = attendees.filter((one) => one.present === true).length;
  const left = startedAt === null ? plannedMs : plannedMs - (now - Date.parse(startedAt));
  const minutes = Math.ceil(Math.abs(left) / MINUTE_MS);
  return (
    <header className={classes['clock']}>
      <Title order={1} className={classes['runTitle']}>
        {wholeDates(text('teamMeetings.one', { at: meetingAt(startsAt) }))}
      </Title>
      <div className={classes['progress']}>
        <ProgressBar label={text('teamMeetings.run.progress', { n: at, total })} done={at} total={total} />
      </div>
      <span>{text('teamMeetings.run.present', { n: present, total: attendees.length })}</span>
      {state === 'RUNNING' && (
        <span aria-hidden className="numbers">
          {text('teamMeetings.run.timer', {
            spent: minutesOf(now - opened.at),
            planned: minutesOf(perClientMs),
          })}
          {' · '}
          {text(left >= 0 ? 'teamMeetings.run.left' : 'teamMeetings.run.over', { n: minutes })}
        </span>
      )}
    </header>
  );
}

/** „02:40”. */
function minutesOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
