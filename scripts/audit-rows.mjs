import { createHash } from 'node:crypto';

/**
 * @typedef {import('./audit-checkpoints.mjs').Checkpoint} Checkpoint
 * @typedef {import('./audit-checkpoints.mjs').Fault} Fault
 * @typedef {import('pg').Client} Client
 */

const blockRows = 5_000;
const leaf = Buffer.of(0);
const node = Buffer.of(1);

const sha256 = (/** @type {(Buffer | string)[]} */ ...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * The Merkle tree hash of RFC 6962 over leaf hashes: neighbours are joined level by level, and who has no neighbour goes up
 * alone. Written apart from the witness, whose work it judges.
 *
 * @param {Buffer[]} leaves at least one
 */
function merkleRoot(leaves) {
  let level = leaves;
  while (level.length > 1) {
    /** @type {Buffer[]} */
    const above = [];
    level.forEach((right, index) => {
      const left = index % 2 === 1 ? above.pop() : undefined;
      above.push(left === undefined ? right : sha256(node, left, right));
    });
    level = above;
  }
  return level[0]?.toString('hex');
}

/**
 * The table itself, not the function that the witness reads through: whoever owns the table owns that too.
 *
 * @param {Client} client
 * @param {string} practiceId
 * @param {number} until
 */
async function* rowsUntil(client, practiceId, until) {
  for (let from = 1; from <= until; from += blockRows) {
    const { rows } = await client.query(
      `SELECT e.seq::integer AS seq, jsonb_strip_nulls(to_jsonb(e))::text AS content FROM audit.event e
       WHERE e.practice_id = $1 AND e.seq BETWEEN $2 AND $3 ORDER BY e.seq, e.occurred_at`,
      [practiceId, from, Math.min(from + blockRows - 1, until)],
    );
    yield* /** @type {{ seq: number, content: string }[]} */ (rows);
  }
}

/**
 * What the practice says it threw away because its time was over. Whoever owns the table can write that too, so it is believed
 * of nothing younger than five years by this machine's clock.
 *
 * @typedef {{ before: number, untilSeq: number }} Purge
 *
 * @param {Client} client
 * @param {string} practiceId
 * @returns {Promise<Purge | undefined>}
 */
export async function purgeOf(client, practiceId) {
  const { rows } = await client.query(
    `SELECT extract(epoch FROM (e.query ->> 'before')::date)::float8 * 1000 AS before, (e.query ->> 'untilSeq')::integer AS "untilSeq"
     FROM audit.event e WHERE e.practice_id = $1 AND e.event_type = 'PURGE_ACCESS_LOG' ORDER BY 1 DESC`,
    [practiceId],
  );
  const fiveYearsAgo = new Date();
  fiveYearsAgo.setFullYear(fiveYearsAgo.getFullYear() - 5);
  return rows.find(({ before }) => before <= fiveYearsAgo.getTime());
}

/**
 * Whether all or the beginning of a checkpoint's rows is gone for that reason: it begins with what was thrown away, and the
 * checkpoint before it was signed before the day that is named, so that none of its own rows is younger by much.
 *
 * @param {Purge | undefined} purge
 * @param {Checkpoint} checkpoint
 * @param {Checkpoint | undefined} previous
 */
const isExpired = (purge, { fromSeq }, previous) =>
  purge !== undefined &&
  fromSeq <= purge.untilSeq &&
  (previous === undefined || Date.parse(previous.sealedAt) < purge.before);

/**
 * Holds the rows of one practice to its checkpoints.
 *
 * @param {Client} client
 * @param {string} practiceId
 * @param {Checkpoint[]} chain
 * @returns {Promise<{ rows: number, expired: number, faults: Fault[] }>}
 */
export async function checkRows(client, practiceId, chain) {
  const purge = await purgeOf(client, practiceId);
  const segments = chain.toSorted((a, b) => a.toSeq - b.toSeq);
  /** @type {Fault[]} */
  const faults = [];
  let rows = 0;
  let expired = 0;
  let left = 0;
  let at = 0;
  /** @type {Buffer[]} */
  let leaves = [];
  const close = (/** @type {Checkpoint} */ checkpoint) => {
    const { fromSeq, toSeq, previousRoot, root, line } = checkpoint;
    const found = merkleRoot([sha256(leaf, Buffer.from(previousRoot, 'hex')), ...leaves]);
    if (found !== root && left === 0 && isExpired(purge, checkpoint, segments[at - 1])) expired += 1;
    else if (found !== root) faults.push({ code: 'ROWS_DIFFER', line, practiceId, fromSeq, toSeq });
    leaves = [];
    left = 0;
    at += 1;
  };
  for await (const { seq, content } of rowsUntil(client, practiceId, segments.at(-1)?.toSeq ?? 0)) {
    for (let segment = segments[at]; segment && segment.toSeq < seq; segment = segments[at]) close(segment);
    rows += 1;
    if (purge !== undefined && seq <= purge.untilSeq) left += 1;
    leaves.push(sha256(leaf, content));
  }
  for (let segment = segments[at]; segment; segment = segments[at]) close(segment);
  return { rows, expired, faults };
}

/**
 * What no checkpoint covers can still be counted: the head says how many rows there are.
 *
 * @param {Client} client
 * @param {string} practiceId
 * @param {number} coveredUntil
 * @returns {Promise<{ rows: number, faults: Fault[] }>}
 */
export async function checkTail(client, practiceId, coveredUntil) {
  const { rows } = await client.query(
    `SELECT coalesce((SELECT seq FROM audit.head WHERE practice_id = $1), 0)::integer AS head, count(*)::integer AS found,
       coalesce(max(seq), $2)::integer AS newest FROM audit.event WHERE practice_id = $1 AND (seq > $2 OR seq < 1)`,
    [practiceId, coveredUntil],
  );
  const { head, found, newest } = rows[0];
  /** @type {Fault[]} */
  const faults = [];
  if (head < coveredUntil) faults.push({ code: 'LOG_CUT', practiceId, fromSeq: head + 1, toSeq: coveredUntil });
  else if (found !== head - coveredUntil || newest !== head)
    faults.push({ code: 'TAIL_DIFFERS', practiceId, fromSeq: coveredUntil + 1, toSeq: newest });
  return { rows: found, faults };
}
