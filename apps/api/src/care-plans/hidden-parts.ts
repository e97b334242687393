import type { ClientView } from '../platform/access/client-access.ts';
import { type HiddenPart, hiddenCode } from '../platform/http/hidden.dto.ts';
import { query } from '../platform/request/request-context.ts';

/** Says that parts written by another organisation are left out, when one of the network does not share its plans with this one. */
export async function hiddenParts(client: ClientView): Promise<{ hidden?: HiddenPart[] }> {
  const organisations = await query<{ id: string }>(
    'SELECT id FROM care.organisation WHERE practice_id = ctx.practice_id() ORDER BY id',
  );
  const refused = organisations
    .map(({ id: ownerOrgId }) => client.decide('CARE_PLAN', 'READ', { ownerOrgId, category: 4 }))
    .find(({ allow }) => !allow);
  return refused === undefined || refused.allow ? {} : { hidden: [{ pointer: '/problems', code: hiddenCode(refused.code) }] }; // prettier-ignore
}
