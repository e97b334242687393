import type { ActionOfMeeting, DecisionKind, HeldMeeting } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';
import { MEETING_SELECT, ownOnlySql, seenInMeetingSql } from './meeting-row.ts';

export interface HeldRow {
  readonly id: string;
  readonly attends: boolean;
  readonly heldOn: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly minutes: number;
  readonly reopened: number;
}

type OfMeeting<Row> = Row & { readonly meetingId: string };

/** Meetings that were held, newest first; nothing in them is about a client. */
export const heldMeetings = (): Promise<HeldRow[]> =>
  query<HeldRow>(
    `SELECT h.id, h.attends, (h."startsAt"::timestamptz AT TIME ZONE 'Europe/Amsterdam')::date AS "heldOn", h."startedAt", h.minutes,
       (SELECT ctx.utc(min(s.made_at)) FROM care.meeting_step s WHERE s.practice_id = ctx.practice_id() AND s.meeting_id = h.id
         AND s.to_state = 'CLOSED') AS "endedAt",
       (SELECT count(*)::integer FROM care.meeting_step s WHERE s.practice_id = ctx.practice_id() AND s.meeting_id = h.id
         AND s.to_state = 'REOPENED') AS reopened
     FROM (${MEETING_SELECT} AND m.state IN ('CLOSED', 'REOPENED')) h ORDER BY h."startsAt" DESC, h.id`,
  );

interface LineRow {
  readonly outcome: HeldMeeting['outcomes'][number];
  readonly isAsked: boolean;
  readonly isNoted: boolean;
  readonly isTold: boolean;
}

/** Lines that the person at hand may see; an outcome that closing gave was noted by nobody. */
export const linesOfHeld = (ids: readonly string[]): Promise<OfMeeting<LineRow>[]> =>
  query(
    `SELECT i.meeting_id AS "meetingId", i.outcome, i.question_by IS NOT NULL AS "isAsked", i.feedback_by IS NOT NULL AS "isTold",
       i.outcome_at IS NOT NULL AND i.outcome_at < (SELECT min(s.made_at) FROM care.meeting_step s
         WHERE s.practice_id = ctx.practice_id() AND s.meeting_id = i.meeting_id AND s.to_state = 'CLOSED') AS "isNoted"
     FROM care.agenda_item i JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
     WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = ANY ($1::uuid[]) AND i.state = 'ON' AND ${seenInMeetingSql('i')}`,
    [ids],
  );

/** How many lines a meeting has, whoever asks. */
export const placesOfHeld = (ids: readonly string[]): Promise<OfMeeting<{ readonly places: number }>[]> =>
  query(
    `SELECT m.id AS "meetingId", (SELECT count(*)::integer FROM care.agenda_places(m.id) p WHERE p.state = 'ON') AS places
     FROM care.meeting m WHERE m.practice_id = ctx.practice_id() AND m.id = ANY ($1::uuid[])`,
    [ids],
  );

export const decisionsOfHeld = (
  ids: readonly string[],
): Promise<OfMeeting<{ readonly kind: DecisionKind; readonly isUndone: boolean; readonly takesBack: boolean }>[]> =>
  query(
    `SELECT d.meeting_id AS "meetingId", d.kind, d.reverses_id IS NOT NULL AS "takesBack", EXISTS (SELECT FROM care.decision u
       WHERE u.practice_id = ctx.practice_id() AND u.reverses_id = d.id) AS "isUndone"
     FROM care.decision d JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
     WHERE d.practice_id = ctx.practice_id() AND d.meeting_id = ANY ($1::uuid[]) AND ${seenInMeetingSql('d')}`,
    [ids],
  );

/** Actions with the day that was agreed first; those whose decision was taken back were never agreed. */
export const actionsOfHeld = (ids: readonly string[]): Promise<OfMeeting<ActionOfMeeting>[]> =>
  query(
    `SELECT i.meeting_id AS "meetingId", a.state, a.done_on AS "doneOn",
       coalesce((SELECT (s.before ->> 'dueOn')::date FROM care.action_step s WHERE s.practice_id = ctx.practice_id() AND s.action_id = a.id
         AND s.before ->> 'dueOn' IS NOT NULL ORDER BY s.made_at, s.id LIMIT 1), a.due_on) AS "firstDueOn"
     FROM care.action a
     JOIN care.agenda_item i ON i.practice_id = a.practice_id AND i.id = a.agenda_item_id
     JOIN care.client c ON c.practice_id = a.practice_id AND c.id = a.client_id
     WHERE a.practice_id = ctx.practice_id() AND i.meeting_id = ANY ($1::uuid[]) AND a.kind = 'MEETING' AND ${seenInMeetingSql('a', ownOnlySql('i'))}
       AND NOT EXISTS (SELECT FROM care.decision d JOIN care.decision u ON u.practice_id = d.practice_id AND u.reverses_id = d.id
         WHERE d.practice_id = ctx.practice_id() AND d.action_id = a.id)`,
    [ids],
  );

export const broughtInTo = (ids: readonly string[]): Promise<OfMeeting<object>[]> =>
  query(
    `SELECT t.meeting_id AS "meetingId" FROM care.agenda_topic t JOIN care.client c ON c.practice_id = t.practice_id AND c.id = t.client_id
     WHERE t.practice_id = ctx.practice_id() AND t.meeting_id = ANY ($1::uuid[]) AND t.withdrawn_at IS NULL AND ${seenInMeetingSql('t', 'care.is_own_only(NULL, t.meeting_id, t.client_id)')}`,
    [ids],
  );
