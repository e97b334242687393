import {
  CodeField,
  CodesField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextsField,
} from '../http/fields.ts';

/** Algorithms of COSE: EdDSA, ES256 and RS256. */
export const ALGORITHMS = [-8, -7, -257];
export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The longest id of a credential, 1,023 bytes, in base 64. */
const LONGEST_ID = 1364;

class PasskeySite {
  @TextField({ max: 253 })
  id: string;

  @TextField({ max: 100 })
  name: string;
}

class PasskeyPerson {
  @TextField({ max: 100, description: 'The account, base64url.' })
  id: string;

  @TextField({ max: 254 })
  name: string;

  @TextField({ max: 200 })
  displayName: string;
}

class PasskeyAlgorithm {
  @CodeField(['public-key'])
  type: 'public-key';

  @IntegerField({ min: -65_536, max: -1 })
  alg: number;
}

export class PasskeyDescriptor {
  @TextField({ max: LONGEST_ID })
  id: string;

  @CodeField(['public-key'])
  type: 'public-key';

  @CodesField(TRANSPORTS)
  transports: Transport[];
}

class PasskeySelection {
  @CodeField(['required'])
  residentKey: 'required';

  @CodeField(['required'])
  userVerification: 'required';
}

/** WebAuthn `PublicKeyCredentialCreationOptionsJSON`. */
export class PasskeyCreationOptions {
  @ObjectField(() => PasskeySite)
  rp: PasskeySite;

  @ObjectField(() => PasskeyPerson)
  user: PasskeyPerson;

  @TextField({ max: 100 })
  challenge: string;

  @ListField(() => PasskeyAlgorithm, { max: 10 })
  pubKeyCredParams: PasskeyAlgorithm[];

  @IntegerField({ min: 0, max: 600_000 })
  timeout: number;

  @ListField(() => PasskeyDescriptor, { max: 200, description: 'What the person has already.' })
  excludeCredentials: PasskeyDescriptor[];

  @ObjectField(() => PasskeySelection)
  authenticatorSelection: PasskeySelection;

  @CodeField(['none'])
  attestation: 'none';
}

/** WebAuthn `PublicKeyCredentialRequestOptionsJSON`. */
export class PasskeyRequestOptions {
  @TextField({ max: 253 })
  rpId: string;

  @TextField({ max: 100 })
  challenge: string;

  @IntegerField({ min: 0, max: 600_000 })
  timeout: number;

  @CodeField(['required'])
  userVerification: 'required';

  @ListField(() => PasskeyDescriptor, { max: 200, description: 'Empty to sign in: the browser shows what it has.' })
  allowCredentials: PasskeyDescriptor[];
}

class PasskeyAttestation {
  @TextField({ max: 4000 })
  clientDataJSON: string;

  @TextField({ max: 20_000 })
  attestationObject: string;

  @TextsField({ optional: true, description: 'How the authenticator is reached; unknown ones are left out.' })
  transports?: string[];
}

class PasskeyAssertion {
  @TextField({ max: 4000 })
  clientDataJSON: string;

  @TextField({ max: 4000 })
  authenticatorData: string;

  @TextField({ max: 8000 })
  signature: string;

  @TextField({ max: 100, optional: true, description: 'The account, as it was given when the passkey was made.' })
  userHandle?: string;
}

/** A credential as the browser made it, its bytes in base64url. */
export class MadePasskey {
  @TextField({ max: LONGEST_ID })
  id: string;

  @ObjectField(() => PasskeyAttestation)
  response: PasskeyAttestation;
}

/** What the authenticator signed, its bytes in base64url. */
export class SignedPasskey {
  @TextField({ max: LONGEST_ID })
  id: string;

  @ObjectField(() => PasskeyAssertion)
  response: PasskeyAssertion;
}

export class NewPasskey {
  @TextField({ max: 60, description: 'Where the person keeps it, in her own words.', example: 'Laptop spreekkamer 2' })
  name: string;

  @ObjectField(() => MadePasskey)
  credential: MadePasskey;
}

export class PasskeyUse {
  @ObjectField(() => SignedPasskey)
  credential: SignedPasskey;
}

export class OwnPasskey {
  @IdField()
  id: string;

  @TextField({ max: 60 })
  name: string;

  @InstantField()
  createdAt: string;

  @InstantField({ nullable: true })
  lastUsedAt: string | null;
}

export class OwnPasskeyList {
  @ListField(() => OwnPasskey, { max: 200 })
  items: OwnPasskey[];
}
