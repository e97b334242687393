import { Injectable } from '@nestjs/common';
import { Notices } from '../notices/notices.service.ts';
import { query } from '../platform/request/request-context.ts';
import { standingMembers } from './series-rows.ts';

/** Who takes part in the place of a standing member that will not be there. Source: domain.md 10; trust.md 3, a relation starts. */
@Injectable()
export class StandIns {
  constructor(private readonly notices: Notices) {}

  /** Asks the stand-ins of these members who do not take part yet, and tells them. */
  async ask(meetingId: string, absent: readonly string[]): Promise<void> {
    if (absent.length === 0) return;
    const places = (await standingMembers()).filter(
      ({ userId, standInId }) => standInId !== null && absent.includes(userId),
    );
    const asked = await query<{ id: string }>(
      `INSERT INTO care.meeting_attendee AS a (practice_id, meeting_id, user_id, instead_of, added_by)
       SELECT DISTINCT ON (r."standInId") ctx.practice_id(), $1, r."standInId", r."userId", ctx.user_id()
       FROM jsonb_to_recordset($2::jsonb) AS r ("userId" uuid, "standInId" uuid)
       ON CONFLICT (practice_id, meeting_id, user_id) DO UPDATE SET present = NULL, joined_at = NULL, absent = false,
         instead_of = excluded.instead_of, removed_at = NULL
       WHERE a.removed_at IS NOT NULL RETURNING a.user_id AS id`,
      [meetingId, JSON.stringify(places)],
    );
    const ids = asked.map(({ id }) => id);
    await this.notices.tell(ids, { kind: 'MEETING_STAND_IN', objectId: meetingId });
  }

  /** Lets go who stands in for a member that comes after all, unless she is there, or another member needs her. */
  async release(meetingId: string): Promise<void> {
    const members = JSON.stringify(await standingMembers());
    await query(
      `UPDATE care.meeting_attendee s SET instead_of = coalesce(n.other, s.instead_of), removed_at = CASE WHEN n.other IS NULL THEN ctx.now() END
       FROM (SELECT k.user_id, (SELECT o.user_id FROM care.meeting_attendee o
             JOIN jsonb_to_recordset($2::jsonb) AS r ("userId" uuid, "standInId" uuid) ON r."userId" = o.user_id AND r."standInId" = k.user_id
             WHERE o.practice_id = k.practice_id AND o.meeting_id = k.meeting_id AND o.removed_at IS NULL AND o.absent
             ORDER BY o.user_id LIMIT 1) AS other
           FROM care.meeting_attendee k
           JOIN care.meeting_attendee c ON c.practice_id = k.practice_id AND c.meeting_id = k.meeting_id AND c.user_id = k.instead_of
             AND c.removed_at IS NULL AND NOT c.absent
           WHERE k.practice_id = ctx.practice_id() AND k.meeting_id = $1 AND k.removed_at IS NULL AND k.present IS NOT TRUE) n
       WHERE s.practice_id = ctx.practice_id() AND s.meeting_id = $1 AND s.user_id = n.user_id`,
      [meetingId, members],
    );
  }
}
