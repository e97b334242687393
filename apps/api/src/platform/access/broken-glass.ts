import {
  type BreakGlassReason,
  type ConsentCategory,
  decidingRule,
  mayEver,
  type RegisteredRule,
} from '@samenoud/domain';
import type { ClientBase } from 'pg';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import type { UserSession } from '../identity/session.ts';
import { type BrokenGlass, query, requestContext } from '../request/request-context.ts';

/** What it opens of its client: everything marked for it, but what the client refused gives way to a vital interest only. */
export interface GlassOfClient {
  readonly reasonCode: BreakGlassReason;
  readonly deniedByRule: (category: ConsentCategory, fromOrgId: string) => boolean;
}

/**
 * By the database's own clock and for this session alone, asked anew in every transaction: after its end it opens nothing, in
 * no screen that is still open. The policies read the setting that it makes.
 */
const FIND = `SELECT e.*, set_config('app.break_glass_client', e."clientId"::text, true)
  FROM (SELECT id, client_id AS "clientId", reason_code AS "reasonCode" FROM care.emergency_access
    WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND session_id = $1 AND ended_at IS NULL
      AND ends_at > now() ORDER BY begun_at DESC LIMIT 1) e`;

const RULES = `SELECT id, kind, from_org_id AS "fromOrgId", to_org_id AS "toOrgId", to_jsonb(categories) AS categories,
    ctx.utc(valid_from) AS "validFrom", ctx.utc(valid_until) AS "validUntil", ctx.utc(withdrawn_at) AS "withdrawnAt",
    ctx.utc(recorded_at) AS "recordedAt", ctx.utc(now()) AS now
  FROM care.consent WHERE practice_id = ctx.practice_id() AND client_id = $1`;

/** Looks for it in the transaction at hand, and lets the policies know. */
export async function findBrokenGlass(connection: ClientBase, user: UserSession): Promise<BrokenGlass | undefined> {
  if (!mayEver(user.role, 'BREAK_GLASS', 'CREATE')) return undefined;
  const { rows } = await connection.query<BrokenGlass>(FIND, [user.sessionId]);
  return rows[0];
}

/** The emergency access as the decision about one client wants it; undefined for every other client. */
export async function glassOf(clientId: string): Promise<GlassOfClient | undefined> {
  const { brokenGlass } = requestContext();
  if (brokenGlass?.clientId !== clientId) return undefined;
  return { reasonCode: brokenGlass.reasonCode, deniedByRule: await refusalsOf(clientId) };
}

/** Where the client said no to the organisation of the person at hand. */
export async function refusalsOf(clientId: string): Promise<GlassOfClient['deniedByRule']> {
  const rules = await query<RegisteredRule & { now: string }>(RULES, [clientId]);
  const { organisationId } = requestContext().user;
  return (category, fromOrgId) => {
    const rule = decidingRule(rules, fromOrgId, organisationId, category, rules[0]?.now ?? '');
    return rule !== undefined && rule.kind !== 'GRANT';
  };
}

/** Every row about that client says by which emergency access; other clients, whom she may see anyway, do not. */
export function flagged(entry: AccessLogEntry, glass: BrokenGlass | undefined): AccessLogEntry {
  if (glass === undefined || (entry.clientId ?? entry.refusedId) !== glass.clientId) return entry;
  return { breakGlassId: glass.id, ...entry };
}
