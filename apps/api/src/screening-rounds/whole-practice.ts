import { type AccessAction, grantFor } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';

/** Whether every client of the practice is a relation to the person at hand, for this act on rounds. */
export function coversPractice(action: AccessAction): boolean {
  return grantFor(requestContext().user.role, 'SCREENING', action)?.relation === 'PRACTICE';
}

/** What is done to a round as a whole is done by who has the whole practice: GP, POH and assistant. Throws ROLE. */
export function refusePartOfPractice(action: AccessAction): void {
  if (!coversPractice(action)) throw new DomainError('ROLE');
}
