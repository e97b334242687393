import { dayOfInstant, formatDutchDay, TIME_ZONE } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { AccessLogEvent, LogEmployee } from './access-log-types.ts';

const timeOfDay = new Intl.DateTimeFormat('nl-NL', { timeZone: TIME_ZONE, timeStyle: 'medium' });

/** 21-11-2026 14:03:07 */
export const whenText = (occurredAt: string): string =>
  `${formatDutchDay(dayOfInstant(occurredAt))} ${timeOfDay.format(new Date(occurredAt))}`;

/** What was done, and to which data: "persoonsgegevens gezien". */
export function whatText({
  type,
  action,
  objectType,
  shown,
}: Pick<AccessLogEvent, 'type' | 'action' | 'objectType' | 'shown'>): string {
  const object = findText(`accessLog.object.${objectType}`) ?? text('accessLog.object.OTHER');
  const act = text('accessLog.act', { object, action: text(`accessLog.action.${action}`) });
  const what = findText(`accessLog.special.${type}`) ?? act;
  return shown === null ? what : text('accessLog.shown', { what, n: shown });
}

/** Care relation and consent that allowed it; what was not allowed has no ground. */
export function whyText({ outcome, relation, consent }: AccessLogEvent): string {
  if (outcome !== 'SUCCESS') return '';
  const related = relation === null ? undefined : findText(`accessLog.relation.${relation}`);
  return [related, consentText(consent)].filter((part) => part !== undefined).join(', ');
}

function consentText(consent: string | null): string | undefined {
  if (consent === null || consent === 'NOT_NEEDED' || consent === 'OWN') return undefined;
  return findText(`accessLog.consent.${consent}`) ?? text('accessLog.consent.RULE');
}

/** The log officer knows no names: enough of the number to tell clients apart. */
export const clientNumber = (id: string): string => text('accessLog.clientNumber', { end: id.slice(-6) });

export function employeeText({ displayName: name, role, organisation, left }: LogEmployee): string {
  const values = { name, role: text(`common.role.${role}`), organisation };
  return left ? text('accessLog.employee.left', values) : text('accessLog.employee.option', values);
}
