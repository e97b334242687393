import { Injectable } from '@nestjs/common';
import { mayEver } from '@samenoud/domain';
import { Approvals } from '../approvals/approvals.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';
import type { MergeView, ProposeSplit } from './merge.dto.ts';
import { mergeIdOf, Merges } from './merges.service.ts';

/** Two records again: what was before the merge exactly, what came since where a person says. */
@Injectable()
export class SplitMerge {
  constructor(
    private readonly access: ClientAccess,
    private readonly approvals: Approvals,
    private readonly merges: Merges,
  ) {
    approvals.register('SPLIT', {
      mayDecide: (role) => mayEver(role, 'MERGE', 'FINALISE'),
      stepUp: true,
      check: (subject) => this.openRecord(mergeIdOf(subject)),
      carryOut: (subject) => this.carryOut(mergeIdOf(subject)),
    });
  }

  async propose(id: string, { reason, toMerged }: ProposeSplit): Promise<MergeView> {
    const { state, splitAsked, survivorId, mergedId } = await this.merges.row(id);
    await this.merges.get(id);
    if (state !== 'DONE' || splitAsked) throw new DomainError('WRONG_STATE');
    await this.refuseUnknown(id, toMerged);
    const subject = { mergeId: id, survivorId, mergedId };
    const approvalId = await this.approvals.ask('SPLIT', subject, { clientIds: [survivorId], reason });
    await query(
      `UPDATE care.merge SET split_reason = $2, split_choices = $3, split_approval_id = $4
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'DONE'`,
      [id, reason.trim(), JSON.stringify(toMerged), approvalId],
    );
    return this.merges.get(id);
  }

  /** Only what came since can be sent somewhere; all else goes back by itself. */
  private async refuseUnknown(id: string, toMerged: ProposeSplit['toMerged']): Promise<void> {
    const [known] = await query<{ missing: boolean }>(
      `SELECT EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) AS c ("table" text, "key" jsonb)
         WHERE NOT EXISTS (SELECT FROM care.merge_additions($1) a WHERE a.tab = c."table" AND a.row_key = c."key")) AS missing`,
      [id, JSON.stringify(toMerged)],
    );
    if (known?.missing) throw new DomainError('WRONG_STATE');
  }

  private async openRecord(id: string): Promise<void> {
    const { survivorId } = await this.merges.row(id);
    await this.access.open(survivorId, 'MERGE', 'FINALISE', { type: 'SPLIT', id: survivorId });
  }

  private async carryOut(id: string): Promise<void> {
    const row = await this.merges.row(id);
    await this.merges.hold(row);
    await query('SELECT care.split_clients($1)', [id]);
    await this.merges.rewriteBasis(row);
    await this.access.open(row.mergedId, 'MERGE', 'FINALISE', { type: 'SPLIT', id: row.mergedId });
  }
}
