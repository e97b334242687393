import { mayEver, type Role } from '@samenoud/domain';

/** Who sets the practice, or leads its meetings. */
export const mayKeepSeries = (role: Role): boolean =>
  mayEver(role, 'PRACTICE_SETTINGS', 'UPDATE') || mayEver(role, 'MEETING', 'FINALISE');
