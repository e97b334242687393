import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { DestroyClients } from './destroy-clients.service.ts';
import { DestroyParts } from './destroy-parts.service.ts';
import type { DecideDestruction, DestructionRequest } from './destruction.dto.ts';
import { Destructions } from './destructions.service.ts';

const STATE_AFTER = { DESTROY: 'GRANTED', PARTLY: 'PARTLY', REFUSE: 'REFUSED' } as const;

/** The GP's decision within three months: for good, for a part, or not; with the reason for whatever stays. */
@Injectable()
export class DecideDestructions {
  constructor(
    private readonly access: ClientAccess,
    private readonly destructions: Destructions,
    private readonly destroyer: DestroyClients,
    private readonly parts: DestroyParts,
  ) {}

  async decide(id: string, decision: DecideDestruction): Promise<DestructionRequest> {
    refuseIncomplete(decision);
    const { verdict, parts, reasonCode, note } = decision;
    const { clientId } = await this.destructions.get(id);
    await this.access.open(clientId, 'DESTRUCTION', 'FINALISE', { type: 'DESTRUCTION_REQUEST', id });
    requireFreshSecondFactor();
    const changed = await changeRows(
      `UPDATE care.destruction_request SET state = $2, reason_code = $3, decision_note = $4, parts = $5, decided_by = ctx.user_id(),
         decided_at = ctx.now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'RECEIVED'`,
      [
        id,
        STATE_AFTER[verdict],
        verdict === 'DESTROY' ? null : reasonCode,
        note?.trim() || null,
        verdict === 'PARTLY' ? parts : null,
      ],
    );
    if (changed !== 1) throw new DomainError('WRONG_STATE');
    if (verdict === 'DESTROY') await this.destroyer.order([clientId], 'REQUEST');
    if (verdict === 'PARTLY') await this.parts.order(clientId, parts ?? []);
    return this.destructions.get(id);
  }
}

/** Whatever stays, stays for a reason that can be told to the client. Source: BW 7:455(2), AVG 12(4). */
function refuseIncomplete({ verdict, parts, reasonCode, note }: DecideDestruction): void {
  if (verdict === 'DESTROY') return;
  if (verdict === 'PARTLY' && (parts ?? []).length === 0) throw invalidInput({ pointer: '/parts', code: 'REQUIRED' });
  if (reasonCode === undefined) throw invalidInput({ pointer: '/reasonCode', code: 'REQUIRED' });
  if (!note?.trim()) throw invalidInput({ pointer: '/note', code: 'REQUIRED' });
}
