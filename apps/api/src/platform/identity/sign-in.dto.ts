import { STAFF_ROLES } from '@samenoud/domain';
import { BooleanField, CodeField, ListField, TextField, TextsField } from '../http/fields.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';
import { MembershipView, SessionView } from './session.dto.ts';
import { PartialType } from '@nestjs/swagger';

export class DemoSignIn {
  @CodeField(STAFF_ROLES, { example: 'PRACTICE_ASSISTANT' })
  role: string;

  @TextField({ max: 40, optional: true, description: 'Short name of a demo practice.', example: 'noord' })
  practice?: string;
}

export class PasswordSignIn {
  @TextField({ max: 254 })
  email: string;

  @TextField({ max: LONGEST_PASSWORD })
  password: string;
}

export class PasswordSignInAnswer {
  @CodeField(['SECOND_FACTOR_REQUIRED', 'ENROL_SECOND_FACTOR'])
  state: 'SECOND_FACTOR_REQUIRED' | 'ENROL_SECOND_FACTOR';

  @BooleanField({ optional: true, description: 'Has a passkey, which also signs in: `POST /session/passkey`.' })
  passkey?: boolean;

  @TextField({ max: 500, optional: true, description: 'To enrol: for the QR code.' })
  otpauthUri?: string;

  @TextField({ max: 64, optional: true, description: 'To enrol: the secret in base 32, to type over.' })
  secret?: string;
}

export class SecondFactorCode {
  @TextField({ max: 40, description: '6 digits of the authenticator app, or a recovery code.' })
  code: string;
}

export class StepUp {
  @TextField({ max: 40, optional: true, description: 'Left out only by a made-up person of the demo.' })
  code?: string;
}

/** The session, once a membership is chosen; a person with one membership has it chosen already. */
export class SecondFactorAnswer extends PartialType(SessionView) {
  @CodeField(['SIGNED_IN', 'MEMBERSHIP_REQUIRED'])
  state: 'SIGNED_IN' | 'MEMBERSHIP_REQUIRED';

  @ListField(() => MembershipView, { max: 200, optional: true, description: 'To choose from.' })
  memberships?: MembershipView[];

  @TextsField({ optional: true, description: 'After enrolling, and never again: the one-time recovery codes.' })
  recoveryCodes?: string[];
}

export class PasswordChange {
  @TextField({ max: LONGEST_PASSWORD })
  current: string;

  @TextField({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD })
  new: string;
}

export class RecoveryCodeList {
  @TextsField({ description: 'Shown this once; earlier ones no longer work.' })
  recoveryCodes: string[];
}
