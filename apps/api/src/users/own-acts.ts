import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { UserRow } from './user-row.ts';

/** Nobody decides on their own access, in whichever role. Source: trust.md 3, note 3. */
export async function refuseOneself({ accountId, email }: Pick<UserRow, 'accountId' | 'email'>): Promise<void> {
  if (accountId === requestContext().user.accountId || (email !== null && (await isOwnEmail(email))))
    throw new DomainError('NOT_ONESELF');
}

export const isOwnEmail = (email: string): Promise<boolean> =>
  callAuth<boolean>(requestContext().manager, 'own_email_is', email);

/** Whether somebody else of the practice can confirm a role for this address. */
export const hasSecondPerson = (email: string): Promise<boolean> =>
  callAuth<boolean>(requestContext().manager, 'has_second_person', email);
