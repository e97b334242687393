import { ORGANISATION_KINDS, PROVIDER_FINDINGS, PROVIDER_LIMITS, type ProviderFinding } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  EmailDomainsField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';

class ProviderOrganisation {
  @IdField() id: string;
  @TextField({ max: 200 }) name: string;
  @CodeField(ORGANISATION_KINDS) kind: string;
}

/** Who uses the provider to sign in. */
export class ProviderLink {
  @IdField() id: string;
  @TextField({ max: 200 }) displayName: string;
  @InstantField() linkedAt: string;
}

/** The secret is in no answer. */
export class IdentityProviderView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @ObjectField(() => ProviderOrganisation) organisation: ProviderOrganisation;
  @TextField({ max: PROVIDER_LIMITS.issuer }) issuer: string;
  @TextField({ max: PROVIDER_LIMITS.clientId }) clientId: string;
  @EmailDomainsField() emailDomains: string[];
  @BooleanField({ description: 'A second factor that the token speaks of counts; else the one of Samenoud follows.' })
  secondFactor: boolean;
  @BooleanField() enabled: boolean;
  @BooleanField({ description: 'A second person was asked to switch it on: `GET /approvals`.' }) isWaiting: boolean;
  @TextField({
    max: 20,
    description: 'What people may type instead of their e-mail address.',
    example: '7KQ2-M4XA-90TB',
  })
  code: string;
  @ListField(() => ProviderLink, { max: 10_000 }) people: ProviderLink[];
}

export class IdentityProviderList {
  @ListField(() => IdentityProviderView, { max: 500 }) items: IdentityProviderView[];
}

export class NewIdentityProvider {
  @IdField() organisationId: string;
  @TextField({ max: PROVIDER_LIMITS.issuer, example: 'https://inloggen.zorggroep.nl' }) issuer: string;
  @TextField({ max: PROVIDER_LIMITS.clientId }) clientId: string;
  @TextField({ max: PROVIDER_LIMITS.clientSecret }) clientSecret: string;
  @EmailDomainsField({ optional: true, example: ['zorggroep.nl'] }) emailDomains?: string[];
  @BooleanField({ optional: true }) secondFactor?: boolean;
}

/** What is left out stays. Another issuer or client wants its own secret. Whatever lets people in switches it off again. */
export class IdentityProviderChange {
  @TextField({ max: PROVIDER_LIMITS.issuer, optional: true }) issuer?: string;
  @TextField({ max: PROVIDER_LIMITS.clientId, optional: true }) clientId?: string;
  @TextField({ max: PROVIDER_LIMITS.clientSecret, optional: true }) clientSecret?: string;
  @EmailDomainsField({ optional: true }) emailDomains?: string[];
  @BooleanField({ optional: true }) secondFactor?: boolean;
  @BooleanField({ optional: true, description: 'On asks a second person, and is carried out by approval.' })
  enabled?: boolean;
}

export class ProviderTest {
  @CodeField(PROVIDER_FINDINGS) finding: ProviderFinding;
}
