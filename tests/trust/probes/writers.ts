import { byRole, colleaguesOf, type Life } from './life.ts';
import type { Employee } from './people.ts';
import { type Dossier, factsOf } from './record-keeper.ts';
import type { PaperRole } from './rights-oracle.ts';

/** Who of these roles may write something down of this client: her team, and the practice. */
export const writersOf = (life: Life, dossier: Dossier, ...roles: readonly PaperRole[]): Employee[] => {
  const placed = factsOf(life.staffing, [dossier]).places.get(dossier.client.clientId);
  return byRole(colleaguesOf(life, dossier), ...roles).filter(
    ({ id, role }) => placed?.has(id) || ['GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'].includes(role),
  );
};
