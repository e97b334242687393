import { mayEver, type Role } from '@samenoud/domain';

/** Who registers requests for destruction, decides about them, or watches over them. */
export const seesDestructions = (role: Role): boolean =>
  (['CREATE', 'FINALISE', 'READ'] as const).some((action) => mayEver(role, 'DESTRUCTION', action));

/** Who picks what expired, or watches over it. */
export const seesRetention = (role: Role): boolean =>
  mayEver(role, 'DESTRUCTION', 'FINALISE') || mayEver(role, 'DESTRUCTION', 'READ');
