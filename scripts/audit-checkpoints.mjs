import { createHash, createPrivateKey, createPublicKey, hkdfSync, verify } from 'node:crypto';

/**
 * @typedef {object} Checkpoint what a witness wrote of one practice
 * @property {number} line where it stands in the file now, from 1
 * @property {number} number
 * @property {string} after
 * @property {string} practiceId
 * @property {number} fromSeq
 * @property {number} toSeq
 * @property {string} previousRoot
 * @property {string} root
 * @property {string} sealedAt
 *
 * @typedef {object} Fault
 * @property {'LINE_UNREADABLE' | 'LINE_OUT_OF_ORDER' | 'SIGNATURE_WRONG' | 'CHAIN_BROKEN' | 'ROWS_DIFFER' | 'LOG_CUT' | 'TAIL_DIFFERS'} code
 * @property {number} [line] in the file of checkpoints, from 1
 * @property {string} [practiceId]
 * @property {number} [fromSeq]
 * @property {number} [toSeq]
 */

const nothing = '0'.repeat(64);
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The public half of the witness's key.
 *
 * @param {Buffer} key SAMENOUD_KEY
 */
export function witnessKey(key) {
  const seed = Buffer.from(hkdfSync('sha256', key, '', 'witness', 32));
  return createPublicKey(createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' }));
}

/**
 * Reads a file of checkpoints and holds each line to its signature, the file to its order and each practice to its chain.
 * What stands after the last line end was being written and counts for nothing.
 *
 * @param {string} text
 * @param {import('node:crypto').KeyObject} publicKey
 */
export function readCheckpoints(text, publicKey) {
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Map<string, Checkpoint[]>} */
  const chains = new Map();
  let before = { number: 0, hash: nothing };
  for (const [index, content] of text.split('\n').slice(0, -1).entries()) {
    const line = index + 1;
    const checkpoint = readLine(content, publicKey);
    if (typeof checkpoint === 'string') faults.push({ code: checkpoint, line });
    else {
      const chain = chains.get(checkpoint.practiceId) ?? [];
      if (checkpoint.number !== before.number + 1 || checkpoint.after !== before.hash)
        faults.push({ code: 'LINE_OUT_OF_ORDER', line });
      if (!follows(checkpoint, chain.at(-1))) faults.push({ code: 'CHAIN_BROKEN', line });
      chain.push({ ...checkpoint, line });
      chains.set(checkpoint.practiceId, chain);
    }
    const number = typeof checkpoint === 'string' ? before.number + 1 : checkpoint.number;
    before = { number, hash: createHash('sha256').update(content).digest('hex') };
  }
  return { chains, faults };
}

/**
 * @param {string} content
 * @param {import('node:crypto').KeyObject} publicKey
 * @returns {Omit<Checkpoint, 'line'> | 'LINE_UNREADABLE' | 'SIGNATURE_WRONG'}
 */
function readLine(content, publicKey) {
  try {
    const { signature, ...checkpoint } = JSON.parse(content);
    const signed = Buffer.from(JSON.stringify(checkpoint));
    return verify(null, signed, publicKey, Buffer.from(signature, 'base64')) ? checkpoint : 'SIGNATURE_WRONG';
  } catch {
    return 'LINE_UNREADABLE';
  }
}

/**
 * @param {Omit<Checkpoint, 'line'>} checkpoint
 * @param {Checkpoint | undefined} before
 */
const follows = ({ fromSeq, toSeq, previousRoot }, before) =>
  fromSeq === (before?.toSeq ?? 0) + 1 && toSeq >= fromSeq && previousRoot === (before?.root ?? nothing);
