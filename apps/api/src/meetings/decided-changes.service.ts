import { Injectable } from '@nestjs/common';
import { ACTION_LIMITS, ASSIGNMENT_REASON_LIMIT, type DecisionKind, mayBeCaseManager } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ActionSteps } from '../actions/action-steps.service.ts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { type FieldProblem, DomainError, invalidInput } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { Profiles } from '../profiles/profiles.service.ts';
import { ReferralSteps } from '../referrals/referral-steps.service.ts';
import type { RecordDecision } from './decision.dto.ts';

/** Of which line a decision is. */
export interface DecidedOn {
  readonly itemId: string;
  readonly clientId: string;
  readonly meetingId: string;
}

/** What a decision points at: the rows of the record that it made. */
export interface DecidedRows {
  readonly text?: string;
  readonly nextReviewOn?: string;
  readonly caseManagerId?: string;
  readonly assignmentId?: string;
  readonly actionId?: string;
  readonly referralId?: string;
  /** What it was before, for who takes it back. */
  readonly before?: object;
}

type Given = { readonly [Field in keyof RecordDecision]-?: NonNullable<RecordDecision[Field]> };

/** Makes the change in the record that a decision is, by the services of the slices it belongs to. Source: domain.md 10, decisions. */
@Injectable()
export class DecidedChanges {
  constructor(
    private readonly profiles: Profiles,
    private readonly teams: CareTeams,
    private readonly actions: ActionSteps,
    private readonly referrals: ReferralSteps,
    private readonly access: ClientAccess,
  ) {}

  /** The fields a kind needs have been checked. Throws what the slice throws, at the field of the decision. */
  make(on: DecidedOn, body: RecordDecision): Promise<DecidedRows> | DecidedRows {
    const given = body as Given;
    const makers: Readonly<Record<DecisionKind, () => Promise<DecidedRows> | DecidedRows>> = {
      ASSIGN_PROFILE: () => this.assign(on, body),
      NAME_CASE_MANAGER: () => this.nameManager(on, given.userId),
      ACTION: () => this.addAction(on, given),
      REFER: () => this.refer(on, given),
      NEXT_REVIEW: () => nextReview(given.on),
      END_REVIEW: () => ({}),
      NOTE: () => ({ text: given.text.trim() }),
    };
    return makers[body.kind]();
  }

  /** On the ground of what stood on the agenda, as long as that form counts. */
  private async assign({ itemId, clientId, meetingId }: DecidedOn, body: RecordDecision): Promise<DecidedRows> {
    const { profile, reason = null, reasonCode = null } = body;
    refuseLong(reason, ASSIGNMENT_REASON_LIMIT, '/reason');
    const [ground] = await query<{ responseId: string }>(
      `SELECT r.row_id AS "responseId" FROM care.agenda_reason r
       JOIN care.response f ON f.practice_id = r.practice_id AND f.id = r.row_id AND f.status = 'COMPLETED'
       WHERE r.practice_id = ctx.practice_id() AND r.item_id = $1 AND r.code LIKE 'PROFILE%'`,
      [itemId],
    );
    const responseId = ground?.responseId ?? null;
    const assigned = { profile: profile ?? '', reason, reasonCode, responseId };
    const { id } = await this.profiles.assignInMeeting(clientId, assigned, meetingId);
    return { assignmentId: id };
  }

  private async nameManager({ clientId, meetingId }: DecidedOn, userId: string): Promise<DecidedRows> {
    const [member] = await query<{ role: string }>(
      'SELECT role FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()',
      [userId],
    );
    if (!member || !mayBeCaseManager(member.role)) throw new DomainError('RECEIVER_NOT_ALLOWED');
    const before = await caseManagerOf(clientId);
    await this.teams.nameCaseManager(clientId, userId);
    noteManager(clientId, meetingId);
    return { caseManagerId: userId, before: { caseManagerId: before } };
  }

