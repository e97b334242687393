import { formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { DueRecord } from './retention-queries.ts';
import classes from './retention.module.css';

export const nameOf = ({ clientName, status }: DueRecord): string => {
  const state = status === null ? undefined : findText(`clients.status.${status}`);
  return `${clientName ?? text('retention.hiddenClient')}${state === undefined ? '' : `, ${state}`}`;
};

/** Since when it may go, and what each part of it rests on. */
export function DueRecordFacts({ record }: { record: DueRecord }) {
  return (
    <>
      <span className={classes['fact']}>{text('retention.since', { day: formatDutchDay(record.dueOn) })}</span>
      {record.parts.map(({ ownerOrgId, ownerName, lastClinicalChangeOn, years, ruleId }) => (
        <span key={ownerOrgId} className={classes['fact']}>
          {text('retention.part', {
            owner: ownerName,
            day: formatDutchDay(lastClinicalChangeOn),
            years: String(years),
            rule: findText(`retention.rule.${ruleId}`) ?? ruleId,
          })}
        </span>
      ))}
      {record.asked && <strong className={classes['fact']}>{text('retention.asked')}</strong>}
    </>
  );
}
