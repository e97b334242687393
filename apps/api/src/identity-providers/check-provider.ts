import type { ProviderFinding } from '@samenoud/domain';
import * as oidc from 'openid-client';
import type { ProviderAccess, ProviderClient } from './provider-client.ts';
import { AddressRefused } from './provider-fetch.ts';

/** Known to no provider: what it says of it shows whether it knows the client. */
const NO_CODE = 'samenoud-connection-test';

/** Asks a provider everything that can be asked without somebody signing in. Nothing of its answers is shown but the finding. */
export async function checkProvider(client: ProviderClient, access: ProviderAccess): Promise<ProviderFinding> {
  try {
    const config = await client.discover(access);
    if (!(await hasKeys(client, config))) return 'KEYS_MISSING';
    return (await knowsClient(config)) ? 'OK' : 'CLIENT_REFUSED';
  } catch (error) {
    return findingOf(error);
  }
}

async function hasKeys(client: ProviderClient, config: oidc.Configuration): Promise<boolean> {
  const { jwks_uri: address } = config.serverMetadata();
  if (address === undefined) return false;
  const answer = await client.fetch(address, {});
  const { keys }: { keys?: unknown } = answer.status === 200 ? JSON.parse(await answer.text()) : {};
  return Array.isArray(keys) && keys.length > 0;
}

async function knowsClient(config: oidc.Configuration): Promise<boolean> {
  try {
    await oidc.genericGrantRequest(config, 'authorization_code', {
      code: NO_CODE,
      code_verifier: oidc.randomPKCECodeVerifier(),
      redirect_uri: 'https://samenoud.invalid/',
    });
    return true;
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) return !/client/.test(error.error);
    if (error instanceof oidc.WWWAuthenticateChallengeError) return false;
    throw error;
  }
}

/** The chain of causes of what `openid-client` throws. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at !== undefined && causes.length < 5; at = at instanceof Error ? at.cause : undefined)
    causes.push(at);
  return causes;
}

function findingOf(error: unknown): ProviderFinding {
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof AddressRefused)) return 'ADDRESS_REFUSED';
  const codes = causes.map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''));
  if (codes.includes('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) return 'ISSUER_DIFFERS';
  if (error instanceof SyntaxError || codes.some((code) => code.startsWith('OAUTH_'))) return 'NOT_A_PROVIDER';
  return 'UNREACHABLE';
}
