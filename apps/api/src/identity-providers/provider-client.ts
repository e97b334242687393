import { provesSecondFactor } from '@samenoud/domain';
import * as oidc from 'openid-client';
import { AddressRefused, isAllowed, type ProviderFetch, providerFetch } from './provider-fetch.ts';

/** What is needed to speak with the identity provider of an organisation. */
export interface ProviderAccess {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The secrets of one way to a provider and back. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, by a token that was judged. Nothing else of the token is kept. */
export interface ProvenPerson {
  readonly subject: string;
  /** Only when the provider says that it verified it. */
  readonly verifiedEmail: string | null;
  /** When she gave a second factor at the provider, if the token says that she did. */
  readonly secondFactorAt: string | null;
}

export interface ReturnedCode {
  readonly code: string;
  readonly state: string;
  readonly iss?: string | undefined;
}

/** A sign-in at the provider may be as old as a session of ours; for a fresh second factor it must be of now. */
export const OLDEST_SIGN_IN_SECONDS = 12 * 60 * 60;
const OLDEST_STEP_UP_SECONDS = 10 * 60;

const LONGEST_SUBJECT = 255;

/** Speaks OpenID Connect: authorization code with PKCE, signature of the ID token checked. */
export class ProviderClient {
  readonly fetch: ProviderFetch;

  constructor(private readonly production: boolean) {
    this.fetch = providerFetch(production);
  }

  /** The provider by its own description. Throws when it cannot be reached, or is none. */
  async discover({ issuer, clientId, clientSecret }: ProviderAccess): Promise<oidc.Configuration> {
    const server = new URL(issuer);
    if (!isAllowed(server, this.production)) throw new AddressRefused('this address is not asked');
    const insecure = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const config = await oidc.discovery(server, clientId, undefined, secretAuth(clientSecret), {
      execute: [oidc.enableNonRepudiationChecks, ...insecure],
      [oidc.customFetch]: this.fetch,
      timeout: 10,
    });
    const { authorization_endpoint: page } = config.serverMetadata();
    if (!page || !URL.canParse(page) || !isAllowed(new URL(page), this.production))
      throw new AddressRefused('this address is not shown');
    return config;
  }

  /** Where the browser is sent. */
  async authorizationUrl(
    access: ProviderAccess,
    redirectUri: string,
    { state, nonce, verifier }: FlowSecrets,
    again: boolean,
  ): Promise<string> {
    const config = await this.discover(access);
    return oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: '0' } : { max_age: String(OLDEST_SIGN_IN_SECONDS) }),
    }).href;
  }

  /** Exchanges the code and judges the token. Throws when anything of it is not as it must be. */
  async exchange(
    access: ProviderAccess,
    redirectUri: string,
    { code, state, iss }: ReturnedCode,
    secrets: FlowSecrets,
    again: boolean,
  ): Promise<ProvenPerson> {
    const config = await this.discover(access);
    const returned = new URL(redirectUri);
    returned.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
    const tokens = await oidc.authorizationCodeGrant(config, returned, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      maxAge: again ? OLDEST_STEP_UP_SECONDS : OLDEST_SIGN_IN_SECONDS,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || claims.sub === '' || claims.sub.length > LONGEST_SUBJECT) throw new Error('a subject was expected');
    const { email, email_verified, amr, acr } = claims;
    const address =
      email === undefined ? await emailOf(config, tokens.access_token, claims.sub) : { email, email_verified };
    const gave = provesSecondFactor({ amr, acr }) && typeof claims.auth_time === 'number';
    return {
      subject: claims.sub,
      verifiedEmail: verifiedEmail(address),
      secondFactorAt: gave ? new Date((claims.auth_time ?? 0) * 1000).toISOString() : null,
    };
  }
}

/** As the provider wants it; without a word it is the header (OpenID Connect Discovery). */
function secretAuth(secret: string): oidc.ClientAuth {
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    way(secret)(server, client, body, headers);
  };
}

interface EmailClaims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

/** Many providers tell the address only here. */
async function emailOf(config: oidc.Configuration, accessToken: string, subject: string): Promise<EmailClaims> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(config, accessToken, subject);
}

function verifiedEmail({ email, email_verified: isVerified }: EmailClaims): string | null {
  return typeof email === 'string' && email.length <= 254 && isVerified === true ? email : null;
}
