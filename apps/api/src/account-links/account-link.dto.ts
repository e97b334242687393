import { STAFF_ROLES, USER_STATES } from '@samenoud/domain';
import { CodeField, DayField, IdField, InstantField, TextField } from '../platform/http/fields.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../platform/identity/password-rules.ts';

export class AccountLinkToken {
  @TextField({ max: 100, description: 'What stands behind the # of the link.' }) token: string;
}

export class AccountLinkPassword extends AccountLinkToken {
  @TextField({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }) password: string;
}

export class AccountLinkView {
  @CodeField(['INVITATION', 'PASSWORD', 'CONFIRM']) purpose: string;
  @TextField({ max: 200 }) practice: string;
  @TextField({ max: 200 }) displayName: string;
  @TextField({ max: 254, nullable: true, description: 'Of an invitation: the address to sign in with.' })
  email: string | null;
  @TextField({ max: 200 }) organisation: string;
  @CodeField(STAFF_ROLES) role: string;
  @DayField({ description: 'First day of access.' }) fromOn: string;
  @InstantField() expiresAt: string;
}

/** The same whether or not the address had an account: who had one signs in with her own password. */
export class PasswordChosen {
  @CodeField(['SIGN_IN']) next: string;
}

export class JoinedView {
  @IdField({ description: 'The membership.' }) userId: string;
  @CodeField(USER_STATES) state: string;
}

export class RoleConfirmed {
  @CodeField(['CONFIRMED']) state: string;
}
