import { dayOfInstant, formatDutchDay, mayEver, type Role, TIME_ZONE } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Notice } from './notice-queries.ts';

const timeOfDay = new Intl.DateTimeFormat('nl-NL', { timeZone: TIME_ZONE, timeStyle: 'short' });

/** The sentence of a notice, with the client's name where the reader may see it. */
export const noticeText = ({ kind, clientName }: Notice): string =>
  text(`notices.kind.${kind}`, { client: clientName ?? text('notices.someClient') });

/** 21-11-2026 14:03 */
export const noticeTime = ({ madeAt }: Notice): string =>
  `${formatDutchDay(dayOfInstant(madeAt))} ${timeOfDay.format(new Date(madeAt))}`;

/** Where the work of a notice is; nothing for what is only to be known. */
export function noticeTarget({ kind }: Notice, role: Role): string | undefined {
  if (kind === 'EMERGENCY_ACCESS' && mayEver(role, 'BREAK_GLASS', 'READ')) return '/logboek/emergency';
  if (kind === 'USERS_CHANGED' && mayEver(role, 'USERS', 'READ')) return '/users';
  return undefined;
}
