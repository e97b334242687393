import { grantFor, type Role } from '@samenoud/domain';

/** Lists of people, not only their numbers. */
export function seesClientList(role: Role): boolean {
  const grant = grantFor(role, 'CLIENT_LIST', 'READ');
  return grant !== undefined && grant.limit !== 'COUNTS_ONLY';
}
