import type { StaffRole } from '@samenoud/domain';
import type { UserSession } from '../platform/identity/session.ts';
import { Transactions } from '../platform/request/transaction.ts';
import type { TestApp } from './test-app.ts';
import { TEST_PRACTICES, testMember } from './test-network.ts';

/** Runs a service of the product as a member of the test network, in a transaction as a request has one. */
export function actAs<T>(
  stack: TestApp,
  role: StaffRole,
  work: () => Promise<T>,
  practice = 'noord',
  now?: string,
): Promise<T> {
  return stack.app
    .get(Transactions, { strict: false })
    .run(
      memberSession(role, practice),
      { requestId: 'test', address: '127.0.0.1', ...(now === undefined ? {} : { now }) },
      work,
    );
}

function memberSession(role: StaffRole, practice: string): UserSession {
  const { userId, organisationId, practiceId } = testMember(practice, role);
  const network = TEST_PRACTICES.find(({ id }) => id === practiceId);
  const organisation = network?.organisations.find(({ id }) => id === organisationId);
  return {
    sessionId: userId,
    accountId: userId,
    practiceId,
    practiceName: network?.name ?? practice,
    userId,
    displayName: role,
    role,
    bigNumber: null,
    organisationId,
    organisationName: organisation?.name ?? role,
    organisationKind: organisation?.kind ?? 'PRACTICE',
    secondFactorAt: new Date().toISOString(),
    expiresAt: new Date().toISOString(),
  };
}
