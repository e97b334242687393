import {
  ALGORITHMS,
  type MadePasskey,
  type PasskeyDescriptor,
  type SignedPasskey,
  type Transport,
  TRANSPORTS,
} from './passkey.dto.ts';
import type { RelyingParty } from './relying-party.ts';

/** How a browser finds a passkey. */
export interface PlacedPasskey {
  readonly credentialId: string;
  readonly transports: Transport[];
}

/** A passkey as the account keeps it. */
export interface StoredPasskey {
  readonly accountId: string;
  readonly credentialId: string;
  /** COSE, base 64. */
  readonly publicKey: string;
  readonly counter: number;
}

interface FreshPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly Transport[];
}

/** The id by which an authenticator knows the person: the account, so that an assertion names its owner too. */
export const handleOf = (accountId: string): string => Buffer.from(accountId).toString('base64url');

export const descriptorOf = ({ credentialId, transports }: PlacedPasskey): PasskeyDescriptor => ({
  id: credentialId,
  type: 'public-key',
  transports,
});

/** A new passkey, when it was made for this site and challenge by a person whom the authenticator verified. */
export async function judgeMade(
  { id, response }: MadePasskey,
  challenge: string,
  site: RelyingParty,
): Promise<FreshPasskey | undefined> {
  const transports = TRANSPORTS.filter((transport) => response.transports?.includes(transport));
  const made = await judged(({ verifyRegistrationResponse }) =>
    verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!made?.verified) return undefined;
  const { credential } = made.registrationInfo;
  const publicKey = Buffer.from(credential.publicKey);
  return { credentialId: credential.id, publicKey, counter: credential.counter, transports };
}

/**
 * The counter after this use, when the passkey signed this challenge for this site and the authenticator verified the
 * person. A counter that does not grow is refused: two devices then hold the same key. One that stays 0 keeps none.
 */
export async function judgeSigned(
  { id, response }: SignedPasskey,
  passkey: StoredPasskey,
  challenge: string,
  site: RelyingParty,
): Promise<number | undefined> {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  if (userHandle !== undefined && userHandle !== handleOf(passkey.accountId)) return undefined;
  const signed = await judged(({ verifyAuthenticationResponse }) =>
    verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64')),
        counter: passkey.counter,
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
    }),
  );
  return signed?.verified ? signed.authenticationInfo.newCounter : undefined;
}

type Library = typeof import('@simplewebauthn/server');

/** The library throws at every fault of the answer; which one it was helps nobody but an attacker. Loaded when first asked. */
async function judged<T>(judge: (library: Library) => Promise<T>): Promise<T | undefined> {
  const library = await import('@simplewebauthn/server');
  try {
    return await judge(library);
  } catch {
    return undefined;
  }
}
