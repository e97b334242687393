import type { AccessLogEntry } from '../platform/access-log/access-log-entry.ts';
import { requestContext } from '../platform/request/request-context.ts';

/** Clients per row of the access log. */
const BLOCK = 500;

/** Notes an act on a round and its many clients: one row per block of clients, and one at least. */
export function noteClients(
  type: string,
  action: AccessLogEntry['action'],
  roundId: string,
  clientIds: readonly string[],
): void {
  for (let first = 0; first === 0 || first < clientIds.length; first += BLOCK) {
    const ids = clientIds.slice(first, first + BLOCK);
    requestContext().log.push({
      type,
      action,
      objectType: 'SCREENING_ROUND',
      objectId: roundId,
      query: { roundId, count: ids.length, ids },
      category: 1,
    });
  }
}
