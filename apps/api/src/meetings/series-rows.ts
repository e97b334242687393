import {
  DEFAULT_MEETING_REMINDER_DAYS,
  MEETING_MINUTES,
  type MeetingOfSeries,
  type SeriesRhythm,
  STANDING_MEMBER_ROLES,
} from '@samenoud/domain';
import { query, queryOne } from '../platform/request/request-context.ts';

export interface SeriesRow {
  readonly version: number;
  readonly rhythm: SeriesRhythm | null;
  readonly minutes: number;
  readonly minutesPerClient: number | null;
  readonly place: string | null;
  readonly videoLink: string | null;
  readonly reminderDays: number[];
  /** Who set it last; null as long as nobody did. */
  readonly changedBy: string | null;
}

/** Alias `m` of a membership: works here now, and may read a meeting. $1: the roles. */
const TAKES_PART = 'm.role = ANY ($1) AND m.valid @> now()';

/** The series as it is kept, or as it is while nobody filled it in. */
export const seriesRow = (): Promise<SeriesRow> =>
  queryOne<SeriesRow>(
    `SELECT coalesce(s.version, 0) AS version, CASE WHEN s.week IS NOT NULL THEN jsonb_build_object('week', s.week, 'weekday', s.weekday,
       'time', s.time) END AS rhythm, coalesce(s.minutes, $1) AS minutes, s.minutes_per_client AS "minutesPerClient", s.place,
       s.video_link AS "videoLink", coalesce(s.reminder_days, $2::smallint[]) AS "reminderDays", s.changed_by AS "changedBy"
     FROM care.practice p LEFT JOIN care.meeting_series s ON s.practice_id = p.id WHERE p.id = ctx.practice_id()`,
    [MEETING_MINUTES, DEFAULT_MEETING_REMINDER_DAYS],
  );

/** Standing members who work here now, each with the stand-in who does; everybody who may read a meeting until the practice chooses. */
export function standingMembers(): Promise<{ userId: string; standInId: string | null }[]> {
  return query(
    `SELECT m.id AS "userId", (SELECT m.id FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.id = s.stand_in_id
       AND ${TAKES_PART}) AS "standInId"
     FROM care.membership m
     LEFT JOIN care.meeting_series_member s ON s.practice_id = m.practice_id AND s.user_id = m.id AND s.removed_at IS NULL
     WHERE m.practice_id = ctx.practice_id() AND ${TAKES_PART} AND (s.user_id IS NOT NULL
       OR NOT EXISTS (SELECT FROM care.meeting_series x WHERE x.practice_id = ctx.practice_id()))
     ORDER BY array_position($1::text[], m.role), m.display_name, m.id`,
    [STANDING_MEMBER_ROLES],
  );
}

/** What the next day of the series follows from. */
export const meetingsOfSeries = (): Promise<MeetingOfSeries[]> =>
  query<MeetingOfSeries>(
    `SELECT ctx.utc(starts_at) AS "startsAt", state, series_on AS "seriesOn" FROM care.meeting
     WHERE practice_id = ctx.practice_id() AND (starts_at > ctx.now() - interval '62 days' OR series_on > ctx.now() - interval '62 days')`,
  );
