import { Injectable } from '@nestjs/common';
import { handoverAfter, type HandoverPart, type HandoverStep, mayBeCaseManager } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { HandoverView } from './handover.dto.ts';
import { type HandoverRow, Handovers } from './handovers.service.ts';

interface Period {
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly isOver: boolean;
}

/** The later of now and the first day, until the day after the last one; days are those of Amsterdam. */
const PERIOD = `SELECT ctx.utc(starts) AS "startsAt", ctx.utc(ends) AS "endsAt", coalesce(ends <= starts, false) AS "isOver"
  FROM (SELECT greatest(${LAID_BACK_NOW}, $1::date::timestamp AT TIME ZONE 'Europe/Amsterdam') AS starts,
    ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam' AS ends) AS period`;

/** The steps after a proposal. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly handovers: Handovers,
    private readonly teams: CareTeams,
    private readonly events: LiveEvents,
  ) {}

  /** @throws DomainError RECEIVER_NOT_ALLOWED and CONSENT_REQUIRED as at the proposal, which may be weeks ago. */
  async accept(id: string): Promise<HandoverView> {
    const row = await this.step(id, 'ACCEPT');
    const { user } = requestContext();
    if (!mayBeCaseManager(user.role)) throw new DomainError('RECEIVER_NOT_ALLOWED');
    await this.teams.requireConsent(row.clientId, row.toUserId);
    const { startsAt, endsAt, isOver } = await queryOne<Period>(PERIOD, [row.fromOn, row.untilOn]);
    if (isOver) throw new DomainError('WRONG_STATE');
    await query('SELECT care.close_handovers($1, $2, $3)', [row.clientId, startsAt, row.id]);
    await this.write(row, `state = 'ACCEPTED', starts_at = $3, ends_at = $4, answered_at = now()`, [startsAt, endsAt]);
    await this.teams.takeOver(row.clientId, row.toUserId, startsAt, endsAt);
    return this.done(row, 'ACCEPT_HANDOVER');
  }

  async decline(id: string, reason: string): Promise<HandoverView> {
    const row = await this.step(id, 'DECLINE');
    await this.write(row, `state = 'DECLINED', answer_reason = $3, answered_at = now()`, [reason.trim()]);
    return this.done(row, 'DECLINE_HANDOVER');
  }

  async withdraw(id: string): Promise<HandoverView> {
    const row = await this.step(id, 'WITHDRAW');
    await this.write(row, `state = 'WITHDRAWN', answered_at = now()`, []);
    return this.done(row, 'WITHDRAW_HANDOVER');
  }

  async end(id: string): Promise<HandoverView> {
    const row = await this.step(id, 'END');
    await this.write(row, `ends_at = ${LAID_BACK_NOW}, ended_by = ctx.user_id(), answered_at = now()`, []);
    await this.teams.giveBack(row.clientId, row.toUserId);
    return this.done(row, 'END_HANDOVER');
  }

  /** The row, once this person may take this step from where it stands. */
  private async step(id: string, step: HandoverStep): Promise<HandoverRow> {
    const row = await this.handovers.find(id);
    const after = handoverAfter(row.state, step, partsOf(row), row.untilOn !== null);
    if ('refusal' in after) throw new DomainError(after.refusal);
    await this.teams.hold(row.clientId);
    return row;
  }

  /** Of two answers at once, one is too late. */
  private async write(row: HandoverRow, change: string, values: readonly unknown[]): Promise<void> {
    const written = await changeRows(
      `UPDATE care.handover SET ${change}, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [row.id, row.version, ...values],
    );
    if (written !== 1) throw new DomainError('WRONG_STATE');
  }

  private async done(row: HandoverRow, type: string): Promise<HandoverView> {
    const { log } = requestContext();
    log.push({ type, action: 'U', objectType: 'HANDOVER', objectId: row.id, clientId: row.clientId, category: 1 });
    await this.events.tell([row.fromUserId, row.toUserId, row.proposedBy], 'HANDOVER', row.id);
    return this.handovers.view(row.id);
  }
}

function partsOf({ toUserId, fromUserId, proposedBy, related }: HandoverRow): HandoverPart[] {
  const { userId, role } = requestContext().user;
  const parts: [HandoverPart, boolean][] = [
    ['RECEIVER', toUserId === userId],
    ['GIVER', fromUserId === userId],
    ['PROPOSER', proposedBy === userId],
    ['GP', role === 'GP' && related],
  ];
  return parts.filter(([, holds]) => holds).map(([part]) => part);
}
