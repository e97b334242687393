import { adviserMayBeNamed } from '@samenoud/domain';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { query } from '../platform/request/request-context.ts';
import type { ConsentFacts } from './access-basis.service.ts';

/**
 * Ends what is asked of, and the part of every ouderenadviseur with whose organisation name and phone may no longer be shared, her case management
 * included. Source: `domain.md` 9, consent first.
 */
export async function endAdvisersWithoutConsent(clientId: string, facts: ConsentFacts): Promise<string[]> {
  const { rules, team, organisations, now } = facts;
  const advisers = await query<{ userId: string; orgId: string }>(
    `SELECT DISTINCT t.user_id AS "userId", t.org_id AS "orgId" FROM care.team_member t
     JOIN care.membership m ON m.practice_id = t.practice_id AND m.id = t.user_id AND m.role = 'ELDERLY_ADVISER'
     WHERE t.practice_id = ctx.practice_id() AND t.client_id = $1 AND coalesce(upper(t.active) > now(), true)`,
    [clientId],
  );
  const ended = advisers.filter(({ orgId }) => !adviserMayBeNamed(rules, team, organisations, orgId, now));
  for (const { userId } of ended) await endPartOf(clientId, userId);
  const asked = await closeHandoversTo(clientId, facts);
  return [...ended.map(({ userId }) => userId), ...asked];
}

async function closeHandoversTo(
  clientId: string,
  { rules, team, organisations, now }: ConsentFacts,
): Promise<string[]> {
  const unnamed = organisations.filter(({ id }) => !adviserMayBeNamed(rules, team, organisations, id, now));
  const closed = await query<{ userId: string }>(
    `SELECT h AS "userId" FROM care.close_handovers_to($1, $2, ${LAID_BACK_NOW}) AS h`,
    [clientId, unnamed.map(({ id }) => id)],
  );
  return closed.map(({ userId }) => userId);
}

async function endPartOf(clientId: string, userId: string): Promise<void> {
  await query(
    `UPDATE care.team_member SET active = tstzrange(lower(active), greatest(${LAID_BACK_NOW}, lower(active) + interval '1 microsecond'))
     WHERE practice_id = ctx.practice_id() AND client_id = $1 AND user_id = $2 AND coalesce(upper(active) > now(), true)`,
    [clientId, userId],
  );
  await query('SELECT care.settle_case_manager($1)', [clientId]);
}
