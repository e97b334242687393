import pg from 'pg';
import { methodOf, replaceMethod } from '../support/plant.ts';
import type { TestApp } from '../support/staff.ts';

/** Ends the connection that the work uses just before its `nth` statement; answers whether it came that far. */
export async function workKilledAt(stack: TestApp, nth: number): Promise<boolean> {
  const query = methodOf(pg.Client.prototype, 'query');
  let [statements, killed] = [0, false];
  const undo = replaceMethod(pg.Client.prototype, 'query', function (this: object, ...args: unknown[]) {
    if (killed || !isOfTheApp(this)) return query.apply(this, args);
    statements += 1;
    if (statements < nth) return query.apply(this, args);
    killed = true;
    const pid: unknown = Reflect.get(this, 'processID');
    query.call(stack.owner, 'SELECT pg_terminate_backend($1)', [pid]);
    return query.apply(this, args);
  });
  try {
    await stack.workJobs();
  } catch {
    // what was killed may be the end of the work
  } finally {
    undo();
  }
  return killed;
}

const isOfTheApp = (client: object): boolean => Reflect.get(client, 'user') === 'smd_app';

/** As the worker does after a while: what was broken off is tried again. */
export async function workAgain(stack: TestApp): Promise<void> {
  await stack.owner.query(
    'UPDATE graphile_worker._private_jobs SET run_at = now(), locked_at = NULL, locked_by = NULL',
  );
  await stack.workJobs();
}
