import type { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { ShownRow } from './invitation-view.ts';

/** Opens the record for a step by hand. Who works for a part of the practice takes it for clients she is case manager of. */
export async function openForStep(access: ClientAccess, { id, clientId, ownerOrgId }: ShownRow): Promise<void> {
  const owned = { ownerOrgId, category: 1 } as const;
  const opened = await access.open(clientId, 'SCREENING', 'UPDATE', { type: 'INVITATION', id }, owned);
  const decision = opened.decide('SCREENING', 'UPDATE', owned);
  const ofTeam = decision.allow && decision.grant.relation === 'TEAM';
  if (ofTeam && !opened.related.isCaseManager) throw new DomainError('ROLE');
}
