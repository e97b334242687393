import { Injectable } from '@nestjs/common';
import { mayEver } from '@samenoud/domain';
import { Approvals } from '../approvals/approvals.service.ts';
import { DestroyClients } from '../destructions/destroy-clients.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { query } from '../platform/request/request-context.ts';
import type { AskRetentionBatch, RetentionBatch } from './retention.dto.ts';
import { askedClients, Retention } from './retention.service.ts';

const KIND = 'RETENTION_BATCH';

/**
 * Destroying what expired: the GP picks, and a second person says yes, another GP or the log officer, who sees numbers and no
 * names. What is then still due goes, and nothing else.
 */
@Injectable()
export class RetentionBatches {
  constructor(
    private readonly access: ClientAccess,
    private readonly approvals: Approvals,
    private readonly retention: Retention,
    private readonly destroyer: DestroyClients,
  ) {
    approvals.register(KIND, {
      mayDecide: (role) => mayEver(role, 'DESTRUCTION', 'FINALISE') || mayEver(role, 'DESTRUCTION', 'READ'),
      stepUp: true,
      carryOut: (_, approvalId) => this.carryOut(approvalId),
    });
  }

  /** Throws WRONG_STATE where one of them is not due, or waits for a second person already. */
  async ask({ clientIds, note }: AskRetentionBatch): Promise<RetentionBatch> {
    const ids = [...new Set(clientIds)];
    if (ids.length === 0) throw invalidInput({ pointer: '/clientIds', code: 'REQUIRED' });
    for (const id of ids) await this.access.open(id, 'DESTRUCTION', 'FINALISE', { type: KIND });
    requireFreshSecondFactor();
    const [due, asked] = [await this.dueIds(), await askedClients()];
    if (ids.some((id) => !due.has(id) || asked.includes(id))) throw new DomainError('WRONG_STATE');
    const reason = note?.trim();
    // The clients stand in rows that go with their records, so that the question itself stays, with who said yes.
    const approvalId = await this.approvals.ask(
      KIND,
      { records: ids.length },
      { clientIds: ids, ...(reason ? { reason } : {}) },
    );
    return { approvalId, records: ids.length };
  }

  private async carryOut(approvalId: string): Promise<void> {
    const asked = await query<{ id: string }>(
      `SELECT client_id AS id FROM care.approval_client WHERE practice_id = ctx.practice_id() AND approval_id = $1 ORDER BY client_id`,
      [approvalId],
    );
    const due = await this.dueIds();
    const ids = asked.map(({ id }) => id).filter((id) => due.has(id));
    if (ids.length > 0) await this.destroyer.order(ids, 'RETENTION');
  }

  private async dueIds(): Promise<ReadonlySet<string>> {
    return new Set((await this.retention.dueNow()).map(({ clientId }) => clientId));
  }
}
