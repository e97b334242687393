import { Injectable } from '@nestjs/common';
import { ActingMembers } from '../identity/acting-members.ts';
import type { UserSession } from '../identity/session.ts';
import { DomainError } from '../http/problem.ts';
import { asDomainError, sqlState } from '../http/problem-details.ts';
import { changeRows, query } from '../request/request-context.ts';
import { type RequestOrigin, Transactions } from '../request/transaction.ts';
import { Jobs } from './jobs.ts';

/** All that stands in the queue: ids. */
export interface QueuedJob {
  readonly jobId: string;
  readonly practiceId: string;
  readonly userId: string;
}

interface JobRow {
  readonly kind: string;
  readonly state: string;
  readonly params: Record<string, unknown>;
  readonly request_id: string | null;
  readonly address: string | null;
  readonly moved_now: string | null;
}

interface Asked {
  readonly id: string;
  readonly user: UserSession;
  readonly origin: RequestOrigin;
}

/** Runs one queued job as the person who asked for it, with the rights she has now. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly members: ActingMembers,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** Throws what another try may overcome; everything else ends as FAILED with its code. */
  async run({ jobId, practiceId, userId }: QueuedJob, isLastTry: boolean): Promise<void> {
    const { session: user, active } = await this.members.find(practiceId, userId);
    const asked = { id: jobId, user, origin: { requestId: jobId, address: 'worker' } };
    const row = await this.begin(asked);
    if (!row) return;
    const inItsTime = { ...asked, origin: originOf(jobId, row) };
    try {
      if (!active) throw new DomainError('ROLE');
      const href = await this.jobs.handlerOf(row.kind)({
        id: jobId,
        params: row.params,
        act: (work) => this.transactions.run(user, inItsTime.origin, work),
        progress: (done, total) => this.update(asked, { done, total: total ?? null }),
      });
      await this.update(asked, { state: 'DONE', href: href ?? null });
    } catch (error) {
      process.stderr.write(`job ${jobId}: ${error instanceof DomainError ? error.code : nameOf(error)}\n`);
      if (!(error instanceof DomainError) && !isLastTry) throw error;
      await this.update(asked, { state: 'FAILED', problem: asDomainError(error).code });
    }
  }

  /** The job to do, or undefined when it has ended already. */
  private begin({ id, user, origin }: Asked): Promise<JobRow | undefined> {
    return this.transactions.run(user, origin, async () => {
      const [row] = await query<JobRow>(
        `UPDATE care.job SET state = 'RUNNING', done = 0 WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1
           AND state IN ('QUEUED', 'RUNNING') RETURNING kind, state, params, request_id, address, moved_now`,
        [id],
      );
      return row;
    });
  }

  /** What is left out stays. */
  private async update({ id, user, origin }: Asked, change: object): Promise<void> {
    await this.transactions.run(user, origin, () =>
      changeRows(
        `UPDATE care.job j SET state = coalesce(c.state, j.state), done = CASE WHEN c.state = 'DONE' THEN j.total ELSE coalesce(c.done, j.done) END,
           total = coalesce(c.total, j.total), href = coalesce(c.href, j.href), problem = c.problem,
           finished_at = CASE WHEN c.state IN ('DONE', 'FAILED') THEN ctx.now() END
         FROM jsonb_to_record($2::jsonb) AS c (state text, done integer, total integer, href text, problem text)
         WHERE j.practice_id = ctx.practice_id() AND j.user_id = ctx.user_id() AND j.id = $1`,
        [id, JSON.stringify(change)],
      ),
    );
  }
}

const originOf = (jobId: string, { request_id, address, moved_now }: JobRow): RequestOrigin => ({
  requestId: request_id ?? jobId,
  address: address ?? 'worker',
  ...(moved_now === null ? {} : { now: moved_now }),
});

/** A code or a class, never a message: database errors quote values. */
function nameOf(error: unknown): string {
  return sqlState(error) ?? (error instanceof Error ? error.name : 'UNKNOWN');
}
