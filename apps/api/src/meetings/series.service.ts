import { Injectable } from '@nestjs/common';
import { DEFAULT_MEETING_REMINDER_DAYS, nextFreeDay, rhythmInstant, SERIES_LIMITS } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { PutSeries, SeriesMember, SeriesView } from './series.dto.ts';
import { meetingsOfSeries, seriesRow, standingMembers } from './series-rows.ts';
import { refuseStrangers } from './who-takes-part.ts';

/** The series of the practice: one row, made at the first change. Meetings that were made stay as they are. Source: domain.md 10. */
@Injectable()
export class Series {
  async get(): Promise<SeriesView> {
    const { changedBy: _, ...row } = await seriesRow();
    const [members, meetings] = await Promise.all([standingMembers(), meetingsOfSeries()]);
    const { rhythm } = row;
    const now = requestContext().now;
    const nextStartsAt = rhythm === null ? null : rhythmInstant(rhythm, nextFreeDay(rhythm, now, meetings));
    return { ...row, members, nextStartsAt };
  }

  /** Throws STALE with the series as it is when somebody else changed it since, RECEIVER_NOT_ALLOWED as attendance does. */
  async put(ifMatch: string | undefined, body: PutSeries): Promise<SeriesView> {
    const version = expectedVersion(ifMatch);
    refuseTwice(body.members);
    if ((body.reminderDays?.length ?? 0) > SERIES_LIMITS.reminders)
      throw invalidInput({ pointer: '/reminderDays', code: 'TOO_MANY', values: { max: SERIES_LIMITS.reminders } });
    const before = await seriesRow();
    if (before.version !== version) throw await this.stale();
    await refuseStrangers(body.members.flatMap(({ userId, standInId }) => [userId, ...(standInId ? [standInId] : [])]));
    await this.write(version, body);
    await writeMembers(body.members);
    requestContext().log.push({
      type: 'UPDATE_MEETING_SERIES',
      action: 'U',
      objectType: 'PRACTICE_SETTINGS',
      objectId: requestContext().user.practiceId,
      purpose: 'ADMINISTRATION',
      query: { version: version + 1, members: body.members },
    });
    return this.get();
  }

  private async stale(): Promise<DomainError> {
    return new DomainError('STALE', { extra: { current: await this.get() } });
  }

  private async write(
    version: number,
    { rhythm, minutes, minutesPerClient, place, videoLink, reminderDays }: PutSeries,
  ): Promise<void> {
    const values = [version, rhythm?.week ?? null, rhythm?.weekday ?? null, rhythm?.time ?? null, minutes, minutesPerClient ?? null,
      place?.trim() || null, videoLink?.trim() || null, reminderDays ?? DEFAULT_MEETING_REMINDER_DAYS]; // prettier-ignore
    const changed = await changeRows(
      `INSERT INTO care.meeting_series AS s (practice_id, version, week, weekday, time, minutes, minutes_per_client, place, video_link,
         reminder_days, changed_by)
       VALUES (ctx.practice_id(), $1 + 1, $2, $3, $4, $5, $6, $7, $8, $9::smallint[], ctx.user_id())
       ON CONFLICT (practice_id) DO UPDATE SET version = excluded.version, week = excluded.week, weekday = excluded.weekday,
         time = excluded.time, minutes = excluded.minutes, minutes_per_client = excluded.minutes_per_client, place = excluded.place,
         video_link = excluded.video_link, reminder_days = excluded.reminder_days, changed_by = excluded.changed_by, changed_at = ctx.now()
       WHERE s.version = $1`,
      values,
    );
    if (changed === 0) throw await this.stale();
  }
}

async function writeMembers(members: readonly SeriesMember[]): Promise<void> {
  const rows = members.map(({ userId, standInId = null }) => ({ userId, standInId }));
  await query(
    `UPDATE care.meeting_series_member SET removed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND removed_at IS NULL AND user_id <> ALL ($1::uuid[])`,
    [rows.map(({ userId }) => userId)],
  );
  await query(
    `INSERT INTO care.meeting_series_member (practice_id, user_id, stand_in_id)
     SELECT ctx.practice_id(), r."userId", r."standInId" FROM jsonb_to_recordset($1::jsonb) AS r ("userId" uuid, "standInId" uuid)
     ON CONFLICT (practice_id, user_id) DO UPDATE SET stand_in_id = excluded.stand_in_id, removed_at = NULL`,
    [JSON.stringify(rows)],
  );
}

/** Each member once, and none stands in for herself or beside another standing member. */
function refuseTwice(members: readonly SeriesMember[]): void {
  const ids = members.map(({ userId }) => userId);
  for (const [index, { userId, standInId }] of members.entries()) {
    if (ids.indexOf(userId) !== index)
      throw invalidInput({ pointer: `/members/${index}/userId`, code: 'INVALID_VALUE' });
    if (standInId && ids.includes(standInId))
      throw invalidInput({ pointer: `/members/${index}/standInId`, code: 'INVALID_VALUE' });
  }
}
