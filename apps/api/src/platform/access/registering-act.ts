import type { AccessAction } from '@samenoud/domain';
import { requestContext } from '../request/request-context.ts';

/**
 * What writing down a wish of the client is in the row „Destruction, restriction, client's statement” of the matrix: the GP
 * settles it with F, who works for her registers it with C.
 */
export function registeringAct(): Extract<AccessAction, 'CREATE' | 'FINALISE'> {
  return requestContext().user.role === 'GP' ? 'FINALISE' : 'CREATE';
}
