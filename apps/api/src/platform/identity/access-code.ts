import { blindIndex, deriveKey } from '../config/secrets.ts';

/** What is kept of the access code of a letter: an HMAC, by which it can be found and never read. */
export function accessCodeHash(key: Buffer, code: string): Buffer {
  return blindIndex(deriveKey(key, 'code'), code);
}
