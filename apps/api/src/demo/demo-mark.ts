import { DataSource } from 'typeorm';
import { migratingOptions } from '../platform/database/data-source.ts';

/** What is known of the demo in this database. */
type DemoState = 'NOT_EMPTY' | 'SEEDED' | 'TO_SEED';

/** Marks an empty database as demo, or tells that it is marked and complete; a database with real people is never marked. */
export function claimForDemo(databaseUrl: string): Promise<DemoState> {
  return withOwner(databaseUrl, async (dataSource) => {
    const rows: { mark: string | null; demo_complete: boolean; empty: boolean }[] = await dataSource.query(
      'SELECT mark, demo_complete, NOT EXISTS (SELECT FROM auth.account) AS empty FROM ctx.installation',
    );
    const [state] = rows;
    if (state?.mark === 'DEMO' && state.demo_complete) return 'SEEDED';
    if (!state?.empty && state?.mark !== 'DEMO') return 'NOT_EMPTY';
    await dataSource.query(
      `UPDATE ctx.installation SET mark = 'DEMO', demo_seeded_on = (now() AT TIME ZONE 'Europe/Amsterdam')::date`,
    );
    return 'TO_SEED';
  });
}

/** From here on the demo counts as complete and is never seeded again. */
export async function markDemoComplete(databaseUrl: string): Promise<void> {
  await withOwner(databaseUrl, (dataSource) => dataSource.query('UPDATE ctx.installation SET demo_complete = true'));
}

async function withOwner<T>(databaseUrl: string, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await new DataSource(migratingOptions(databaseUrl)).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
