import { type AccessAction, grantFor, mayEver, type Resource } from '@samenoud/domain';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { currentEmergencyQuery } from '../break-glass/emergency-queries.ts';
import { clientQuery } from '../clients/client-queries.ts';
import { useSession } from '../platform/session/session-queries.ts';

/**
 * What this person may do in one record, as far as the matrix tells; with emergency access only what is marked for it, and of a
 * colleague's client only what the practice leaves to its GPs. A part that would be refused anyway is not offered.
 */
export function useMay(clientId: string): (resource: Resource, action: AccessAction) => boolean {
  const { role } = useSession().user;
  const isColleagues = useIsColleaguesClient(clientId);
  const { data: emergency } = useSuspenseQuery(currentEmergencyQuery(mayEver(role, 'BREAK_GLASS', 'CREATE')));
  if (emergency?.clientId === clientId)
    return (resource, action) => grantFor(role, resource, action)?.breakGlass === true;
  return (resource, action) => {
    const grant = grantFor(role, resource, action);
    return grant !== undefined && !(isColleagues && grant.narrows);
  };
}

/** Whether the practice keeps this GP out of the content of this client: of her own role she always sees the profile. */
export function useIsColleaguesClient(clientId: string): boolean {
  const { role } = useSession().user;
  const isNarrowable = grantFor(role, 'RISK_PROFILE', 'READ')?.narrows === true;
  const { data: client } = useQuery({ ...clientQuery(clientId), enabled: isNarrowable });
  return (
    isNarrowable && (client?.hidden?.some(({ pointer, code }) => pointer === '/profile' && code === 'ROLE') ?? false)
  );
}
