import { type MeetingState, SCOPE_OF_ROLE } from '@samenoud/domain';
import { sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';

/** A meeting as it is kept; nothing in it is about a client. */
export interface MeetingRow {
  readonly id: string;
  readonly version: number;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly place: string | null;
  readonly videoLink: string | null;
  /** How long it is planned to take, in all and per client. */
  readonly minutes: number;
  readonly minutesPerClient: number | null;
  /** The day of the rhythm it was made for, wherever it was moved since. */
  readonly seriesOn: string | null;
  readonly edition: number;
  readonly builtAt: string | null;
  readonly startedAt: string | null;
  readonly closedAt: string | null;
  readonly madeBy: string;
  readonly reviewDelegation: { readonly userId: string; readonly by: string; readonly at: string } | null;
  /** Whether the person at hand takes part in it. */
  readonly attends: boolean;
}

/** Alias `m`. */
export const MEETING_SELECT = `SELECT m.id, m.version, m.state, ctx.utc(m.starts_at) AS "startsAt", m.place, m.video_link AS "videoLink",
  m.minutes, m.minutes_per_client AS "minutesPerClient", m.series_on AS "seriesOn", m.edition, ctx.utc(m.built_at) AS "builtAt", ctx.utc(m.started_at) AS "startedAt", ctx.utc(m.closed_at) AS "closedAt",
  m.made_by AS "madeBy", CASE WHEN m.review_delegate_id IS NOT NULL AND m.state IN ('DRAFT', 'OPEN') THEN jsonb_build_object(
    'userId', m.review_delegate_id, 'by', m.review_delegated_by, 'at', ctx.utc(m.review_delegated_at)) END AS "reviewDelegation", EXISTS (SELECT FROM care.meeting_attendee a WHERE a.practice_id = m.practice_id AND a.meeting_id = m.id
    AND a.user_id = ctx.user_id() AND a.removed_at IS NULL) AS attends
  FROM care.meeting m WHERE m.practice_id = ctx.practice_id()`;

/** CHANGE: no other request takes a step or builds until this one ends. WRITE: several write in it at once, and none takes a step. */
export type MeetingLock = 'CHANGE' | 'WRITE' | 'NONE';

const LOCKS: Readonly<Record<MeetingLock, string>> = {
  CHANGE: 'FOR NO KEY UPDATE OF m',
  WRITE: 'FOR SHARE OF m',
  NONE: '',
};

export async function findMeeting(id: string, lock: MeetingLock = 'NONE'): Promise<MeetingRow | undefined> {
  const [row] = isUuid(id) ? await query<MeetingRow>(`${MEETING_SELECT} AND m.id = $1 ${LOCKS[lock]}`, [id]) : [];
  return row;
}

/** Whether the line that a row (`alias`) hangs on is for the own care of the client alone, as she does not agree to be discussed. */
export const ownOnlySql = (alias: string): string =>
  alias === 'i' ? `i.client_agreement = 'NO'` : `care.is_own_only(${alias}.item_id, NULL, NULL)`;

/**
 * The application's own line on rows of a client in a meeting that the person at hand may open: `alias` with the client `c`. Who works
 * in teams sees those in whose team she is, to which a place on the agenda adds her; of a client who does not agree to be discussed only
 * who is in her team without any meeting.
 */
export function seenInMeetingSql(alias: string, isOwnOnly = ownOnlySql(alias)): string {
  const related = hasPractice() ? 'true' : inTeamSql(alias);
  return `${related} AND ${agreedSql(alias, isOwnOnly)} AND ${sharedRowSql(alias)} AND ${sharedSql('c', 'c.id', 1)}`;
}

/** The part of that line that asks what the client says. */
export const agreedSql = (alias: string, isOwnOnly = ownOnlySql(alias)): string =>
  hasPractice() ? 'true' : `(${inTeamSql(alias, `AND t.reason <> 'MEETING'`)} OR NOT (${isOwnOnly}))`;

function hasPractice(): boolean {
  const { user, narrowToTeam } = requestContext();
  return SCOPE_OF_ROLE[user.role] === 'practice' && !narrowToTeam;
}

const inTeamSql = (alias: string, how = ''): string => `EXISTS (SELECT FROM care.team_member t
    WHERE t.practice_id = ctx.practice_id() AND t.client_id = ${alias}.client_id AND t.user_id = ctx.user_id() AND t.active @> now() ${how})`;
