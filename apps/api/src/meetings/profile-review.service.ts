import { Injectable } from '@nestjs/common';
import { confirmableProfile, isBeingPrepared, listName, mayConfirmTogether, ownPatientsFirst } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { Profiles } from '../profiles/profiles.service.ts';
import { type ResponseChange, ResponseChanges } from '../questionnaires/response-changes.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { ConfirmedBeforeMeetings } from './confirmed-before.service.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import type { MeetingRow } from './meeting-row.ts';
import type { ConfirmProfiles, MarkProfile, ProfileReviewView, ProfileReviewLine } from './profile-review.dto.ts';
import { type ReviewRow, reviewRowsOf } from './review-rows.ts';
import { answersChanged, totals } from './shown-changes.ts';

/** New and changed profiles before a meeting: prepared, confirmed or left to be discussed. Source: domain.md 10, GP review. */
@Injectable()
export class ProfileReviews {
  constructor(
    private readonly meetings: MeetingAccess,
    private readonly clients: ClientAccess,
    private readonly changes: ResponseChanges,
    private readonly profiles: Profiles,
    private readonly agendas: BuildAgendas,
    private readonly confirmed: ConfirmedBeforeMeetings,
    private readonly events: LiveEvents,
  ) {}

  async get(meetingId: string): Promise<ProfileReviewView> {
    const meeting = await this.meetings.open(meetingId, 'READ');
    const rows = await reviewRowsOf(meetingId);
    const changes = await this.changes.of(rows.map(({ responseId }) => responseId));
    noteShown(meetingId, rows);
    return {
      meetingId,
      lines: ownPatientsFirst(rows.map((row) => lineView(row, changes.get(row.responseId)))).slice(),
      confirmed: await this.confirmed.of(meeting),
      delegation: meeting.reviewDelegation,
    };
  }

  /** To be discussed, prepared, or neither any more. Throws WRONG_STATE from the moment the meeting runs, NOT_FOUND for a line that is not there. */
  async mark(
    meetingId: string,
    { clientId, responseId, mark }: MarkProfile,
    as: 'CREATE' | 'FINALISE',
  ): Promise<ProfileReviewView> {
    const meeting = await this.prepared(meetingId);
    const id = newId();
    await this.clients.open(clientId, 'GP_REVIEW', as, { type: 'REVIEW_MARK', id });
    if (as === 'FINALISE' && mark === 'READY') throw invalidInput({ pointer: '/mark', code: 'INVALID_VALUE' });
    await this.lineOf(meeting, clientId, responseId);
    await query(
      `INSERT INTO care.review_mark (practice_id, id, client_id, owner_org_id, meeting_id, response_id, mark, marked_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, ctx.user_id())`,
      [id, clientId, meetingId, responseId, mark],
    );
    await this.events.hint('MEETING', meetingId);
    return this.get(meetingId);
  }

  /**
   * Assigns what was proposed and lets the agenda follow. Throws WRONG_STATE, NOT_FOUND for a line that is not there any more,
   * INVALID_VALUE for another profile than the proposal, and for what may not be confirmed together with others.
   */
  async confirm(meetingId: string, { profiles }: ConfirmProfiles): Promise<ProfileReviewView> {
    const meeting = await this.prepared(meetingId);
    for (const [index, { clientId, responseId, profile }] of profiles.entries()) {
      await this.clients.open(clientId, 'GP_REVIEW', 'FINALISE', { type: 'PROFILE' });
      const line = await this.lineOf(meeting, clientId, responseId);
      const isAlone = profiles.length === 1;
      if (confirmableProfile(line) !== profile || !(isAlone || mayConfirmTogether(line)))
        throw invalidInput({ pointer: `/profiles/${index}/profile`, code: 'INVALID_VALUE' });
      await this.profiles.assign(clientId, { profile, responseId });
    }
    await this.agendas.rebuild(meeting);
    return this.get(meetingId);
  }

  /** Asks a practice nurse to prepare the review; it ends when the meeting begins. Throws WRONG_STATE, RECEIVER_NOT_ALLOWED. */
  async delegate(meetingId: string, userId: string | null): Promise<ProfileReviewView> {
    await this.prepared(meetingId);
    if (userId !== null) await refuseOther(userId);
    await query(
      `UPDATE care.meeting SET review_delegate_id = $2, review_delegated_by = CASE WHEN $2::uuid IS NOT NULL THEN ctx.user_id() END,
         review_delegated_at = CASE WHEN $2::uuid IS NOT NULL THEN ctx.now() END
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [meetingId, userId],
    );
    await this.events.hint('MEETING', meetingId);
    return this.get(meetingId);
  }

  private async prepared(meetingId: string): Promise<MeetingRow> {
    const meeting = await this.meetings.open(meetingId, 'UPDATE', 'CHANGE');
    if (!isBeingPrepared(meeting.state)) throw new DomainError('WRONG_STATE');
    return meeting;
  }

  private async lineOf({ id }: MeetingRow, clientId: string, responseId: string): Promise<ReviewRow> {
    const rows = await reviewRowsOf(id);
    const line = rows.find((row) => row.clientId === clientId && row.responseId === responseId);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    return line;
  }
}

async function refuseOther(userId: string): Promise<void> {
  const found = await query<object>(
    `SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND role = 'PRACTICE_NURSE' AND valid @> now()`,
    [userId],
  );
  if (found.length === 0) throw new DomainError('RECEIVER_NOT_ALLOWED');
}

function lineView({ name, ...row }: ReviewRow, change: ResponseChange | undefined): ProfileReviewLine {
  const { completedOn = null, previousOn = null, compared = null, now = null, before = null } = change ?? {};
  return {
    ...row,
    clientName: listName(name),
    completedOn,
    previousOn,
    compared,
    now: now && totals(now),
    before: before && totals(before),
    changes: answersChanged(change?.changes ?? []),
    ...(change?.isPartHidden === false ? {} : { hidden: [{ pointer: '/changes', code: 'NO_BASIS' }] }),
  };
}

function noteShown(meetingId: string, rows: readonly ReviewRow[]): void {
  const ids = rows.map(({ clientId }) => clientId);
  requestContext().log.push({
    type: 'READ_REVIEW',
    action: 'R',
    objectType: 'MEETING',
    objectId: meetingId,
    query: { count: ids.length, ids },
    category: 3,
  });
}
