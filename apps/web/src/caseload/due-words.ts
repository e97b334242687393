import { daysBetween, formatDutchDayShort } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import type { CaseloadItem, DueReason } from './caseload-queries.ts';

/** Where the work of a reason is done. */
const PLACES: Readonly<Record<DueReason['code'], string>> = {
  CONTACT_DUE: '/contacts',
  EVALUATION_DUE: '/care-plan',
  GOAL_DATE: '/care-plan',
  GOAL_YEAR: '/care-plan',
  ACTION_DUE: '',
  SIGNAL_NEW: '/contacts',
  NEW_PROFILE: '/contacts',
  PLAN_DUE: '/care-plan',
  REFERRAL_SILENT: '/contacts',
  HANDOVER_WAITING: '',
};

/** The place in the record where the work of this reason begins. */
export const placeOf = (clientId: string, code: DueReason['code'] | undefined): string =>
  code === 'HANDOVER_WAITING' ? '/handovers' : `/clients/${clientId}${code === undefined ? '' : PLACES[code]}`;

/** „evaluatie 3 dagen te laat”, „contact vandaag”, „nieuw signaal sinds 12 nov”. */
export function dueWords({ code, since, daysOverdue }: DueReason, today: string): string {
  const what = text(`caseload.due.${code}`);
  if (daysOverdue > 0) return text('caseload.reasonLate', { what, late: plural('caseload.late', daysOverdue) });
  return daysBetween(since, today) <= 0
    ? text('caseload.dueToday', { what })
    : text('caseload.dueSince', { what, day: formatDutchDayShort(since) });
}

/** The reason to begin with: the latest first, then in the order of the table. */
export const firstReason = ({ due }: Pick<CaseloadItem, 'due'>): DueReason | undefined =>
  due.toSorted((a, b) => b.daysOverdue - a.daysOverdue)[0];
