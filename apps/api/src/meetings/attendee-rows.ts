import { query } from '../platform/request/request-context.ts';
import type { AttendeeInput } from './meeting.dto.ts';
import { refuseStrangers } from './who-takes-part.ts';

/**
 * All attendees of a meeting anew: who is not named leaves. What she said beforehand stays where nothing is said of it, until she is
 * there. Throws RECEIVER_NOT_ALLOWED.
 */
export async function writeAttendees(meetingId: string, attendees: readonly AttendeeInput[]): Promise<void> {
  await refuseStrangers(attendees.map(({ userId }) => userId));
  const rows = attendees.map(({ userId, present = null, joinedAt = null, absent = null }) => ({ userId, present, joinedAt, absent })); // prettier-ignore
  await query(
    `UPDATE care.meeting_attendee SET removed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND meeting_id = $1 AND removed_at IS NULL AND user_id <> ALL ($2::uuid[])`,
    [meetingId, rows.map(({ userId }) => userId)],
  );
  await query(
    `INSERT INTO care.meeting_attendee AS a (practice_id, meeting_id, user_id, present, joined_at, absent, added_by)
     SELECT DISTINCT ON (r."userId") ctx.practice_id(), $1, r."userId", r.present, r."joinedAt",
       r.present IS NOT TRUE AND coalesce(r.absent, k.absent, false), ctx.user_id()
     FROM jsonb_to_recordset($2::jsonb) AS r ("userId" uuid, present boolean, "joinedAt" timestamptz, absent boolean)
     LEFT JOIN care.meeting_attendee k ON k.practice_id = ctx.practice_id() AND k.meeting_id = $1 AND k.user_id = r."userId"
       AND k.removed_at IS NULL
     ON CONFLICT (practice_id, meeting_id, user_id) DO UPDATE SET present = excluded.present, joined_at = excluded.joined_at,
       absent = excluded.absent, instead_of = CASE WHEN a.removed_at IS NULL THEN a.instead_of END, removed_at = NULL`,
    [meetingId, JSON.stringify(rows)],
  );
}

/** Who takes part and said beforehand that she will not be there. */
export async function absentees(meetingId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT user_id AS id FROM care.meeting_attendee
     WHERE practice_id = ctx.practice_id() AND meeting_id = $1 AND removed_at IS NULL AND absent`,
    [meetingId],
  );
  return rows.map(({ id }) => id);
}
