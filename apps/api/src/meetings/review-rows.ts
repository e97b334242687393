import type { AgendaCode, PersonName, ProposedProfile, ReviewMark } from '@samenoud/domain';
import { profileJoin, sharedRowSql } from '../platform/access/seen-sql.ts';
import { query } from '../platform/request/request-context.ts';
import { seenInMeetingSql } from './meeting-row.ts';

const NAME = `jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
  'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use)`;

export interface ReviewRow {
  readonly itemId: string;
  readonly place: number;
  readonly clientId: string;
  readonly name: PersonName;
  readonly birthDate: string;
  readonly isMine: boolean;
  readonly responseId: string;
  readonly code: AgendaCode;
  readonly proposed: ProposedProfile;
  readonly assigned: string | null;
  readonly otherReasons: AgendaCode[];
  readonly mark: ReviewMark;
  readonly markedBy: string | null;
  readonly markedAt: string | null;
}

/** Lines of a meeting with a profile that waits, and what was noted of it last; as far as the person at hand may see both. */
export const reviewRowsOf = (meetingId: string): Promise<ReviewRow[]> =>
  query<ReviewRow>(
    `SELECT i.id AS "itemId", i.place, i.client_id AS "clientId", c.birth_date AS "birthDate", ${NAME} AS name,
       coalesce(c.gp_id = ctx.user_id(), false) AS "isMine", r.row_id AS "responseId", r.code, r.detail ->> 'proposed' AS proposed,
       p.assigned_profile AS assigned, coalesce(k.mark, 'OPEN') AS mark, k.marked_by AS "markedBy", ctx.utc(k.marked_at) AS "markedAt",
       (SELECT coalesce(jsonb_agg(DISTINCT o.code), '[]') FROM care.agenda_reason o WHERE o.practice_id = ctx.practice_id()
         AND o.item_id = i.id AND o.code NOT LIKE 'PROFILE\\_%' AND ${sharedRowSql('o')}) AS "otherReasons"
     FROM care.agenda_item i
     JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
     JOIN care.agenda_reason r ON r.practice_id = i.practice_id AND r.item_id = i.id AND r.code LIKE 'PROFILE\\_%' AND ${sharedRowSql('r')}
     LEFT JOIN LATERAL (SELECT m.mark, m.marked_by, m.marked_at FROM care.review_mark m WHERE m.practice_id = ctx.practice_id()
       AND m.meeting_id = i.meeting_id AND m.response_id = r.row_id AND ${sharedRowSql('m')}
       ORDER BY m.marked_at DESC, m.id DESC LIMIT 1) k ON true
     ${profileJoin()}
     WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = $1 AND i.state = 'ON' AND ${seenInMeetingSql('i')}
       AND (p.assigned_hidden IS NOT TRUE OR r.detail ->> 'assigned' IS NULL)
     ORDER BY i.place, i.id`,
    [meetingId],
  );

export interface ConfirmedRow {
  readonly clientId: string;
  readonly name: PersonName;
  readonly profile: string;
  readonly by: string;
  readonly at: string;
}

/** Who left the agenda because the profile on it was confirmed outside a meeting. What another meeting decided is no confirmation. */
export const confirmedRowsOf = (meetingId: string): Promise<ConfirmedRow[]> =>
  query<ConfirmedRow>(
    `SELECT c.id AS "clientId", ${NAME} AS name, a.profile, a.assigned_by AS by, ctx.utc(a.assigned_at) AS at
     FROM care.agenda_item i
     JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
     JOIN care.agenda_reason r ON r.practice_id = i.practice_id AND r.item_id = i.id AND r.code LIKE 'PROFILE\\_%' AND ${sharedRowSql('r')}
     JOIN care.profile_assignment a ON a.practice_id = r.practice_id AND a.response_id = r.row_id AND a.client_id = c.id
       AND a.undone_at IS NULL AND a.meeting_id IS NULL AND a.reason_code = 'SCORE_CONFIRMED' AND ${sharedRowSql('a')}
     WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = $1 AND i.state <> 'ON' AND ${seenInMeetingSql('i')}
     ORDER BY c.sort_name, c.birth_date, c.id, a.assigned_at`,
    [meetingId],
  );
