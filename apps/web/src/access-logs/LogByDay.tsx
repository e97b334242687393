import { dayOfInstant, formatDutchDayLong } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type LogFilter, logOfDayQuery } from './access-log-queries.ts';
import classes from './access-logs.module.css';
import { ExportLog } from './ExportLog.tsx';
import { LogFilters } from './LogFilters.tsx';
import { LogView } from './LogView.tsx';

/** Everything done in the practice on one day. */
export function LogByDay() {
  const [day, setDay] = useState<string | undefined>(() => dayOfInstant(Date.now()));
  const [filter, setFilter] = useState<LogFilter>({});
  return (
    <>
      <div className={classes['choice']}>
        <DateField label={text('accessLog.day.label')} value={day} onChange={setDay} />
      </div>
      <LogFilters filter={filter} onChange={setFilter} />
      {day !== undefined && <ExportLog file={{ from: day, until: day, ...filter }} />}
      {day === undefined ? (
        <EmptyState title={text('accessLog.day.pick')} hint={text('accessLog.day.pickHint')} />
      ) : (
        <LogView
          query={logOfDayQuery(day, filter)}
          caption={text('accessLog.day.caption', { day: formatDutchDayLong(day) })}
          withClient
          empty={{ title: text('accessLog.day.empty'), hint: text('accessLog.day.emptyHint') }}
        />
      )}
    </>
  );
}
