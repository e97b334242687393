import { grantFor } from '@samenoud/domain';
import { queryOne, requestContext } from '../platform/request/request-context.ts';
import type { EmergencyAct, EmergencyReview } from './emergency-access.dto.ts';

interface LoggedAct {
  readonly event_id: string;
  readonly occurred_at: string;
  readonly event_type: string;
  readonly action: string;
  readonly outcome: string;
  readonly object_type: string;
  readonly sensitivity: number | null;
  readonly break_glass_id: string | null;
}

const SHOWN = 200;

/** The function of the log that reads it logs the reading in the same statement. */
const READ = `SELECT audit.read_log(jsonb_build_object('clients', jsonb_build_array($1::uuid), 'user_id', $2::uuid,
  'from_at', $3::timestamptz, 'until_at', $4::timestamptz + interval '1 minute', 'emergency', true), NULL, $5, $6) AS log`;

/** What was opened under one emergency access, newest first: which data, never what they said. */
export async function actsUnder({ id, clientId, person, begunAt, endsAt }: EmergencyReview): Promise<EmergencyAct[]> {
  const { role } = requestContext().user;
  const why = {
    view: 'EMERGENCY',
    type: 'READ_ACCESS_LOG',
    action: 'R',
    rule: `BREAK_GLASS.READ.${role}`,
    relation: grantFor(role, 'BREAK_GLASS', 'READ')?.relation ?? 'TENANT',
  };
  const { log } = await queryOne<{ log: { events: readonly LoggedAct[] } }>(READ, [
    clientId,
    person.userId,
    begunAt,
    endsAt,
    SHOWN,
    JSON.stringify(why),
  ]);
  return log.events.filter(({ break_glass_id }) => break_glass_id === id).map(actOf);
}

const actOf = (row: LoggedAct): EmergencyAct => ({
  id: row.event_id,
  at: row.occurred_at,
  type: row.event_type,
  action: row.action,
  outcome: row.outcome,
  objectType: row.object_type,
  category: row.sensitivity,
});
