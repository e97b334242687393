import type { ClientView } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { MedicalNoteRight } from './medical-note.dto.ts';

/** What a first note would be: of the practice, whoever of its physicians writes it. */
const first = ({ practiceOrgId }: ClientView) => ({ ownerOrgId: practiceOrgId, category: 5 }) as const;

/** What the person at hand may do with a note about this client, whether there is one or not. Source: trust.md 3. */
export function medicalNoteRight(client: ClientView): MedicalNoteRight | undefined {
  if (!client.mayRead('MEDICAL_ANNEX', first(client))) return undefined;
  return client.decide('MEDICAL_ANNEX', 'UPDATE', first(client)).allow ? 'WRITE' : 'READ';
}

/** Throws NO_BASIS, RESTRICTED or NOT_FOUND where a note could be that is not shared, so that „none” is never said of one that is hidden. */
export function refuseUnread(client: ClientView, ownerOrgId: string | null): void {
  for (const row of [first(client), ...(ownerOrgId === null ? [] : [{ ownerOrgId, category: 5 } as const])]) {
    const decision = client.decide('MEDICAL_ANNEX', 'READ', row);
    if (!decision.allow) throw new DomainError(decision.code);
  }
}
