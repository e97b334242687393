import type { Day } from '@samenoud/domain';
import { DataSource, type QueryRunner } from 'typeorm';
import { migratingOptions } from '../platform/database/data-source.ts';
import { writeLogOfLastMonth } from './demo-log.ts';
import type { DemoSize } from './demo-people.ts';

/** Any number; of several processes on one database one makes the demo, the others wait for it. */
const DEMO_LOCK = 7_536_628;

/** NOT_EMPTY: real people may be in it, so it is never marked; COMPLETE: it was made before. */
export type DemoOutcome = 'NOT_EMPTY' | 'COMPLETE' | 'MADE';

interface Marks {
  readonly mark: string | null;
  readonly complete: boolean;
  readonly empty: boolean;
}

/** What a run that was broken off had begun: the rest is laid relative to the same day. */
export interface BegunDemo {
  readonly day: Day;
  readonly size: DemoSize | null;
}

/** Marks an empty database as demo and has `make` fill it; a marked one that is not complete is finished. */
export async function makeDemoOnce(
  databaseUrl: string,
  size: DemoSize | null,
  make: (begun: BegunDemo) => Promise<void>,
): Promise<DemoOutcome> {
  const dataSource = await new DataSource(migratingOptions(databaseUrl)).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [DEMO_LOCK]);
    const { mark, complete, empty } = await readMarks(runner);
    if (mark === 'DEMO' && complete) return 'COMPLETE';
    if (mark !== 'DEMO' && !empty) return 'NOT_EMPTY';
    const begun = await markAsBegun(runner, size);
    await make(begun);
    await writeLogOfLastMonth(runner, begun.day);
    await runner.query('UPDATE ctx.installation SET demo_complete = true');
    return 'MADE';
  } finally {
    await dataSource.destroy();
  }
}

async function readMarks(runner: QueryRunner): Promise<Marks> {
  const rows: Marks[] = await runner.query(
    'SELECT mark, demo_complete AS complete, NOT EXISTS (SELECT FROM auth.account) AS empty FROM ctx.installation',
  );
  if (!rows[0]) throw new Error('the installation row is missing');
  return rows[0];
}

async function markAsBegun(runner: QueryRunner, size: DemoSize | null): Promise<BegunDemo> {
  await runner.query(
    `UPDATE ctx.installation SET mark = 'DEMO', demo_seeded_on = (now() AT TIME ZONE 'Europe/Amsterdam')::date, demo_size = $1
     WHERE mark IS DISTINCT FROM 'DEMO'`,
    [size === null ? null : JSON.stringify(size)],
  );
  const rows: BegunDemo[] = await runner.query('SELECT demo_seeded_on AS day, demo_size AS size FROM ctx.installation');
  if (!rows[0]) throw new Error('the installation row is missing');
  return rows[0];
}
