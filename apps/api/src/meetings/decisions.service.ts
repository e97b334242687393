import { Injectable } from '@nestjs/common';
import { type DecisionKind, decisionFieldFaults, takesDecisions } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import { findDecision } from './agenda-rows.ts';
import { decisionView } from './agenda-view.service.ts';
import { DecidedChanges, type DecidedOn, type DecidedRows } from './decided-changes.service.ts';
import type { DecisionView, RecordDecision } from './decision.dto.ts';
import { type KeptItem, keptItem } from './kept-item.ts';
import { MeetingAccess } from './meeting-access.service.ts';

/** What a meeting decides: each decision is the change in the record, in the same transaction. Source: domain.md 10. */
@Injectable()
export class Decisions {
  constructor(
    private readonly meetings: MeetingAccess,
    private readonly clients: ClientAccess,
    private readonly teams: CareTeams,
    private readonly changes: DecidedChanges,
    private readonly events: LiveEvents,
  ) {}

  /** Throws INVALID_INPUT at a field its kind lacks or does not have, WRONG_STATE, and what the change itself is refused with. */
  async record(itemId: string, body: RecordDecision): Promise<DecisionView> {
    refuseFields(body);
    const item = await keptItem(itemId);
    const id = newId();
    await this.open(item, id);
    const on = { itemId, clientId: item.clientId, meetingId: item.meetingId };
    await this.keep(id, body.kind, on, await this.changes.make(on, body), null);
    return shown(id);
  }

  /**
   * A reversing decision; both stay. Throws WRONG_STATE for one that was undone before, or that reverses another; CHANGED_SINCE
   * when the record has moved on.
   */
  async undo(decisionId: string): Promise<DecisionView> {
    const decision = await findDecision(decisionId);
    if (decision === undefined) throw new DomainError('NOT_FOUND');
    const id = newId();
    await this.open(await keptItem(decision.itemId), id);
    const current = await findDecision(decisionId); // as it is now that nobody else decides on this client
    if (current === undefined || current.reversesId !== null || current.undone !== null)
      throw new DomainError('WRONG_STATE');
    const rows = await rowsOf(decisionId);
    await this.changes.undo(decision.kind, decision, decisionId, rows);
    const { nextReviewOn, text } = rows;
    await this.keep(id, decision.kind, decision, { ...(nextReviewOn ? { nextReviewOn } : {}), ...(text ? { text } : {}) }, decisionId); // prettier-ignore
    return shown(id);
  }

  private async open(item: KeptItem, decisionId: string): Promise<void> {
    const meeting = await this.meetings.open(item.meetingId, 'UPDATE', 'WRITE');
    const row = { ownerOrgId: item.ownerOrgId, category: 6 } as const;
    await this.clients.open(item.clientId, 'MEETING', 'UPDATE', { type: 'DECISION', id: decisionId }, row);
    if (!takesDecisions(meeting.state) || item.state !== 'ON') throw new DomainError('WRONG_STATE');
    await this.teams.hold(item.clientId); // one at a time decides about a client
  }

  private async keep(
    id: string,
    kind: DecisionKind,
    { itemId, clientId, meetingId }: DecidedOn,
    rows: DecidedRows,
    reversesId: string | null,
  ): Promise<void> {
    await query(
      `INSERT INTO care.decision (practice_id, id, client_id, owner_org_id, meeting_id, item_id, kind, text, next_review_on, case_manager_id,
         assignment_id, action_id, referral_id, before, reverses_id, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ctx.user_id())`,
      [
        id, clientId, meetingId, itemId, kind, rows.text ?? null, rows.nextReviewOn ?? null, rows.caseManagerId ?? null,
        rows.assignmentId ?? null, rows.actionId ?? null, rows.referralId ?? null, rows.before ? JSON.stringify(rows.before) : null, reversesId,
      ], // prettier-ignore
    );
    await this.events.hint('DECISION', id, undefined, clientId);
    await this.events.hint('MEETING', meetingId);
  }
}

function refuseFields({ kind, ...given }: RecordDecision): void {
  const { missing, strange } = decisionFieldFaults(kind, given);
  const faults = [
    ...missing.map((field) => ({ pointer: `/${field}`, code: 'REQUIRED' as const })),
    ...strange.map((field) => ({ pointer: `/${field}`, code: 'INVALID_VALUE' as const })),
  ];
  if (faults.length > 0) throw invalidInput(...faults);
}

async function rowsOf(id: string): Promise<DecidedRows> {
  const [rows] = await query<DecidedRows>(
    `SELECT text, next_review_on AS "nextReviewOn", case_manager_id AS "caseManagerId", assignment_id AS "assignmentId",
       action_id AS "actionId", referral_id AS "referralId", before
     FROM care.decision WHERE practice_id = ctx.practice_id() AND id = $1`,
    [id],
  );
  if (rows === undefined) throw new DomainError('NOT_FOUND');
  return rows;
}

async function shown(id: string): Promise<DecisionView> {
  const row = await findDecision(id);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return decisionView(row);
}
