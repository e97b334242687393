import { canBeReferrer, mayBridgeWait, referralDueOn, referralNeedsText, type StaffRole } from '@samenoud/domain';
import { invalidInput } from '../platform/http/problem.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { ChangeReferral, Referrer } from './referral.dto.ts';
import type { ReferralWords } from './referral-row.ts';

/** What is written, over what stands; empty text is none. Throws INVALID_INPUT at what its type lacks or does not have. */
export function rewritten(before: ReferralWords, body: ChangeReferral): ReferralWords {
  const type = body.type ?? before.type;
  const sameType = type === before.type;
  const typeText = written(body.typeText, sameType ? before.typeText : null);
  const bridgesWait = body.bridgesWait ?? (sameType && before.bridgesWait);
  if (typeText === null && referralNeedsText(type)) throw invalidInput({ pointer: '/typeText', code: 'REQUIRED' });
  if (typeText !== null && !referralNeedsText(type))
    throw invalidInput({ pointer: '/typeText', code: 'INVALID_VALUE' });
  if (bridgesWait && !mayBridgeWait(type)) throw invalidInput({ pointer: '/bridgesWait', code: 'INVALID_VALUE' });
  return {
    type,
    typeText,
    bridgesWait,
    receiver: body.receiver?.trim() ?? before.receiver,
    receiverContact: written(body.receiverContact, before.receiverContact),
    reason: body.reason?.trim() ?? before.reason,
    dueOn: body.dueOn ?? before.dueOn,
  };
}

function written(given: string | null | undefined, before: string | null): string | null {
  if (given === undefined) return before;
  const trimmed = given?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The day by which this practice expects feedback on a referral of today. */
export async function dueDayOfPractice(): Promise<string> {
  const { days } = await queryOne<{ days: number }>(
    `SELECT (care_intervals ->> 'referralFeedbackDays')::integer AS days FROM care.practice WHERE id = ctx.practice_id()`,
  );
  return referralDueOn(requestContext().today, days);
}

/** Who refers, with her role: works here today, in a role that refers. Throws INVALID_INPUT at `pointer`. */
export async function checkedReferrer(userId: string, pointer = '/referrerId'): Promise<Referrer> {
  const [member] = await query<{ role: StaffRole }>(
    'SELECT role FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()',
    [userId],
  );
  if (!member || !canBeReferrer(member.role)) throw invalidInput({ pointer, code: 'INVALID_VALUE' });
  return { userId, role: member.role };
}

/** Somebody of this practice, who may have left since she asked. Throws INVALID_INPUT. */
export async function checkedAsker(userId: string): Promise<string> {
  const found = await query('SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1', [userId]); // prettier-ignore
  if (found.length === 0) throw invalidInput({ pointer: '/permission/askedBy', code: 'INVALID_VALUE' });
  return userId;
}
