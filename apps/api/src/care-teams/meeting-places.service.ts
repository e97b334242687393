import { Injectable } from '@nestjs/common';
import { AGENDA_RELATION_DAYS, STANDING_MEMBER_ROLES } from '@samenoud/domain';
import { AccessBasis, type BasisChange } from '../consents/access-basis.service.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';

/** A part in the care of one client that has to be there, or be there until another instant, or not be there any more. */
interface Change {
  readonly clientId: string;
  readonly userId: string;
  readonly partId: string | null;
  /** null: ends now. */
  readonly untilAt: string | null;
  /** Whether what organisations share may follow from it: the practice and social work share without a team. */
  readonly sharingChanges: boolean;
}

/**
 * What the parts of a meeting are and what they should be. An ouderenadviseur takes part where category 1 was granted to her
 * organisation, as in every team.
 */
const CHANGES = `WITH wanted AS (
    SELECT c AS client_id, a.user_id, s.organisation_id AS org_id, m.starts_at + make_interval(days => $2) AS until_at
    FROM care.meeting m
    CROSS JOIN LATERAL care.agenda_clients(m.id) AS c
    JOIN care.meeting_attendee a ON a.practice_id = m.practice_id AND a.meeting_id = m.id AND a.removed_at IS NULL AND NOT a.absent
    JOIN care.membership s ON s.practice_id = a.practice_id AND s.id = a.user_id AND s.valid @> now() AND s.role = ANY ($3)
    WHERE m.practice_id = ctx.practice_id() AND m.id = $1 AND m.state <> 'CANCELLED' AND m.starts_at + make_interval(days => $2) > now()
      AND (s.role <> 'ELDERLY_ADVISER' OR EXISTS (SELECT FROM care.organisation o WHERE o.practice_id = ctx.practice_id() AND o.kind = 'PRACTICE'
        AND (o.id = s.organisation_id OR EXISTS (SELECT FROM care.access_basis b WHERE b.practice_id = ctx.practice_id() AND b.client_id = c
          AND b.category = 1 AND b.from_org_id = o.id AND b.to_org_id = s.organisation_id AND b.kind = 'GRANT' AND b.validity @> now()))))),
  present AS (SELECT t.id, t.client_id, t.user_id, t.org_id, upper(t.active) AS until_at FROM care.team_member t
    WHERE t.practice_id = ctx.practice_id() AND t.meeting_id = $1 AND upper(t.active) > now())
  SELECT coalesce(w.client_id, p.client_id) AS "clientId", coalesce(w.user_id, p.user_id) AS "userId", p.id AS "partId",
    ctx.utc(w.until_at) AS "untilAt", o.kind IN ('HOME_CARE', 'SPECIALIST') AS "sharingChanges"
  FROM wanted w FULL JOIN present p ON p.client_id = w.client_id AND p.user_id = w.user_id
  JOIN care.organisation o ON o.practice_id = ctx.practice_id() AND o.id = coalesce(w.org_id, p.org_id)
  WHERE w.until_at IS DISTINCT FROM p.until_at`;

/** Lets the care relation of the attendees of a meeting follow its agenda. Source: trust.md 3, a relation starts. */
@Injectable()
export class MeetingPlaces {
  constructor(private readonly basis: AccessBasis) {}

  /** Whoever has a place on the agenda has the attendees in her team until thirty days after; who left it has them no more. */
  async follow(meetingId: string): Promise<void> {
    const changes = await changesOf(meetingId);
    if (changes.length === 0) return;
    await this.basis.hold(...new Set(changes.map(({ clientId }) => clientId)));
    await write(meetingId, await changesOf(meetingId)); // as they are now that nobody else changes these teams
    const byClient = new Map<string, Change[]>();
    for (const change of changes) byClient.set(change.clientId, [...(byClient.get(change.clientId) ?? []), change]);
    await this.basis.rewriteAll([...byClient].flatMap(basisChange));
    noteParts(meetingId, byClient);
  }

  /** For every meeting that is not over: a consent that was given since opens a place to an ouderenadviseur. */
  async followAll(): Promise<void> {
    const meetings = await query<{ id: string }>(
      `SELECT id FROM care.meeting WHERE practice_id = ctx.practice_id() AND state IN ('DRAFT', 'OPEN', 'RUNNING', 'REOPENED') ORDER BY id`,
    );
    for (const { id } of meetings) await this.follow(id);
  }
}

/** What organisations share follows from a part of some, and everyone whose part ended is told. */
function basisChange([clientId, parts]: [string, readonly Change[]]): BasisChange[] {
  const lost = parts.filter(({ untilAt }) => untilAt === null).map(({ userId }) => userId);
  return lost.length > 0 || parts.some(({ sharingChanges }) => sharingChanges) ? [{ clientId, lost }] : [];
}

const changesOf = (meetingId: string): Promise<Change[]> =>
  query<Change>(CHANGES, [meetingId, AGENDA_RELATION_DAYS, STANDING_MEMBER_ROLES]);

async function write(meetingId: string, changes: readonly Change[]): Promise<void> {
  const added = changes.filter(({ partId }) => partId === null).map((change) => ({ ...change, id: newId() }));
  const kept = changes.filter(({ partId }) => partId !== null);
  await query(
    `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, meeting_id, active)
     SELECT s.practice_id, r.id, r."clientId", s.id, s.organisation_id, 'MEETING', $2, tstzrange(${LAID_BACK_NOW}, r."untilAt")
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "clientId" uuid, "userId" uuid, "untilAt" timestamptz)
     JOIN care.membership s ON s.practice_id = ctx.practice_id() AND s.id = r."userId"`,
    [JSON.stringify(added), meetingId],
  );
  await query(
    `UPDATE care.team_member t SET active = tstzrange(lower(t.active),
       greatest(coalesce(r."untilAt", ${LAID_BACK_NOW}), lower(t.active) + interval '1 microsecond'))
     FROM jsonb_to_recordset($1::jsonb) AS r ("partId" uuid, "untilAt" timestamptz)
     WHERE t.practice_id = ctx.practice_id() AND t.id = r."partId"`,
    [JSON.stringify(kept)],
  );
}

/** Each relation that begins or ends is in the log of its client. */
function noteParts(meetingId: string, byClient: ReadonlyMap<string, readonly Change[]>): void {
  for (const [clientId, parts] of byClient) {
    const of = (began: boolean): string[] =>
      parts.filter(({ untilAt }) => (untilAt !== null) === began).map(({ userId }) => userId);
    requestContext().log.push({
      type: 'FOLLOW_AGENDA',
      action: 'U',
      objectType: 'TEAM',
      objectId: clientId,
      clientId,
      category: 1,
      query: { meetingId, began: of(true), ended: of(false) },
    });
  }
}
