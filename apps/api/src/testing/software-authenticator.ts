import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What an authenticator believes, and what a test may make it lie about. */
export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Whether a finger or PIN was asked. */
  readonly isVerified?: boolean;
  readonly type?: 'webauthn.create' | 'webauthn.get';
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_CREDENTIAL = 0x40;

const hash = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64 = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

/** A passkey in memory: ES256, attestation `none`, its few bytes of CBOR written by hand. */
export class SoftwarePasskey {
  readonly id = base64(randomBytes(32));
  counter = 0;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle: string | undefined;

  /** The answer to creation options. */
  make(ceremony: Ceremony, userHandle: string) {
    this.userHandle = userHandle;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.of(id.length >> 8, id.length & 0xff);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(this.keys.publicKey)]);
    const authData = Buffer.concat([this.authData(ceremony, WITH_CREDENTIAL), credential]);
    return {
      id: this.id,
      response: {
        clientDataJSON: clientData(ceremony, 'webauthn.create'),
        attestationObject: base64(attestationNone(authData)),
        transports: ['internal'],
      },
    };
  }

  /** The answer to request options; the counter grows by one, or to what the test says. */
  sign(ceremony: Ceremony, counter = this.counter + 1) {
    this.counter = counter;
    const authData = this.authData(ceremony, 0);
    const clientDataJSON = clientData(ceremony, 'webauthn.get');
    const signed = Buffer.concat([authData, hash(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: this.id,
      response: {
        clientDataJSON,
        authenticatorData: base64(authData),
        signature: base64(sign('sha256', signed, this.keys.privateKey)),
        ...(this.userHandle === undefined ? {} : { userHandle: this.userHandle }),
      },
    };
  }

  private authData({ rpId, isVerified = true }: Ceremony, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([hash(rpId), Buffer.of(PRESENT | (isVerified ? VERIFIED : 0) | flags), counter]);
  }
}

function clientData({ challenge, origin, type }: Ceremony, usual: string): string {
  return base64(JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin: false }));
}

/** `{ 1: 2, 3: -7, -1: 1, -2: x, -3: y }`: an EC key on P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (label: number, value: string): Buffer =>
    Buffer.concat([Buffer.of(label, 0x58, 32), Buffer.from(value, 'base64url')]);
  return Buffer.concat([Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01), coordinate(0x21, x), coordinate(0x22, y)]);
}

/** `{ "fmt": "none", "attStmt": {}, "authData": … }`. */
function attestationNone(authData: Buffer): Buffer {
  const word = (text: string): Buffer => Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)]);
  const bytes = Buffer.concat([Buffer.of(0x58, authData.length), authData]);
  return Buffer.concat([
    Buffer.of(0xa3),
    word('fmt'),
    word('none'),
    word('attStmt'),
    Buffer.of(0xa0),
    word('authData'),
    bytes,
  ]);
}
