import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { DateField } from '../ui/DateField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { logEmployeesQuery, type LogFilter, logOfEmployeeQuery } from './access-log-queries.ts';
import { employeeText } from './access-log-words.ts';
import classes from './access-logs.module.css';
import { LogFilters } from './LogFilters.tsx';
import { LogView } from './LogView.tsx';

/** Everything one person did, colleague or not any more. */
export function LogByEmployee() {
  const { data } = useSuspenseQuery(logEmployeesQuery);
  const { guard, dialog } = useStepUp();
  const [userId, setUserId] = useState('');
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [filter, setFilter] = useState<LogFilter>({});
  const chosen = data.items.find((employee) => employee.userId === userId);
  const period = { ...filter, ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return (
    <>
      {dialog}
      <div className={classes['choice']}>
        <NativeSelect
          label={text('accessLog.employee.label')}
          value={userId}
          data={[
            { value: '', label: text('accessLog.employee.pick') },
            ...data.items.map((employee) => ({ value: employee.userId, label: employeeText(employee) })),
          ]}
          onChange={({ currentTarget }) => setUserId(currentTarget.value)}
        />
        <DateField label={text('accessLog.employee.from')} value={from} onChange={setFrom} />
        <DateField label={text('accessLog.employee.until')} value={until} onChange={setUntil} />
      </div>
      <LogFilters filter={filter} onChange={setFilter} />
      {chosen === undefined ? (
        <EmptyState title={text('accessLog.employee.pick')} hint={text('accessLog.employee.pickHint')} />
      ) : (
        <LogView
          query={logOfEmployeeQuery({ userId, ...period }, guard)}
          caption={text('accessLog.employee.caption', { name: chosen.displayName })}
          withClient
          empty={{ title: text('accessLog.employee.empty'), hint: text('accessLog.employee.emptyHint') }}
        />
      )}
    </>
  );
}
