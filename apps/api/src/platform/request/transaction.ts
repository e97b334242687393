import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dayOfInstant, SCOPE_OF_ROLE } from '@samenoud/domain';
import type { DataSource, QueryRunner } from 'typeorm';
import type { AccessLogEntry } from '../access-log/access-log-entry.ts';
import type { UserSession } from '../identity/session.ts';
import { type RequestContext, runInContext } from './request-context.ts';

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

const SET_CONTEXT = `SELECT ctx.now() AS now FROM (SELECT set_config('app.practice_id', $1, true), set_config('app.user_id', $2, true),
  set_config('app.org_id', $3, true), set_config('app.role', $4, true), set_config('app.scope', $5, true),
  set_config('app.user_name', $6, true), set_config('app.user_alt_id', $7, true), set_config('app.request_id', $8, true),
  set_config('app.address', $9, true), set_config('app.now', $10, true)) AS context`;

/** One business act = one transaction, with tenant and user set, and its log rows as the last statement. */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` as `user`; nothing it did remains when it throws. `onRefusal` says what the log then keeps. */
  async run<T>(
    user: UserSession,
    origin: RequestOrigin,
    work: () => Promise<T>,
    onRefusal?: (error: unknown) => AccessLogEntry | undefined,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const answer = await this.act(runner, user, origin, work);
      await runner.commitTransaction();
      return answer;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      const entry = onRefusal?.(error);
      if (entry) await this.logRefusal(runner, user, origin, entry);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Several acts in one transaction, each by its own person at its own moment: long work of which no half may remain. */
  async runAll(acts: readonly Act[]): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      for (const { user, origin, work } of acts) await this.act(runner, user, origin, work);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Logs a refusal that happened before any transaction was opened. */
  async refuse(user: UserSession, origin: RequestOrigin, entry: AccessLogEntry): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await this.logRefusal(runner, user, origin, entry);
    } finally {
      await runner.release();
    }
  }

  private async act<T>(
    runner: QueryRunner,
    user: UserSession,
    origin: RequestOrigin,
    work: () => Promise<T>,
  ): Promise<T> {
    const context = await this.openContext(runner, user, origin);
    const answer = await runInContext(context, work);
    await appendLog(runner, context.log);
    return answer;
  }

  private async openContext(runner: QueryRunner, user: UserSession, origin: RequestOrigin): Promise<RequestContext> {
    const rows: { now: string }[] = await runner.query(SET_CONTEXT, [
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
    ]);
    const now = rows[0]?.now ?? '';
    return { user, manager: runner.manager, now, today: dayOfInstant(now), log: [] };
  }

  private async logRefusal(
    runner: QueryRunner,
    user: UserSession,
    origin: RequestOrigin,
    entry: AccessLogEntry,
  ): Promise<void> {
    await runner.startTransaction();
    await this.openContext(runner, user, origin);
    await appendLog(runner, [entry]);
    await runner.commitTransaction();
  }
}

async function appendLog(runner: QueryRunner, entries: readonly AccessLogEntry[]): Promise<void> {
  if (entries.length > 0) await runner.query('SELECT audit.append($1)', [JSON.stringify(entries)]);
}
