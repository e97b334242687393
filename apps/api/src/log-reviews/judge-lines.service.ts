import { Injectable } from '@nestjs/common';
import { type LogVerdict, needsNote } from '@samenoud/domain';
import { AccessLogs } from '../access-logs/access-logs.service.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { Notices } from '../notices/notices.service.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { JudgeLine, LogReview, ReviewLine } from './log-review.dto.ts';
import { LogReviews } from './log-reviews.service.ts';

interface LineRow {
  readonly reviewId: string;
  readonly userId: string;
  readonly clientId: string | null;
  readonly day: string;
  readonly isOwn: boolean;
  readonly verdict: LogVerdict | null;
  readonly signed: boolean;
}

const LINE = `SELECT l.review_id AS "reviewId", l.user_id AS "userId", l.client_id AS "clientId", l.verdict,
    (l.first_at AT TIME ZONE 'Europe/Amsterdam')::date AS day, r.signed_at IS NOT NULL AS signed,
    coalesce(m.account_id = me.account_id, false) AS "isOwn"
  FROM care.log_review_line l JOIN care.log_review r ON r.practice_id = l.practice_id AND r.id = l.review_id
  JOIN care.membership me ON me.practice_id = l.practice_id AND me.id = ctx.user_id()
  LEFT JOIN care.membership m ON m.practice_id = l.practice_id AND m.id = l.user_id
  WHERE l.practice_id = ctx.practice_id() AND l.id = $1`;

/** What the reviewer finds of each line, and her name under the month. */
@Injectable()
export class JudgeLines {
  constructor(
    private readonly reviews: LogReviews,
    private readonly logs: AccessLogs,
    private readonly notices: Notices,
  ) {}

  /**
   * One more outcome of a line; earlier ones stay. Throws 400 without the words a verdict needs, 409 OWN_ACTS for what one
   * did oneself, WRONG_STATE once signed off (but what is looked further into), and STALE.
   */
  async judge(id: string, ifMatch: string | undefined, { verdict, note }: JudgeLine): Promise<ReviewLine> {
    const words = note?.trim() ?? '';
    if (needsNote(verdict as LogVerdict) && words === '') throw invalidInput({ pointer: '/note', code: 'REQUIRED' });
    const version = expectedVersion(ifMatch);
    const line = await this.line(id);
    if (line.isOwn) throw new DomainError('OWN_ACTS');
    if (line.signed && line.verdict !== 'LOOK_FURTHER') throw new DomainError('WRONG_STATE');
    const changed = await changeRows(
      `UPDATE care.log_review_line SET verdict = $3, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version, verdict],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.current(line.reviewId, id) } });
    await query(
      `INSERT INTO care.log_review_outcome (practice_id, id, line_id, verdict, note, decided_by)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, ctx.user_id())`,
      [newId(), id, verdict, words === '' ? null : words],
    );
    if (verdict === 'NOT_IN_ORDER') await this.tell(line.reviewId);
    requestContext().log.push({
      type: 'JUDGE_LOG_REVIEW_LINE',
      action: 'U',
      objectType: 'LOG_REVIEW',
      objectId: id,
      purpose: 'AUDIT',
      query: { verdict },
    });
    return this.current(line.reviewId, id);
  }

  /** What stands in the log of this line: the acts of that person on that day, with that client where it is about one. */
  async events(id: string): ReturnType<AccessLogs['ofReview']> {
    const { userId, clientId, day } = await this.line(id);
    return this.logs.ofReview({ userId, clientId, day });
  }

  /** Signs the month off. Throws 409 REVIEW_NOT_DONE while a line has no outcome, WRONG_STATE when it is signed, and STALE. */
  async sign(id: string, ifMatch: string | undefined): Promise<LogReview> {
    const version = expectedVersion(ifMatch);
    const head = await this.reviews.head(id);
    if (head.signedAt !== null) throw new DomainError('WRONG_STATE');
    if (head.decided < head.lines) throw new DomainError('REVIEW_NOT_DONE');
    const changed = await changeRows(
      `UPDATE care.log_review SET signed_by = ctx.user_id(), signed_at = ctx.now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.reviews.get(id) } });
    return this.reviews.view(await this.reviews.head(id), 'FINALISE_LOG_REVIEW', 'U');
  }

  /** GPs and managers hear that something was found, and not what: they ask the log officer. */
  private async tell(reviewId: string): Promise<void> {
    const people = await query<{ id: string }>(
      `SELECT id FROM care.membership WHERE practice_id = ctx.practice_id() AND role IN ('GP', 'PRACTICE_MANAGER') AND valid @> now()`,
    );
    await this.notices.tell(
      people.map((one) => one.id),
      { kind: 'LOG_NOT_IN_ORDER', objectId: reviewId },
    );
  }

  private async line(id: string): Promise<LineRow> {
    const [line] = isUuid(id) ? await query<LineRow>(LINE, [id]) : [];
    if (!line) throw new DomainError('NOT_FOUND');
    return line;
  }

  private async current(reviewId: string, id: string): Promise<ReviewLine> {
    const line = (await this.reviews.lines(reviewId)).find((one) => one.id === id);
    if (!line) throw new DomainError('NOT_FOUND');
    return line;
  }
}
