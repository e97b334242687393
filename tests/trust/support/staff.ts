import { STAFF_ROLES, type StaffRole } from '@samenoud/domain';
import { newId } from '../../../apps/api/src/platform/http/uuid.ts';
import type { UserSession } from '../../../apps/api/src/platform/identity/session.ts';
import { Transactions } from '../../../apps/api/src/platform/request/transaction.ts';
import { type Agent, TEST_PRACTICES, type TestApp, testMember } from '../../support/test-app.ts';

export { type Agent, startTestApp, type TestApp, testMember } from '../../support/test-app.ts';

/** Practices with clients in every world. */
export const PRACTICES = ['noord', 'zuid'] as const;
export type PracticeName = (typeof PRACTICES)[number];

/** Everybody signed in once: each role of each practice. */
export type Staff = (practice: PracticeName, role: StaffRole) => Agent;

export async function signInEverybody(stack: TestApp): Promise<Staff> {
  const agents = new Map<string, Agent>();
  for (const practice of PRACTICES) {
    for (const role of STAFF_ROLES) agents.set(`${practice} ${role}`, await stack.as(role, practice));
  }
  return (practice, role) => {
    const agent = agents.get(`${practice} ${role}`);
    if (!agent) throw new Error(`nobody is ${role} in ${practice}`);
    return agent;
  };
}

/** Lets the product's own services work as a member of staff, for what has no route yet. */
export function actAs<T>(stack: TestApp, practice: string, role: StaffRole, work: () => Promise<T>): Promise<T> {
  const origin = { requestId: newId(), address: '127.0.0.1' };
  return stack.app.get(Transactions, { strict: false }).run(sessionOf(practice, role), origin, work);
}

export function sessionOf(practice: string, role: StaffRole): UserSession {
  const { userId, organisationId, practiceId } = testMember(practice, role);
  const network = TEST_PRACTICES.find(({ id }) => id === practiceId);
  const organisation = network?.organisations.find(({ id }) => id === organisationId);
  return {
    sessionId: userId,
    accountId: userId,
    practiceId,
    practiceName: network?.name ?? '',
    userId,
    displayName: `${role} ${practice}`,
    role,
    bigNumber: null,
    organisationId,
    organisationName: organisation?.name ?? '',
    organisationKind: organisation?.kind ?? '',
    secondFactorAt: new Date().toISOString(),
    expiresAt: '9999-12-31T00:00:00Z',
  };
}
