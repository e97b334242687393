import { Injectable } from '@nestjs/common';
import { dayOfInstant, reminderDue } from '@samenoud/domain';
import { Notices } from '../notices/notices.service.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { seriesRow } from './series-rows.ts';

/** Reminds attendees of a meeting that comes: that it is, and nothing of who is on its agenda. Source: issue of the meeting. */
@Injectable()
export class MeetingReminders {
  constructor(private readonly notices: Notices) {}

  /** What is due today and was not given yet; nothing of a meeting that was cancelled, nothing to who will not be there. */
  async giveDue(): Promise<void> {
    const coming = await query<{ id: string; startsAt: string }>(
      `SELECT id, ctx.utc(starts_at) AS "startsAt" FROM care.meeting WHERE practice_id = ctx.practice_id()
         AND state IN ('DRAFT', 'OPEN') AND starts_at > ctx.now() AND starts_at < ctx.now() + interval '32 days' ORDER BY starts_at, id`,
    );
    if (coming.length === 0) return;
    const { reminderDays } = await seriesRow();
    for (const { id, startsAt } of coming) {
      const meetingOn = dayOfInstant(startsAt);
      const due = reminderDue(reminderDays, meetingOn, requestContext().today);
      if (due !== undefined)
        await this.notices.tell(await firstTime(id, meetingOn, due), { kind: 'MEETING_COMING', objectId: id });
    }
  }
}

/** Whom this reminder was not given yet; noted as given. */
async function firstTime(meetingId: string, meetingOn: string, daysBefore: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `INSERT INTO care.meeting_reminder (practice_id, meeting_id, user_id, meeting_on, days_before)
     SELECT a.practice_id, a.meeting_id, a.user_id, $2, $3 FROM care.meeting_attendee a
     JOIN care.membership m ON m.practice_id = a.practice_id AND m.id = a.user_id AND m.valid @> now()
     WHERE a.practice_id = ctx.practice_id() AND a.meeting_id = $1 AND a.removed_at IS NULL AND NOT a.absent
     ON CONFLICT DO NOTHING RETURNING user_id AS id`,
    [meetingId, meetingOn, daysBefore],
  );
  return rows.map(({ id }) => id);
}
