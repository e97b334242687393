import type { Role } from '@samenoud/domain';
import type { UserSession } from './session.ts';

/** Practice in which something happens that nobody who is signed in does. */
interface Place {
  readonly id: string;
  readonly name: string;
}

/** The installation itself at work: it makes practices, and does what falls due by itself. */
export function installationSession({ id, name }: Place): UserSession {
  return actingSession({ id, name }, { id, displayName: 'Samenoud', role: 'PRACTICE_MANAGER', organisationId: id });
}

interface Acting {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string;
}

/** Somebody without a session, known by a secret she holds: named in the log as who did it. */
export function actingSession(practice: Place, { id, displayName, role, organisationId }: Acting): UserSession {
  return {
    sessionId: id,
    accountId: id,
    practiceId: practice.id,
    practiceName: practice.name,
    userId: id,
    displayName,
    role,
    bigNumber: null,
    organisationId,
    organisationName: practice.name,
    organisationKind: 'PRACTICE',
    secondFactorAt: null,
    expiresAt: '9999-12-31T00:00:00Z',
  };
}
