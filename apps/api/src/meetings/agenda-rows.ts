import type {
  AgendaCode,
  AgendaDetail,
  AgendaLineState,
  AgendaOutcome,
  ClientAgreement,
  DecisionKind,
  PersonName,
} from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { profileJoin, sharedRowSql, sharedSql } from '../platform/access/seen-sql.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { DecisionView, OpenActionView } from './decision.dto.ts';
import { seenInMeetingSql } from './meeting-row.ts';

export interface ReasonRow {
  readonly code: AgendaCode;
  readonly detail: AgendaDetail;
  readonly since: string;
  readonly rowId: string;
  /** What somebody asked who brought the client in. */
  readonly asked: string | null;
  /** Whether the person at hand asked it. */
  readonly isHers: boolean | null;
}

export interface AgendaItemRow {
  readonly id: string;
  readonly version: number;
  readonly meetingId: string;
  readonly clientId: string;
  readonly name: PersonName;
  readonly birthDate: string;
  readonly place: number;
  readonly state: AgendaLineState;
  readonly onTop: boolean;
  readonly addedLater: boolean;
  readonly presenterId: string | null;
  readonly question: string | null;
  readonly clientAgreement: ClientAgreement;
  readonly outcome: AgendaOutcome | null;
  readonly feedbackBy: string | null;
  readonly feedbackOn: string | null;
  readonly reasons: readonly ReasonRow[];
  /** Whether answers, profile and plan are all shared: else reasons may be missing. */
  readonly allShared: boolean;
}

/**
 * Lines that the person at hand may see, alias `i` with the client `c`. SQL without parameters. A reason that compares with the
 * assigned profile says what that is: it is there for whom answers and assignment are both shared with.
 */
export const itemsSql =
  (): string => `SELECT i.id, i.version, i.meeting_id AS "meetingId", i.client_id AS "clientId", i.place, i.state,
    i.on_top AS "onTop", i.added_later AS "addedLater", coalesce(i.presenter_id, ${caseManagerSql('c')}, c.gp_id) AS "presenterId",
    i.question, i.client_agreement AS "clientAgreement", i.outcome, i.feedback_by AS "feedbackBy", i.feedback_on AS "feedbackOn", c.birth_date AS "birthDate",
    jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix, 'family', c.family_name,
      'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'detail', r.detail, 'since', r.since, 'rowId', r.row_id,
        'asked', t.question, 'isHers', t.added_by = ctx.user_id()) ORDER BY r.place, r.id), '[]')
      FROM care.agenda_reason r LEFT JOIN care.agenda_topic t ON t.practice_id = r.practice_id AND t.id = r.row_id AND r.code = 'MANUAL'
      WHERE r.practice_id = ctx.practice_id() AND r.item_id = i.id AND ${sharedRowSql('r')}
        AND (p.assigned_hidden IS NOT TRUE OR r.detail ->> 'assigned' IS NULL)) AS reasons,
    ${([2, 3, 4] as const).map((category) => sharedSql('c', 'c.id', category)).join(' AND ')}
      AND p.assigned_hidden IS NOT TRUE AS "allShared"
  FROM care.agenda_item i JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
  ${profileJoin()}
  WHERE i.practice_id = ctx.practice_id() AND ${seenInMeetingSql('i')}`;

export const itemsOf = (meetingId: string): Promise<AgendaItemRow[]> =>
  query<AgendaItemRow>(`${itemsSql()} AND i.meeting_id = $1 AND i.state <> 'OFF' ORDER BY i.place, i.id`, [meetingId]);

export interface DecisionRow {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly meetingId: string;
  readonly itemId: string;
  readonly clientId: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly text: string | null;
  readonly on: string | null;
  readonly userId: string | null;
  readonly assignmentId: string | null;
  readonly profile: string | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly action: OpenActionView | null;
  readonly referralId: string | null;
  readonly referral: DecisionView['referral'];
  readonly reversesId: string | null;
  readonly undone: { readonly decisionId: string; readonly by: string; readonly at: string } | null;
}

const ACTION = `jsonb_build_object('id', a.id, 'version', a.version, 'text', a.text, 'ownerId', a.owner_user_id, 'dueOn', a.due_on,
  'state', a.state, 'postponedCount', a.postponed_count, 'doneOn', a.done_on)`;

