import { mayEver, type Role } from '@samenoud/domain';

/** Who proposes a merge, or finalises one. */
export const mayMerge = (role: Role): boolean => mayEver(role, 'MERGE', 'CREATE') || mayEver(role, 'MERGE', 'FINALISE');
