import { Injectable } from '@nestjs/common';
import {
  type BreakGlassReason,
  CATEGORIES,
  type ConsentCategory,
  EMERGENCIES_A_DAY,
  EMERGENCY_REASON_LIMITS,
} from '@samenoud/domain';
import { Notices } from '../notices/notices.service.ts';
import { refusalsOf } from '../platform/access/broken-glass.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { BeginEmergencyAccess, CurrentEmergencyAccess, EmergencyAccess } from './emergency-access.dto.ts';
import { EMERGENCY_COLUMNS, ownEmergency } from './emergency-row.ts';

interface Standing {
  readonly restricted: boolean;
  readonly gpId: string | null;
  readonly used: number;
  readonly nextDayIn: number;
}

const STANDING = `SELECT restricted, gp_id AS "gpId", used, next_day_in AS "nextDayIn"
  FROM care.emergency_standing($1, ${LAID_BACK_NOW})`;

/** The client's own GP, or where there is none every GP; and all log officers. */
const TOLD = `SELECT id FROM care.membership WHERE practice_id = ctx.practice_id() AND valid @> now()
  AND (role = 'LOG_OFFICER' OR role = 'GP' AND ($1::uuid IS NULL OR id = $1))`;

const END_RUNNING = `UPDATE care.emergency_access SET ended_at = now()
  WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND ended_at IS NULL AND ends_at > now()`;

/** Opens one record to somebody without a care relation, for four hours and in the open. Source: `trust.md` 3, Break-glass. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly access: ClientAccess,
    private readonly notices: Notices,
    private readonly events: LiveEvents,
  ) {}

  /**
   * Refused with NOT_FOUND, RESTRICTED, STEP_UP_REQUIRED, EMERGENCY_NOT_NEEDED and TOO_MANY_EMERGENCIES, in that order.
   * One record at a time: an access that still runs ends with it. Whoever reviews it is told in the same transaction.
   */
  async begin(clientId: string, { reasonCode, reason }: BeginEmergencyAccess): Promise<EmergencyAccess> {
    const { min } = EMERGENCY_REASON_LIMITS;
    if ([...reason.trim()].length < min) throw invalidInput({ pointer: '/reason', code: 'TOO_SHORT', values: { min } });
    const view = await this.access.look(clientId);
    const decision = view.decide('BREAK_GLASS', 'CREATE');
    if (!decision.allow) throw new DomainError(decision.code);
    const [standing] = await query<Standing>(STANDING, [clientId]);
    if (!standing) throw new DomainError('NOT_FOUND');
    if (standing.restricted && requestContext().user.role !== 'GP') throw new DomainError('RESTRICTED');
    requireFreshSecondFactor();
    if (!(await isNeeded(view, reasonCode))) throw new DomainError('EMERGENCY_NOT_NEEDED');
    if (standing.used >= EMERGENCIES_A_DAY)
      throw new DomainError('TOO_MANY_EMERGENCIES', { extra: { retryAfter: standing.nextDayIn } });
    const id = newId();
    await query(END_RUNNING);
    await query(
      `INSERT INTO care.emergency_access
         (practice_id, id, client_id, user_id, org_id, session_id, reason_code, reason, begun_at, ends_at)
       VALUES (ctx.practice_id(), $1, $2, ctx.user_id(), ctx.org_id(), $3, $4, $5, ${LAID_BACK_NOW},
         ${LAID_BACK_NOW} + interval '4 hours')`,
      [id, clientId, requestContext().user.sessionId, reasonCode, reason.trim()],
    );
    requestContext().log.push({
      type: 'BEGIN_EMERGENCY_ACCESS',
      action: 'C',
      objectType: 'EMERGENCY_ACCESS',
      objectId: id,
      clientId,
      breakGlassId: id,
      rule: decision.rule,
      relation: 'BREAK_GLASS',
      basis: 'BREAK_GLASS',
      query: { reasonCode },
    });
    await this.notices.tell(await toBeTold(standing.gpId), { kind: 'EMERGENCY_ACCESS', clientId, objectId: id });
    return ownEmergency(id);
  }

  /** What this session has running now. */
  async current(): Promise<CurrentEmergencyAccess> {
    const { brokenGlass } = requestContext();
    return { current: brokenGlass ? await ownEmergency(brokenGlass.id) : null };
  }

  /** Ends it before its time; what is over stays as it is. */
  async end(id: string): Promise<EmergencyAccess> {
    const before = await ownEmergency(id);
    const [ended] = await query<EmergencyAccess>(`${END_RUNNING} AND id = $1 RETURNING id`, [id]);
    if (!ended) return before;
    requestContext().log.push({
      type: 'END_EMERGENCY_ACCESS',
      action: 'U',
      objectType: 'EMERGENCY_ACCESS',
      objectId: id,
      clientId: before.clientId,
      breakGlassId: id,
    });
    await this.events.accessChanged([{ clientId: before.clientId, lost: [requestContext().user.userId] }]);
    return queryOne<EmergencyAccess>(
      `SELECT ${EMERGENCY_COLUMNS} FROM care.emergency_access e WHERE e.practice_id = ctx.practice_id() AND e.id = $1`,
      [id],
    );
  }
}

/**
 * Not where the record is open already. In a team, only against what the client refused, which gives way to a vital interest
 * and to nothing else.
 */
async function isNeeded(view: ClientView, reasonCode: string): Promise<boolean> {
  if (!isOpenTo(view)) return true;
  if ((reasonCode as BreakGlassReason) !== 'VITAL_INTEREST') return false;
  const denied = await refusalsOf(view.clientId);
  return CATEGORIES.some((category: ConsentCategory) => denied(category, view.practiceOrgId));
}

/** Whether there is a care relation: asked of health answers, the widest that emergency access opens. */
function isOpenTo(view: ClientView): boolean {
  const decision = view.decide('HEALTH_ANSWERS', 'READ', { ownerOrgId: view.practiceOrgId, category: 3 });
  return decision.allow ? decision.relationRule !== 'BREAK_GLASS' : decision.code !== 'NOT_FOUND';
}

async function toBeTold(gpId: string | null): Promise<string[]> {
  const rows = await query<{ id: string }>(TOLD, [gpId]);
  return rows.map(({ id }) => id);
}
