import { Injectable } from '@nestjs/common';
import {
  type Assessment,
  assignmentReasonRequired,
  grantFor,
  mayRecordDecisions,
  type Profile,
  RULE,
} from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import type { HiddenPart } from '../platform/http/hidden.dto.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import type { AssignProfile, ProfileEntry, ProfileHistory } from './profile.dto.ts';

interface Grounds {
  readonly responseId: string;
  readonly assessment: Assessment;
}

type StoredEntry = ProfileEntry & { ownerOrgId: string };

export const HISTORY = `SELECT a.owner_org_id AS "ownerOrgId", 'ASSIGNED' AS kind, a.id, a.profile, NULL::jsonb AS "possibleProfiles",
    a.assigned_on AS "on", a.assigned_on AS "assignedOn", a.assigned_at AS at, a.assigned_by AS "assignedBy", a.response_id AS "responseId",
    a.proposed_profile AS "proposedProfile", a.reason, a.reason_code AS "reasonCode", a.basis, a.labels, a.rule_id AS "ruleId",
    a.rule_version AS "ruleVersion", coalesce((SELECT r.status = 'VOID' FROM care.response r WHERE r.practice_id = ctx.practice_id()
      AND r.id = (SELECT care.newest_response(a.response_id))), false) AS "basisVoided",
    a.undone_at IS NULL AND row_number() OVER (ORDER BY a.undone_at IS NOT NULL, a.assigned_at DESC, a.id DESC) = 1 AS current,
    a.meeting_id AS "meetingId", ctx.utc(a.undone_at) AS "undoneAt"
  FROM care.profile_assignment a
  WHERE a.practice_id = ctx.practice_id() AND a.client_id = $1
  UNION ALL
  SELECT s.owner_org_id, 'PROPOSED', r.id, s.proposed_profile, s.result -> 'possibleProfiles', r.completed_on, NULL, r.completed_at, NULL,
    r.id, s.proposed_profile, NULL, NULL, jsonb_build_object(
      'gfi', jsonb_build_object('lower', s.gfi_lower, 'upper', s.gfi_upper, 'cutOff', s.result #> '{instruments,gfi,cutOff}'),
      'imesa', jsonb_build_object('lower', s.imesa_lower, 'upper', s.imesa_upper, 'cutOff', s.result #> '{instruments,imesa,cutOff}')),
    s.result -> 'labels', s.result #>> '{rule,id}', s.result #>> '{rule,version}', false, false, NULL, NULL
  FROM care.response r JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id
  WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1 AND r.status = 'COMPLETED' AND NOT s.empty_form
  ORDER BY at DESC, id DESC LIMIT 400`;

/** What was proposed, and what people assigned: two things, with their history. */
@Injectable()
export class Profiles {
  constructor(
    private readonly access: ClientAccess,
    private readonly invitations: InvitationFollower,
    private readonly events: LiveEvents,
  ) {}

  async historyOf(clientId: string, page: PageQuery): Promise<ProfileHistory> {
    const rows = isUuid(clientId) ? await query<StoredEntry>(HISTORY, [clientId]) : [];
    const owned = rows.map(({ ownerOrgId }) => ({ ownerOrgId, category: 3 }) as const);
    const opened = await this.access.openList(clientId, 'RISK_PROFILE', { type: 'PROFILES' }, owned);
    const entries = rows.flatMap((row) => seen(row, opened));
    const hidden: HiddenPart[] = entries.length < rows.length ? [{ pointer: '/items', code: 'NO_BASIS' }] : [];
    return { ...pageOf(entries, page), ...(hidden.length > 0 ? { hidden } : {}) };
  }

  /** Assigns a profile. Throws 400 where a reason is due: another profile than the proposal, or no proposal at all. */
  async assign(clientId: string, body: AssignProfile): Promise<ProfileEntry> {
    const id = newId();
    return this.write(id, await this.access.open(clientId, 'RISK_PROFILE', 'FINALISE', { type: 'PROFILE', id }), body);
  }

  /**
   * What the team decides in a meeting that runs, written down by an attendee who may read the profile, whatever her role does outside
   * one. Throws as {@link assign}; ROLE for who sees the class only. Source: trust.md 3, footnote 4.
   */
  async assignInMeeting(clientId: string, body: AssignProfile, meetingId: string): Promise<ProfileEntry> {
    const { role } = requestContext().user;
    const opened = await this.access.open(clientId, 'RISK_PROFILE', 'READ', { type: 'PROFILES' });
    if (!mayRecordDecisions(role) || grantFor(role, 'RISK_PROFILE', 'READ')?.limit === 'CLASS_ONLY')
      throw new DomainError('ROLE');
    const id = newId();
    requestContext().log.push({
      type: 'FINALISE_PROFILE',
      action: 'U',
      objectType: 'PROFILE',
      objectId: id,
      clientId,
      category: 3,
      rule: `MEETING.CREATE.${role}`,
      query: { meetingId },
    });
    return this.write(id, opened, body, meetingId);
  }

