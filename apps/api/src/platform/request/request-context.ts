import { AsyncLocalStorage } from 'node:async_hooks';
import type { BreakGlassReason, Day } from '@samenoud/domain';
import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import type { UserSession } from '../identity/session.ts';

/** An emergency access of this session that runs now. */
export interface BrokenGlass {
  readonly id: string;
  readonly clientId: string;
  readonly reasonCode: BreakGlassReason;
}

/** What one request works with: who asks, in which transaction, on which day. */
export interface RequestContext {
  readonly user: UserSession;
  /** The connection that transaction is on, and the only one a request may use. */
  readonly connection: ClientBase;
  readonly manager: EntityManager;
  /** The product's clock at the start of the transaction. */
  readonly now: string;
  /** The day of `now` in Europe/Amsterdam. */
  readonly today: Day;
  /** Rows for the access log, written as the last statement before commit. */
  readonly log: AccessLogEntry[];
  /** The practice keeps GPs to the clients in whose team they are, and this is a GP. */
  readonly narrowToTeam: boolean;
  /** The emergency access this session has running at this moment, if any. */
  brokenGlass?: BrokenGlass;
  /** The client an act concerns, once known; an idempotent repeat is decided anew on it. */
  clientId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request at hand. Throws outside one: there is no other way to the database. */
export function requestContext(): RequestContext {
  const context = storage.getStore();
  if (!context) throw new Error('no request context here');
  return context;
}

export function runInContext<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  return storage.run(context, work);
}

/** Runs one statement in the transaction of the request. Parameters only: SQL is never put together from input. */
export async function query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await requestContext().connection.query<Row>(sql, [...parameters]);
  return rows;
}

/** The only row of a statement that always gives one. */
export async function queryOne<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row> {
  const [row] = await query<Row>(sql, parameters);
  if (row === undefined) throw new Error('a row was expected');
  return row;
}

/** Runs one UPDATE or INSERT in the transaction of the request and tells how many rows it changed. */
export async function changeRows(sql: string, parameters: readonly unknown[] = []): Promise<number> {
  const { rowCount } = await requestContext().connection.query(sql, [...parameters]);
  if (rowCount === null) throw new Error('not an UPDATE or INSERT');
  return rowCount;
}
