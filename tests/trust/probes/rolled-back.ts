import pg from 'pg';
import { methodOf, replaceMethod } from '../support/plant.ts';

/**
 * While on, an act does all its work and answers, and is then undone: what a probe writes does not change the world that the
 * next probes are judged by.
 */
export function undoActs(): { on: boolean; end: () => void } {
  const query = methodOf(pg.Client.prototype, 'query');
  const state = { on: false, end: () => undefined as void };
  state.end = replaceMethod(
    pg.Client.prototype,
    'query',
    function (this: object, statement: unknown, ...rest: unknown[]) {
      if (!state.on || statement !== 'COMMIT') return query.call(this, statement, ...rest);
      return (query.call(this, 'ROLLBACK') as Promise<object>).then((done) => ({ ...done, command: 'COMMIT' }));
    },
  );
  return state;
}
