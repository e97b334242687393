import { type AccessAction, grantFor, mayEver, type Resource } from '@samenoud/domain';
import { useSuspenseQuery } from '@tanstack/react-query';
import { currentEmergencyQuery } from '../break-glass/emergency-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';

/**
 * What this person may do in one record, as far as the matrix tells; with emergency access only what is marked for it. A part
 * that would be refused anyway is not offered.
 */
export function useMay(clientId: string): (resource: Resource, action: AccessAction) => boolean {
  const { role } = useSession().user;
  const { data: emergency } = useSuspenseQuery(currentEmergencyQuery(mayEver(role, 'BREAK_GLASS', 'CREATE')));
  if (emergency?.clientId !== clientId) return (resource, action) => mayEver(role, resource, action);
  return (resource, action) => grantFor(role, resource, action)?.breakGlass === true;
}
