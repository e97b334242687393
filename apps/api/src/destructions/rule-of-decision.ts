import { grantFor, mayEver } from '@samenoud/domain';
import { requestContext } from '../platform/request/request-context.ts';

/** The job runs as who decided: the GP who finalises, or the log officer who agreed to what she watches over. */
export function ruleOfDecision(): { rule: string; relation?: string } {
  const { role } = requestContext().user;
  const action = mayEver(role, 'DESTRUCTION', 'FINALISE') ? 'FINALISE' : 'READ';
  const relation = grantFor(role, 'DESTRUCTION', action)?.relation;
  return { rule: `DESTRUCTION.${action}.${role}`, ...(relation && { relation }) };
}
