import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows } from '../platform/request/request-context.ts';
import type { ApprovalView, GiveVerdict } from './approval.dto.ts';
import { type ApprovalRow, isForReader, isOwnQuestion, staffRole, stateOf } from './approval-row.ts';
import { Approvals } from './approvals.service.ts';

/** Deciding and taking back. Whoever comes second finds the question decided: the row is locked first. */
@Injectable()
export class DecideApproval {
  constructor(private readonly approvals: Approvals) {}

  /** Approval carries the act out in this transaction: both happen, or neither. */
  async decide(id: string, { verdict, note }: GiveVerdict): Promise<ApprovalView> {
    const row = await this.approvals.take(id);
    const kind = this.approvals.kindOf(row.kind);
    if (!isForReader(row)) throw new DomainError('NOT_ONESELF');
    if (!kind.mayDecide(staffRole())) throw new DomainError('ROLE');
    if (verdict === 'APPROVE' && kind.stepUp) requireFreshSecondFactor();
    this.requireOpen(row);
    await kind.check?.(row.subject);
    await this.end(id, verdict === 'APPROVE' ? 'APPROVED' : 'REFUSED', note?.trim() || null);
    if (verdict === 'APPROVE') await kind.carryOut(row.subject, id);
    else await kind.drop?.(row.subject);
    this.approvals.log(`${verdict}_APPROVAL`, 'U', id, row.kind);
    return this.approvals.view(id);
  }

  async withdraw(id: string): Promise<ApprovalView> {
    const row = await this.approvals.take(id);
    if (!isOwnQuestion(row)) throw new DomainError('ROLE');
    this.requireOpen(row);
    await this.end(id, 'WITHDRAWN', null);
    await this.approvals.kindOf(row.kind).drop?.(row.subject);
    this.approvals.log('WITHDRAW_APPROVAL', 'U', id, row.kind);
    return this.approvals.view(id);
  }

  private requireOpen(row: ApprovalRow): void {
    const state = stateOf(row);
    if (state !== 'OPEN') throw new DomainError(state === 'EXPIRED' ? 'APPROVAL_EXPIRED' : 'WRONG_STATE');
  }

  private async end(id: string, state: 'APPROVED' | 'REFUSED' | 'WITHDRAWN', note: string | null): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.approval SET state = $2, note = $3, decided_by = ctx.user_id(), decided_at = ctx.now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'OPEN'`,
      [id, state, note],
    );
    if (changed !== 1) throw new DomainError('WRONG_STATE');
  }
}
