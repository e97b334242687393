import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { EmergencyAccess } from './emergency-access.dto.ts';

/** Select list of one emergency access `e`. */
export const EMERGENCY_COLUMNS = `e.id, e.client_id AS "clientId", e.reason_code AS "reasonCode", e.reason,
  ctx.utc(e.begun_at) AS "begunAt", ctx.utc(e.ends_at) AS "endsAt", ctx.utc(e.ended_at) AS "endedAt"`;

/** An emergency access of the person at hand. Throws NOT_FOUND for what is not hers. */
export async function ownEmergency(id: string): Promise<EmergencyAccess> {
  const [row] = isUuid(id)
    ? await query<EmergencyAccess>(
        `SELECT ${EMERGENCY_COLUMNS} FROM care.emergency_access e
         WHERE e.practice_id = ctx.practice_id() AND e.user_id = ctx.user_id() AND e.id = $1`,
        [id],
      )
    : [];
  if (!row) throw new DomainError('NOT_FOUND');
  return row;
}
