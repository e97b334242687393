import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';
import type { ActionOwner, GivenOwner } from './action.dto.ts';

/**
 * Who does it, checked: a colleague for USER, a name for OTHER.
 * @throws DomainError INVALID_INPUT at the field, OWNER_NOT_ACTIVE for a colleague who does not work here today.
 */
export async function checkedOwner({ kind, userId = null, name }: GivenOwner): Promise<ActionOwner> {
  const trimmed = name?.trim() ?? '';
  const given = trimmed === '' ? null : trimmed;
  if (kind === 'USER' && userId === null) throw invalidInput({ pointer: '/owner/userId', code: 'REQUIRED' });
  if (kind !== 'USER' && userId !== null) throw invalidInput({ pointer: '/owner/userId', code: 'INVALID_VALUE' });
  if (kind === 'OTHER' && given === null) throw invalidInput({ pointer: '/owner/name', code: 'REQUIRED' });
  if ((kind === 'USER' || kind === 'CLIENT') && given !== null)
    throw invalidInput({ pointer: '/owner/name', code: 'INVALID_VALUE' });
  if (userId !== null && !(await worksHere(userId))) throw new DomainError('OWNER_NOT_ACTIVE');
  return { kind, userId, name: given };
}

async function worksHere(userId: string): Promise<boolean> {
  const found = await query<object>(
    'SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()',
    [userId],
  );
  return found.length > 0;
}
