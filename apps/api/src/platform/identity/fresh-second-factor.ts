import { DomainError } from '../http/problem.ts';
import { requestContext } from '../request/request-context.ts';
import type { UserSession } from './session.ts';

const FRESH_MS = 5 * 60_000;

/**
 * For acts that a screen left alone must not be able to do: the second factor was given at most 5 minutes ago.
 * Source: `trust.md` 7, step-up. Throws STEP_UP_REQUIRED; `POST /session/step-up` makes it fresh again.
 */
export function requireFreshSecondFactor(
  user: Pick<UserSession, 'secondFactorAt'> = requestContext().user,
  nowMs: number = Date.now(),
): void {
  const givenMs = user.secondFactorAt === null ? Number.NaN : Date.parse(user.secondFactorAt);
  if (!(nowMs - givenMs <= FRESH_MS)) throw new DomainError('STEP_UP_REQUIRED');
}
