import { generateKeyPairSync, sign } from 'node:crypto';
import type { Sealed, SealedLog } from './sealed-log.ts';

/** Rows an attacker changes at many places at once; each must be named by the line that sealed it. */
export interface RowAttack {
  readonly name: string;
  /** `$1` practice, `$2` sequence numbers. */
  readonly sql: string;
}

export const ROW_ATTACKS: readonly RowAttack[] = [
  {
    name: 'another person acted',
    sql: 'UPDATE audit.event SET user_id = gen_random_uuid() WHERE practice_id = $1 AND seq = ANY ($2)',
  },
  {
    name: 'a microsecond later',
    sql: `UPDATE audit.event SET occurred_at = occurred_at + interval '1 microsecond' WHERE practice_id = $1 AND seq = ANY ($2)`,
  },
  {
    name: 'other criteria',
    sql: `UPDATE audit.event SET query = query || '{"n": -1}' WHERE practice_id = $1 AND seq = ANY ($2)`,
  },
  { name: 'removed', sql: 'DELETE FROM audit.event WHERE practice_id = $1 AND seq = ANY ($2)' },
  {
    name: 'inserted',
    sql: `INSERT INTO audit.event SELECT (jsonb_populate_record(e, jsonb_build_object('event_id', gen_random_uuid(),
      'occurred_at', e.occurred_at + interval '1 microsecond'))).* FROM audit.event e WHERE practice_id = $1 AND seq = ANY ($2)`,
  },
  {
    name: 'reordered',
    sql: `UPDATE audit.event SET seq = CASE WHEN seq = ANY ($2) THEN seq + 1 ELSE seq - 1 END
      WHERE practice_id = $1 AND (seq = ANY ($2) OR seq - 1 = ANY ($2))`,
  },
];

/** Does `work` as the one who owns the table, and afterwards everything is as before. */
export async function tampered<T>(
  { owner, practiceId }: SealedLog,
  { sql }: RowAttack,
  seqs: readonly number[],
  work: () => Promise<T>,
): Promise<T> {
  const touched = seqs.flatMap((seq) => [seq, seq + 1]);
  await asTableOwner(owner, async () => {
    await owner.query('CREATE TEMP TABLE kept AS SELECT * FROM audit.event WHERE practice_id = $1 AND seq = ANY ($2)', [
      practiceId,
      touched,
    ]);
    await owner.query(sql, [practiceId, seqs]);
  });
  const answer = await work();
  await asTableOwner(owner, async () => {
    await owner.query('DELETE FROM audit.event WHERE practice_id = $1 AND seq = ANY ($2)', [practiceId, touched]);
    await owner.query('INSERT INTO audit.event SELECT * FROM kept');
    await owner.query('DROP TABLE kept');
  });
  return answer;
}

/** Takes away every row from `seq` on and sets the head back, so that nothing seems missing. */
export async function cut<T>({ owner, practiceId }: SealedLog, seq: number, work: () => Promise<T>): Promise<T> {
  await asTableOwner(owner, async () => {
    await owner.query('CREATE TEMP TABLE kept AS SELECT * FROM audit.event WHERE practice_id = $1 AND seq >= $2', [
      practiceId,
      seq,
    ]);
    await owner.query('DELETE FROM audit.event WHERE practice_id = $1 AND seq >= $2', [practiceId, seq]);
    await owner.query('UPDATE audit.head SET seq = $2 - 1 WHERE practice_id = $1', [practiceId, seq]);
  });
  const answer = await work();
  await asTableOwner(owner, async () => {
    await owner.query('UPDATE audit.head SET seq = (SELECT max(seq) FROM kept) WHERE practice_id = $1', [practiceId]);
    await owner.query('INSERT INTO audit.event SELECT * FROM kept');
    await owner.query('DROP TABLE kept');
  });
  return answer;
}

async function asTableOwner(owner: SealedLog['owner'], work: () => Promise<void>): Promise<void> {
  await owner.query('SET ROLE smd_audit_owner');
  await work();
  await owner.query('RESET ROLE');
}

/** What an attacker makes of the witness's file, and at which lines of the result it must show. */
export interface Forgery {
  readonly name: string;
  readonly forge: (lines: readonly string[], places: readonly Sealed[]) => { lines: string[]; expected: number[] };
}

const attacker = generateKeyPairSync('ed25519').privateKey;

const atPlaces =
  (change: (line: string) => string): Forgery['forge'] =>
  (lines, places) => {
    const expected = places.map(({ line }) => line);
    return { lines: lines.map((line, index) => (expected.includes(index + 1) ? change(line) : line)), expected };
  };

const withOtherRoot = (line: string): Record<string, unknown> => ({
  ...(JSON.parse(line) as Record<string, unknown>),
  root: 'f'.repeat(64),
});

export const FORGERIES: readonly Forgery[] = [
  { name: 'another root', forge: atPlaces((line) => JSON.stringify(withOtherRoot(line))) },
  {
    name: 'another root, signed by the attacker',
    forge: atPlaces((line) => {
      const { signature: _, ...checkpoint } = withOtherRoot(line);
      const signature = sign(null, Buffer.from(JSON.stringify(checkpoint)), attacker).toString('base64');
      return JSON.stringify({ ...checkpoint, signature });
    }),
  },
  { name: 'not readable', forge: atPlaces((line) => line.slice(0, -1)) },
  {
    name: 'lines taken out',
    forge: (lines, places) => {
      const out = places.map(({ line }) => line);
      return {
        lines: lines.filter((_, index) => !out.includes(index + 1)),
        expected: out.map((line) => line - out.filter((other) => other < line).length),
      };
    },
  },
  {
    name: 'lines swapped',
    forge: (lines, places) => {
      const swapped = [...lines];
      for (const { line } of places) {
        const [here = '', next = ''] = lines.slice(line - 1, line + 1);
        swapped.splice(line - 1, 2, next, here);
      }
      return { lines: swapped, expected: places.map(({ line }) => line) };
    },
  },
];
