import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { errorCode, Refusal } from './refusal.mjs';
import { sentences } from './sentences.mjs';

const keyBytes = 32;

/**
 * A password for one use, made from the key: nothing to store, and different for every use.
 *
 * @param {Buffer} key
 * @param {string} use e.g. 'postgres-superuser'
 */
export const derivePassword = (key, use) =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), use, keyBytes)).toString('hex');

/**
 * 32 bytes in base64, padded or not; anything else is undefined.
 *
 * @param {string} text
 */
export function parseKey(text) {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  const same = key.toString('base64').replace(/=+$/, '') === trimmed.replace(/=+$/, '');
  return same && key.length === keyBytes ? key : undefined;
}

/** Written beside the data, so that another key is noticed before it does harm. Tells nothing about the key itself. */
export const fingerprintFile = (/** @type {string} */ dataDir) => join(dataDir, 'samenoud.key-fingerprint');

/** @param {Buffer} key */
export const fingerprint = (key) => derivePassword(key, 'fingerprint').slice(0, 16);

/**
 * The key of this installation: SAMENOUD_KEY, else the one kept in the data folder, made at the first start.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Buffer}
 */
export function loadKey(dataDir, env = process.env) {
  if (env['SAMENOUD_KEY'] !== undefined && env['SAMENOUD_KEY'] !== '') {
    const key = parseKey(env['SAMENOUD_KEY']);
    if (key === undefined) throw new Refusal(sentences.keyMalformed());
    return key;
  }
  if (env['NODE_ENV'] === 'production') throw new Refusal(sentences.keyRequired());
  return keptKey(dataDir);
}

/** @param {string} dataDir */
function keptKey(dataDir) {
  const file = join(dataDir, 'samenoud.key');
  if (!existsSync(file)) return makeKey(dataDir, file);
  const key = parseKey(readKeyFile(file));
  if (key === undefined) throw new Refusal(sentences.keyFileMalformed(file));
  return key;
}

/** @param {string} file */
function readKeyFile(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(sentences.unwritable(file, errorCode(error)));
  }
}

/**
 * @param {string} dataDir
 * @param {string} file
 */
function makeKey(dataDir, file) {
  if (existsSync(fingerprintFile(dataDir))) throw new Refusal(sentences.keyLost(file));
  const key = randomBytes(keyBytes);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(unfinished, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
    renameSync(unfinished, file);
  } catch (error) {
    throw new Refusal(sentences.unwritable(dataDir, errorCode(error)));
  }
  return key;
}
