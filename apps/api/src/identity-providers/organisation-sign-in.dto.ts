import { PartialType } from '@nestjs/swagger';
import { BooleanField, CodeField, ListField, TextField } from '../platform/http/fields.ts';
import { MembershipView, SessionView } from '../platform/identity/session.dto.ts';

const STATES = ['SIGNED_IN', 'MEMBERSHIP_REQUIRED', 'SECOND_FACTOR_REQUIRED', 'ENROL_SECOND_FACTOR'] as const;

export class OrganisationSignIn {
  @TextField({ max: 254, description: 'E-mail address or code of the organisation.', example: '7KQ2-M4XA-90TB' })
  name: string;

  @BooleanField({ optional: true, description: 'A screen waits in another tab and goes on there.' })
  elsewhere?: boolean;
}

export class ProviderAddress {
  @TextField({ max: 4000, description: 'Where to send the browser: the same page of ours for whatever is not known.' })
  href: string;
}

export class ReturnFromProvider {
  @TextField({ max: 4000 }) code: string;
  @TextField({ max: 200 }) state: string;
  @TextField({ max: 500, optional: true, description: 'RFC 9207.' }) iss?: string;
}

/** What a session still lacks, or the session. */
export class OrganisationSignInAnswer extends PartialType(SessionView) {
  @CodeField(STATES) state: (typeof STATES)[number];

  @BooleanField({ description: 'A screen waits in another tab: this one may be closed.' })
  elsewhere: boolean;

  @BooleanField({ optional: true, description: 'Has a passkey, which also signs in: `POST /session/passkey`.' })
  passkey?: boolean;

  @TextField({ max: 500, optional: true, description: 'To enrol: for the QR code.' })
  otpauthUri?: string;

  @TextField({ max: 64, optional: true, description: 'To enrol: the secret in base 32, to type over.' })
  secret?: string;

  @ListField(() => MembershipView, { max: 200, optional: true, description: 'To choose from.' })
  memberships?: MembershipView[];
}
