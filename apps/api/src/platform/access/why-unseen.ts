import type { RefusalCode, Resource } from '@samenoud/domain';
import { isUuid } from '../http/uuid.ts';
import { query } from '../request/request-context.ts';
import type { Owned } from './access-question.ts';
import { viewOf } from './client-access.ts';

/** Rows of a client that are asked for by their own id; the database says of each kind whose such a row is. */
type RowKind = 'CONTACT' | 'CONTACT_PERSON' | 'HANDOVER' | 'REFERRAL' | 'RESPONSE' | 'SIGNAL';

/**
 * Why a row is not there for the person at hand: she has nothing to do with its client, it is not shared with her, or its record
 * is shielded. An id of anything else, or of what was removed, is not there, also where that is of a client she knows.
 * Source: `trust.md` 3, order of refusals; `api.md`, conventions.
 */
export async function whyUnseen(kind: RowKind, id: string, resource: Resource): Promise<RefusalCode> {
  if (!isUuid(id)) return 'NOT_FOUND';
  const [row] = await query<Owned & { clientId: string }>(
    'SELECT client_id AS "clientId", owner_org_id AS "ownerOrgId", category FROM care.standing($1, $2)',
    [kind, id],
  );
  const decision = row && (await viewOf(row.clientId))?.decide(resource, 'READ', row);
  return decision === undefined || decision.allow ? 'NOT_FOUND' : decision.code;
}
