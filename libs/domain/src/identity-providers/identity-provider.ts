import { isEmail } from '../contact-details/email.ts';

/** What a practice fills in of the identity provider of an organisation, in characters. */
export const PROVIDER_LIMITS = {
  issuer: 300,
  clientId: 200,
  clientSecret: 500,
  emailDomains: 20,
  emailDomain: 200,
} as const;

/** What a test of the connection can find, the best first. */
export const PROVIDER_FINDINGS = [
  'OK',
  'CLIENT_REFUSED',
  'KEYS_MISSING',
  'ISSUER_DIFFERS',
  'NOT_A_PROVIDER',
  'UNREACHABLE',
  'ADDRESS_REFUSED',
] as const;
export type ProviderFinding = (typeof PROVIDER_FINDINGS)[number];

/** `amr` values that mean more than something one knows. Source: RFC 8176, and `trust.md` 7. */
const SECOND_FACTOR_METHODS: ReadonlySet<unknown> = new Set(['mfa', 'otp', 'hwk', 'sc']);

/** `acr` values that mean the same. Source: REFEDS MFA profile; OpenID PAPE. */
const SECOND_FACTOR_CLASSES: ReadonlySet<unknown> = new Set([
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
]);

/**
 * Whether a token says that its person gave a second factor at the provider. Anything unknown, absent or of another type is no:
 * then the second factor of Samenoud follows.
 */
export function provesSecondFactor({ amr, acr }: { readonly amr?: unknown; readonly acr?: unknown }): boolean {
  return (
    (Array.isArray(amr) && amr.some((method) => SECOND_FACTOR_METHODS.has(method))) || SECOND_FACTOR_CLASSES.has(acr)
  );
}

/** The part of an e-mail address behind the @, in lower case; null for what is no address. */
export function domainOfEmail(typed: string): string | null {
  const email = typed.trim().toLowerCase();
  return isEmail(email) ? email.slice(email.lastIndexOf('@') + 1) : null;
}

/** A domain of e-mail addresses in lower case, without @: `zorggroep.nl`. */
export function isEmailDomain(text: string): boolean {
  return text.length <= PROVIDER_LIMITS.emailDomain && domainOfEmail(`naam@${text}`) === text;
}