/** Decisions that the person at hand may see, alias `d`; what is of another category only where that is shared. */
const decisionsSql =
  (): string => `SELECT d.id, d.kind, d.meeting_id AS "meetingId", d.item_id AS "itemId", d.client_id AS "clientId",
    d.recorded_by AS "recordedBy", ctx.utc(d.recorded_at) AS "recordedAt", d.text, d.next_review_on AS "on", d.case_manager_id AS "userId",
    d.assignment_id AS "assignmentId", p.profile, p.reason, p.reason_code AS "reasonCode", d.referral_id AS "referralId",
    d.reverses_id AS "reversesId", CASE WHEN a.id IS NOT NULL THEN ${ACTION} END AS action, CASE WHEN r.id IS NOT NULL THEN
      jsonb_build_object('id', r.id, 'type', r.type, 'receiver', r.receiver, 'state', r.state) END AS referral,
    (SELECT jsonb_build_object('decisionId', u.id, 'by', u.recorded_by, 'at', ctx.utc(u.recorded_at)) FROM care.decision u
      WHERE u.practice_id = ctx.practice_id() AND u.reverses_id = d.id) AS undone
  FROM care.decision d
  JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
  LEFT JOIN care.profile_assignment p ON p.practice_id = d.practice_id AND p.id = d.assignment_id AND ${sharedRowSql('p')}
  LEFT JOIN care.action a ON a.practice_id = d.practice_id AND a.id = d.action_id AND ${sharedRowSql('a')}
  LEFT JOIN care.referral r ON r.practice_id = d.practice_id AND r.id = d.referral_id AND ${sharedRowSql('r')}
  WHERE d.practice_id = ctx.practice_id() AND ${seenInMeetingSql('d')}`;

export const decisionsOf = (meetingId: string): Promise<DecisionRow[]> =>
  query<DecisionRow>(`${decisionsSql()} AND d.meeting_id = $1 ORDER BY d.recorded_at, d.id`, [meetingId]);

/** One decision, as far as the person at hand may see it. */
export async function findDecision(id: string): Promise<DecisionRow | undefined> {
  const [row] = isUuid(id) ? await query<DecisionRow>(`${decisionsSql()} AND d.id = $1`, [id]) : [];
  return row;
}

/** What earlier meetings decided about these clients and nobody took back, newest first. */
export const earlierDecisions = (startsAt: string, clientIds: readonly string[]): Promise<DecisionRow[]> =>
  query<DecisionRow>(
    `${decisionsSql()} AND d.client_id = ANY ($2::uuid[]) AND d.reverses_id IS NULL
       AND NOT EXISTS (SELECT FROM care.decision u WHERE u.practice_id = ctx.practice_id() AND u.reverses_id = d.id)
       AND EXISTS (SELECT FROM care.meeting e WHERE e.practice_id = ctx.practice_id() AND e.id = d.meeting_id AND e.starts_at < $1)
     ORDER BY d.recorded_at DESC, d.id DESC`,
    [startsAt, clientIds],
  );

export const openActions = (
  clientIds: readonly string[],
): Promise<(OpenActionView & { readonly clientId: string })[]> =>
  query(
    `SELECT a.id, a.version, a.client_id AS "clientId", a.text, a.owner_user_id AS "ownerId", a.due_on AS "dueOn", a.state,
       a.postponed_count AS "postponedCount", coalesce((SELECT jsonb_agg(s.before ->> 'dueOn' ORDER BY s.made_at, s.id)
         FROM care.action_step s WHERE s.practice_id = ctx.practice_id() AND s.action_id = a.id AND s.postponed), '[]') AS "dueBefore"
     FROM care.action a JOIN care.client c ON c.practice_id = a.practice_id AND c.id = a.client_id
     WHERE a.practice_id = ctx.practice_id() AND a.kind = 'MEETING' AND a.state = 'OPEN' AND a.client_id = ANY ($1::uuid[])
       AND ${seenInMeetingSql('a', 'care.is_own_only(a.agenda_item_id, NULL, NULL)')}
     ORDER BY a.due_on, a.id`,
    [clientIds],
  );

/** Places of an agenda, whoever is on them. */
export const placesOf = (meetingId: string): Promise<{ place: number; state: AgendaLineState }[]> =>
  query('SELECT place, state FROM care.agenda_places($1)', [meetingId]);