  private async addAction(
    { itemId, clientId }: DecidedOn,
    { text: words, ownerId, dueOn }: Given,
  ): Promise<DecidedRows> {
    refuseLong(words, ACTION_LIMITS.text, '/text');
    const { id } = await this.actions.add({
      clientId,
      kind: 'MEETING',
      category: 6,
      text: words,
      owner: { kind: 'USER', userId: ownerId },
      dueOn,
      parent: { column: 'agenda_item_id', id: itemId },
    });
    return { actionId: id };
  }

  private async refer(
    { clientId }: DecidedOn,
    { type, receiver, reason, dueOn, typeText, referrerId }: Given,
  ): Promise<DecidedRows> {
    await this.access.open(clientId, 'CONTACTS', 'CREATE', { type: 'REFERRAL' });
    const { id } = await this.referrals.draft(clientId, { type, receiver, reason, dueOn, typeText, referrerId });
    return { referralId: id };
  }

  /** Takes the change back. Throws CHANGED_SINCE when the record has moved on. */
  async undo(kind: DecisionKind, on: DecidedOn, decisionId: string, rows: DecidedRows): Promise<void> {
    if (kind === 'ASSIGN_PROFILE' && rows.assignmentId)
      await this.profiles.undoInMeeting(on.clientId, rows.assignmentId);
    if (kind === 'NAME_CASE_MANAGER') await this.restoreManager(on, rows);
    if (kind === 'ACTION' && rows.actionId) await this.cancelAction(rows.actionId);
    if (kind === 'REFER' && rows.referralId) await this.referrals.undo(rows.referralId, text('meetings.undone'));
    if (kind === 'NEXT_REVIEW' || kind === 'END_REVIEW') await refuseIfLater(on.clientId, decisionId);
  }

  private async restoreManager(
    { clientId, meetingId }: DecidedOn,
    { caseManagerId, before }: DecidedRows,
  ): Promise<void> {
    if ((await caseManagerOf(clientId)) !== caseManagerId) throw new DomainError('CHANGED_SINCE');
    const previous = (before as { caseManagerId: string | null } | undefined)?.caseManagerId ?? null;
    if (previous === null) await this.teams.endCaseManagement(clientId);
    else await this.teams.nameCaseManager(clientId, previous);
    noteManager(clientId, meetingId);
  }

  private async cancelAction(id: string): Promise<void> {
    const [action] = await query<{ version: number }>(
      'SELECT version FROM care.action WHERE practice_id = ctx.practice_id() AND id = $1',
      [id],
    );
    if (action?.version !== 1) throw new DomainError('CHANGED_SINCE');
    await this.actions.cancel(id, 1, text('meetings.undone'));
  }
}

function nextReview(on: string): DecidedRows {
  if (on < requestContext().today) throw invalidInput({ pointer: '/on', code: 'BEFORE_TODAY' });
  return { nextReviewOn: on };
}

async function caseManagerOf(clientId: string): Promise<string | null> {
  const { id } = await queryOne<{ id: string | null }>(
    `SELECT ${caseManagerSql('c')} AS id FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = $1`,
    [clientId],
  );
  return id;
}

async function refuseIfLater(clientId: string, decisionId: string): Promise<void> {
  const { newest } = await queryOne<{ newest: string | null }>('SELECT care.newest_review_decision($1) AS newest', [
    clientId,
  ]);
  if (newest !== decisionId) throw new DomainError('CHANGED_SINCE');
}

function refuseLong(words: string | null, max: number, pointer: FieldProblem['pointer']): void {
  if (words !== null && [...words].length > max) throw invalidInput({ pointer, code: 'TOO_LONG', values: { max } });
}

/** By the right of the meeting, and not of the role outside one. Source: trust.md 3, footnote 4. */
function noteManager(clientId: string, meetingId: string): void {
  const { role } = requestContext().user;
  requestContext().log.push({
    type: 'UPDATE_CASE_MANAGER',
    action: 'U',
    objectType: 'CASE_MANAGER',
    objectId: clientId,
    clientId,
    category: 1,
    rule: `MEETING.CREATE.${role}`,
    query: { meetingId },
  });
}
