import { Checkbox, NativeSelect } from '@mantine/core';
import { STAFF_ROLES } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { LogFilter } from './access-log-queries.ts';
import classes from './access-logs.module.css';

const ACTIONS = ['C', 'R', 'U', 'D', 'E'] as const;
const ANY = { value: '', label: text('accessLog.filter.any') };
const ROLES = [ANY, ...STAFF_ROLES.map((role) => ({ value: role, label: text(`common.role.${role}`) }))];
const ACTS = [ANY, ...ACTIONS.map((action) => ({ value: action, label: text(`accessLog.filter.acts.${action}`) }))];

type Props = { filter: LogFilter; onChange: (filter: LogFilter) => void };

/** Narrows an overview by role, act, refusals and emergency. */
export function LogFilters({ filter, onChange }: Props) {
  const { role, action, refused, emergency } = filter;
  const keep = (change: { [Key in keyof LogFilter]?: LogFilter[Key] | undefined }): void => {
    const all = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== false);
    onChange(Object.fromEntries(all));
  };
  return (
    <div className={classes['choice']}>
      <NativeSelect
        label={text('accessLog.filter.role')}
        data={ROLES}
        value={role ?? ''}
        onChange={({ currentTarget }) => keep({ role: STAFF_ROLES.find((one) => one === currentTarget.value) })}
      />
      <NativeSelect
        label={text('accessLog.filter.action')}
        data={ACTS}
        value={action ?? ''}
        onChange={({ currentTarget }) => keep({ action: ACTIONS.find((one) => one === currentTarget.value) })}
      />
      <Checkbox
        label={text('accessLog.filter.refused')}
        checked={refused ?? false}
        onChange={({ currentTarget }) => keep({ refused: currentTarget.checked })}
      />
      <Checkbox
        label={text('accessLog.filter.emergency')}
        checked={emergency ?? false}
        onChange={({ currentTarget }) => keep({ emergency: currentTarget.checked })}
      />
    </div>
  );
}
