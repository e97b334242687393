import { STANDING_MEMBER_ROLES } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';

/** Throws RECEIVER_NOT_ALLOWED where one of these does not work here now, or never reads a meeting. */
export async function refuseStrangers(userIds: readonly string[]): Promise<void> {
  const ids = [...new Set(userIds)];
  const known = await query<object>(
    `SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) AND role = ANY ($2) AND valid @> now()`,
    [ids, STANDING_MEMBER_ROLES],
  );
  if (known.length < ids.length) throw new DomainError('RECEIVER_NOT_ALLOWED');
}
