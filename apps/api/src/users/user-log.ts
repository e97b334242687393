import type { LogAction } from '../platform/access-log/access-log-entry.ts';
import { requestContext } from '../platform/request/request-context.ts';

/** What was done to somebody's access: codes, days and field names, never names or addresses. */
export function logUser(
  type: string,
  action: LogAction,
  objectId: string,
  what: Readonly<Record<string, unknown>> = {},
): void {
  requestContext().log.push({ type, action, objectType: 'USERS', objectId, purpose: 'ADMINISTRATION', query: what });
}