  /** Takes back what a meeting assigned: it stays in the history and counts no more. Throws CHANGED_SINCE when another came after it. */
  async undoInMeeting(clientId: string, id: string): Promise<void> {
    const { newest } = await queryOne<{ newest: string | null }>('SELECT care.newest_assignment($1) AS newest', [
      clientId,
    ]);
    if (newest !== id) throw new DomainError('CHANGED_SINCE');
    const changed = await changeRows(
      `UPDATE care.profile_assignment SET undone_at = ctx.now(), undone_by = ctx.user_id()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND undone_at IS NULL`,
      [id],
    );
    if (changed === 0) throw new DomainError('NO_BASIS'); // she may undo no more than she may read
    await query('SELECT care.refresh_client_profile($1)', [clientId]);
    await this.events.hint('CLIENT', clientId, undefined, clientId);
  }

  private async write(
    id: string,
    opened: ClientView,
    body: AssignProfile,
    meetingId: string | null = null,
  ): Promise<ProfileEntry> {
    const { today, now } = requestContext();
    const { clientId } = opened;
    const grounds = await this.grounds(clientId, body.responseId ?? null);
    const assigned = body.profile as Profile;
    const proposed = grounds?.assessment.proposedProfile ?? null;
    const reason = body.reason?.trim() || null;
    const mustExplain = assignmentReasonRequired({ assigned, proposed });
    if (mustExplain && reason === null) throw invalidInput({ pointer: '/reason', code: 'REASON_REQUIRED' });
    await query(
      `INSERT INTO care.profile_assignment (practice_id, id, client_id, owner_org_id, profile, assigned_on, assigned_at, assigned_by,
         response_id, rule_id, rule_version, basis, proposed_profile, reason, reason_code, meeting_id, labels)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, ctx.user_id(), $6, $7, $8, $9, $10, $11, $12, $13,
         (SELECT profile_labels FROM care.practice WHERE id = ctx.practice_id()))`,
      [
        id, clientId, assigned, today, now, grounds?.responseId ?? null, RULE.id, RULE.version,
        grounds ? JSON.stringify(basisOf(grounds.assessment)) : null, proposed, reason,
        body.reasonCode ?? (mustExplain ? null : 'SCORE_CONFIRMED'), meetingId,
      ], // prettier-ignore
    );
    await query('SELECT care.refresh_client_profile($1)', [clientId]);
    await this.invitations.assigned(grounds?.responseId ?? null);
    await this.events.hint('CLIENT', clientId, undefined, clientId); // not what changed: not everyone may know
    const [entry] = await query<StoredEntry>(`SELECT * FROM (${HISTORY}) AS history WHERE id = $2`, [clientId, id]);
    if (!entry) throw new DomainError('NOT_FOUND'); // the database shows less than was decided
    return seen(entry, opened)[0] ?? entry;
  }

  /** The response the assignment rests on: the one named, or that of the standing assessment. */
  private async grounds(clientId: string, responseId: string | null): Promise<Grounds | undefined> {
    const [grounds] = await query<Grounds>(
      `SELECT r.id AS "responseId", s.result AS assessment FROM care.response r
       JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id
       WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1 AND r.status = 'COMPLETED'
         AND CASE WHEN $2::uuid IS NULL THEN NOT s.empty_form ELSE r.id = $2 END
       ORDER BY r.completed_on DESC, r.completed_at DESC LIMIT 1`,
      [clientId, responseId],
    );
    if (responseId !== null && !grounds) throw invalidInput({ pointer: '/responseId', code: 'INVALID_ID' });
    return grounds;
  }
}

function basisOf({ instruments: { gfi, imesa } }: Assessment): object {
  const bounds = ({ lower, upper, cutOff }: typeof gfi): object => ({ lower, upper, cutOff });
  return { gfi: bounds(gfi), imesa: bounds(imesa) };
}

/** Scores, and the reason, which mostly tells of answers. */
const CLASS_ONLY_HIDES = ['/basis', '/reason', '/reasonCode'] as const;

/** A line as the person at hand may see it: hers by consent, and without scores where she sees the class only. */
function seen({ ownerOrgId, possibleProfiles, ...rest }: StoredEntry, opened: ClientView): ProfileEntry[] {
  const entry = possibleProfiles ? { ...rest, possibleProfiles } : rest;
  const decision = opened.decide('RISK_PROFILE', 'READ', { ownerOrgId, category: 3 });
  if (!decision.allow) return [];
  if (decision.grant.limit !== 'CLASS_ONLY') return [entry];
  const { basis: _basis, reason: _reason, reasonCode: _code, ...classOnly } = entry;
  return [{ ...classOnly, hidden: CLASS_ONLY_HIDES.map((pointer) => ({ pointer, code: 'ROLE' })) }];
}
