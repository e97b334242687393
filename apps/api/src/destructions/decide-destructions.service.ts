import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { DestroyClients } from './destroy-clients.service.ts';
import type { DecideDestruction, DestructionRequest } from './destruction.dto.ts';
import { Destructions } from './destructions.service.ts';

/** The GP's decision within three months: for good, or not, with the reason. */
@Injectable()
export class DecideDestructions {
  constructor(
    private readonly access: ClientAccess,
    private readonly destructions: Destructions,
    private readonly destroyer: DestroyClients,
  ) {}

  async decide(id: string, { verdict, reasonCode, note }: DecideDestruction): Promise<DestructionRequest> {
    const isRefusal = verdict === 'REFUSE';
    if (isRefusal && reasonCode === undefined) throw invalidInput({ pointer: '/reasonCode', code: 'REQUIRED' });
    if (isRefusal && !note?.trim()) throw invalidInput({ pointer: '/note', code: 'REQUIRED' });
    const { clientId } = await this.destructions.get(id);
    await this.access.open(clientId, 'DESTRUCTION', 'FINALISE', { type: 'DESTRUCTION_REQUEST', id });
    requireFreshSecondFactor();
    const changed = await changeRows(
      `UPDATE care.destruction_request SET state = $2, reason_code = $3, decision_note = $4, decided_by = ctx.user_id(),
         decided_at = ctx.now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'RECEIVED'`,
      [id, isRefusal ? 'REFUSED' : 'GRANTED', isRefusal ? reasonCode : null, note?.trim() || null],
    );
    if (changed !== 1) throw new DomainError('WRONG_STATE');
    if (!isRefusal) await this.destroyer.order([clientId], 'REQUEST');
    return this.destructions.get(id);
  }
}
