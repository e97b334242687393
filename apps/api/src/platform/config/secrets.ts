import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const KEY_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Uses of SAMENOUD_KEY; HKDF gives each its own key. */
type KeyUse =
  | 'bsn'
  | 'bsn-index'
  | 'totp'
  | 'code'
  | 'recovery'
  | 'throttle'
  | 'fingerprint'
  | 'import'
  | 'witness'
  | 'provider'
  | 'provider-flow';

/** A key of 32 bytes for one use (and, where given, one practice). */
export function deriveKey(key: Buffer, use: KeyUse, salt = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, use, 32));
}

/** A database password for one login, as hexadecimal text. Source: `trust.md` 4, logins. */
export function derivePassword(key: Buffer, login: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', login, 32)).toString('hex');
}

/** Tells a wrong key at start without revealing the key. */
export function keyFingerprint(key: Buffer): string {
  return createHmac('sha256', deriveKey(key, 'fingerprint')).update('samenoud').digest('hex');
}

/** AES-256-GCM; first byte is the key version. `context` binds the text to its row: it cannot be moved to another. */
export function encrypt(key: Buffer, plain: string, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(KEY_VERSION), nonce, cipher.getAuthTag(), body]);
}

/** Inverse of {@link encrypt}; throws when key or context differ. */
export function decrypt(key: Buffer, sealed: Buffer, context: string): string {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
}

/** Keyed index of a value that must be found again without being readable. */
export function blindIndex(key: Buffer, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

/** SHA-256 of a random token: only this is stored. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** 256 random bits for a cookie or a one-time link. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
