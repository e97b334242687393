import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dayOfInstant, SCOPE_OF_ROLE } from '@samenoud/domain';
import type { DataSource } from 'typeorm';
import { findBrokenGlass, flagged } from '../access/broken-glass.ts';
import { findNarrowing } from '../access/narrowed-gp.ts';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import type { UserSession } from '../identity/session.ts';
import { type BrokenGlass, type RequestContext, runInContext } from './request-context.ts';

/** Where a request came from, for the log. */
export interface RequestOrigin {
  readonly requestId: string;
  readonly address: string;
  /** Moves the product's clock; only a database with a demo or test mark listens. */
  readonly now?: string;
}

/** What one person does at one moment. */
export interface Act {
  readonly user: UserSession;
  readonly origin: RequestOrigin;
  readonly work: () => Promise<unknown>;
}

export const SET_CONTEXT = `SELECT ctx.now() AS now FROM (SELECT set_config('app.practice_id', $1, true), set_config('app.user_id', $2, true),
  set_config('app.org_id', $3, true), set_config('app.role', $4, true), set_config('app.scope', $5, true),
  set_config('app.user_name', $6, true), set_config('app.user_alt_id', $7, true), set_config('app.request_id', $8, true),
  set_config('app.address', $9, true), set_config('app.now', $10, true), set_config('app.response_id', $11, true),
  set_config('app.break_glass_client', '', true), set_config('app.narrow', '', true)) AS context`;

/** One business act = one transaction, with tenant and user set, and its log rows as the last statement. */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` as `user`; nothing it did remains when it throws. `onRefusal` says what the log then keeps. */
  run<T>(
    user: UserSession,
    origin: RequestOrigin,
    work: () => Promise<T>,
    onRefusal?: (error: unknown) => AccessLogEntry | undefined,
  ): Promise<T> {
    return this.connected(async (place) => {
      try {
        const context = await begin(place, user, origin);
        const answer = await runInContext(context, work);
        await commit(place, context.log, context.brokenGlass);
        return answer;
      } catch (error) {
        await place.connection.query('ROLLBACK');
        const entry = onRefusal?.(error);
        if (entry) await logRefusal(place, user, origin, entry);
        throw error;
      }
    });
  }

  /** Several acts in one transaction, each by its own person at its own moment: long work of which no half may remain. */
  runAll(acts: readonly Act[]): Promise<void> {
    return this.connected(async (place) => {
      try {
        await place.connection.query('BEGIN');
        for (const { user, origin, work } of acts) {
          const context = await openContext(place, user, origin);
          await runInContext(context, work);
          await appendLog(place, context.log, context.brokenGlass);
        }
        await commit(place, []);
      } catch (error) {
        await place.connection.query('ROLLBACK');
        throw error;
      }
    });
  }

  /** Logs a refusal that happened before any transaction was opened. */
  refuse(user: UserSession, origin: RequestOrigin, entry: AccessLogEntry): Promise<void> {
    return this.connected((place) => logRefusal(place, user, origin, entry));
  }

  private async connected<T>(work: (place: Place) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work({ connection: await runner.connect(), manager: runner.manager });
    } finally {
      await runner.release();
    }
  }
}

/** One connection of the pool, held from the first statement to the last. */
type Place = Pick<RequestContext, 'connection' | 'manager'>;

/** Both statements go out together; the connection answers them in that order. */
async function begin(place: Place, user: UserSession, origin: RequestOrigin): Promise<RequestContext> {
  const [, context] = await Promise.all([place.connection.query('BEGIN'), openContext(place, user, origin)]);
  return context;
}

/**
 * From the log row to the commit the log of the whole practice is held, so both go out together and no turn of this process
 * stands between them. After a failed log row, COMMIT only rolls back.
 */
async function commit(place: Place, entries: readonly AccessLogEntry[], glass?: BrokenGlass): Promise<void> {
  const [, { command }] = await Promise.all([appendLog(place, entries, glass), place.connection.query('COMMIT')]);
  if (command !== 'COMMIT') throw new Error('a statement failed unseen, and nothing was kept');
}

async function openContext(
  { connection, manager }: Place,
  user: UserSession,
  origin: RequestOrigin,
): Promise<RequestContext> {
  const setting = connection.query<{ now: string }>(SET_CONTEXT, [
    user.practiceId,
    user.userId,
    user.organisationId,
    user.role,
    SCOPE_OF_ROLE[user.role],
    user.displayName,
    user.bigNumber ?? '',
    origin.requestId,
    origin.address,
    origin.now ?? '',
    user.form?.responseId ?? '',
  ]);
  const [{ rows }, brokenGlass, narrowToTeam] = await Promise.all([
    setting,
    findBrokenGlass(connection, user),
    findNarrowing(connection, user),
  ]);
  const now = rows[0]?.now ?? '';
  const context = { user, connection, manager, now, today: dayOfInstant(now), log: [], narrowToTeam };
  return { ...context, ...(brokenGlass ? { brokenGlass } : {}) };
}

async function logRefusal(
  place: Place,
  user: UserSession,
  origin: RequestOrigin,
  entry: AccessLogEntry,
): Promise<void> {
  try {
    const { brokenGlass } = await begin(place, user, origin);
    await commit(place, [entry], brokenGlass);
  } catch (error) {
    await place.connection.query('ROLLBACK'); // the next holder of this connection must find no transaction
    throw error;
  }
}

async function appendLog(
  { connection }: Place,
  entries: readonly AccessLogEntry[],
  glass: BrokenGlass | undefined,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => flagged(entry, glass));
  await connection.query('SELECT audit.append($1)', [JSON.stringify(rows)]);
}
