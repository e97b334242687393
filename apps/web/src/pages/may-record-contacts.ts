import { grantFor, type Role } from '@samenoud/domain';

/** Whether this role writes contacts down: the assistant gives signals only. */
export function mayRecordContacts(role: Role): boolean {
  const grant = grantFor(role, 'CONTACTS', 'CREATE');
  return grant !== undefined && grant.limit !== 'SIGNAL_ONLY';
}
