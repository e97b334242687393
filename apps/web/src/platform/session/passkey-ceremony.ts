import type { components } from '@samenoud/api-client';

type Schemas = components['schemas'];

/** `CANCELLED`: nothing was used, for whatever reason a browser has. `KNOWN`: this device made one before. */
export type PasskeyFailureReason = 'CANCELLED' | 'KNOWN';

/** The browser's own dialog gave no passkey. */
export class PasskeyFailure extends Error {
  readonly reason: PasskeyFailureReason;

  constructor(reason: PasskeyFailureReason) {
    super(reason);
    this.name = 'PasskeyFailure';
    this.reason = reason;
  }
}

const IS_ADDRESS = /^[\d.]+$|^\[/;

/** Whether this browser makes and uses passkeys here: never on a numeric address. */
export const passkeysWork = (): boolean =>
  'PublicKeyCredential' in globalThis && !IS_ADDRESS.test(globalThis.location.hostname);

/** Has the browser make a passkey: finger, face or PIN. Throws `PasskeyFailure`. */
export async function makePasskey(options: Schemas['PasskeyCreationOptions']): Promise<Schemas['MadePasskey']> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, response } = await orFailure(startRegistration({ optionsJSON: options }));
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, response: { clientDataJSON, attestationObject, ...(transports && { transports }) } };
}

/** Has the browser sign with a passkey. Throws `PasskeyFailure`. */
export async function signWithPasskey(options: Schemas['PasskeyRequestOptions']): Promise<Schemas['SignedPasskey']> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await orFailure(startAuthentication({ optionsJSON: options }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, response: { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) } };
}

async function orFailure<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony;
  } catch (error) {
    throw new PasskeyFailure(error instanceof Error && error.name === 'InvalidStateError' ? 'KNOWN' : 'CANCELLED');
  }
}
