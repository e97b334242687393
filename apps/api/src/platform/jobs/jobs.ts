import { Injectable } from '@nestjs/common';
import { findErrorText } from '@samenoud/texts';
import { DomainError } from '../http/problem.ts';
import { isUuid, newId } from '../http/uuid.ts';
import { query } from '../request/request-context.ts';
import type { JobView } from './job.dto.ts';
import type { JobHandler } from './running-job.ts';

interface JobRow extends Omit<JobView, 'href' | 'problem'> {
  readonly href: string | null;
  readonly problem: string | null;
}

/** Long work that goes on when the page is left: what kinds there are, starting one, and how far it is. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();

  /** Says who does work of this kind; called once by the slice that owns it. */
  register(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`two handlers of ${kind}`);
    this.handlers.set(kind, handler);
  }

  handlerOf(kind: string): JobHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`no handler of ${kind}`);
    return handler;
  }

  /** Adds a job in the transaction that needs it: no job without its cause, no cause without its job. Answers its id. */
  async start(kind: string, params: object, total: number): Promise<string> {
    this.handlerOf(kind);
    const id = newId();
    await query(
      `INSERT INTO care.job (practice_id, id, user_id, kind, params, total, request_id, address, moved_now)
       VALUES (ctx.practice_id(), $1, ctx.user_id(), $2, $3, $4, ctx.setting('request_id'), ctx.setting('address'), ctx.setting('now'))`,
      [id, kind, JSON.stringify(params), total],
    );
    await query('SELECT queue.add_job($1)', [id]);
    return id;
  }

  /** A job of one's own. Throws NOT_FOUND for any other. */
  async get(id: string): Promise<JobView> {
    const [row] = isUuid(id)
      ? await query<JobRow>(
          `SELECT state, done, total, href, problem FROM care.job
           WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1`,
          [id],
        )
      : [];
    if (!row) throw new DomainError('NOT_FOUND');
    const { href, problem, ...progress } = row;
    return {
      ...progress,
      ...(href === null ? {} : { href }),
      ...(problem === null ? {} : { problem: findErrorText(problem) ?? problem, problemCode: problem }),
    };
  }
}
