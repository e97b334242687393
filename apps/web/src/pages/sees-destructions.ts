import { mayEver, type Role } from '@samenoud/domain';

/** Who registers requests for destruction, decides about them, or watches over them. */
export const seesDestructions = (role: Role): boolean =>
  (['CREATE', 'FINALISE', 'READ'] as const).some((action) => mayEver(role, 'DESTRUCTION', action));
