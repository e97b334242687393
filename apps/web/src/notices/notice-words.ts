import { dayOfInstant, formatDutchDay, mayEver, type Role } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { clockOf } from '../ui/clock.ts';
import type { Notice } from './notice-queries.ts';

/** The sentence of a notice, with the client's name where the reader may see it. */
export function noticeText({ kind, clientName, meeting }: Notice): string {
  if (kind !== 'MEETING_COMING' && kind !== 'MEETING_STAND_IN')
    return text(`notices.kind.${kind}`, { client: clientName ?? text('notices.someClient') });
  if (meeting === null) return text(`notices.kind.${kind}`, { at: text('notices.meeting.unknown') });
  const at = meetingMoment(meeting);
  return meeting.cancelled ? text('notices.meeting.cancelled', { at }) : text(`notices.kind.${kind}`, { at });
}

/** „op 08-12-2026 om 12:30, Zaal 3”: as the meeting is now, also when it was moved. */
function meetingMoment({ startsAt, place }: NonNullable<Notice['meeting']>): string {
  const moment = { day: formatDutchDay(dayOfInstant(startsAt)), time: clockOf(startsAt) };
  return place === null ? text('notices.meeting.at', moment) : text('notices.meeting.atPlace', { ...moment, place });
}

/** Where the work of a notice is; nothing for what is only to be known. */
export function noticeTarget({ kind, meeting, objectId }: Notice, role: Role): string | undefined {
  if (kind === 'EMERGENCY_ACCESS' && mayEver(role, 'BREAK_GLASS', 'READ')) return '/logboek/emergency';
  if (kind === 'USERS_CHANGED' && mayEver(role, 'USERS', 'READ')) return '/users';
  if (meeting !== null && objectId !== null && mayEver(role, 'MEETING', 'READ')) return `/meetings/${objectId}`;
  return undefined;
}
