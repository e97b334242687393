import { Injectable } from '@nestjs/common';
import { dayOfInstant, type Day, overdueMonths, reviewableMonths, reviewDueOn } from '@samenoud/domain';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { OverdueReviews, ReviewMonth, ReviewMonthList } from './log-review.dto.ts';

export interface ReviewHead {
  readonly id: string;
  readonly version: number;
  readonly month: Day;
  readonly seed: string;
  readonly acts: number;
  readonly visits: number;
  readonly lines: number;
  readonly decided: number;
  readonly notInOrder: number;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
}

const HEADS = `SELECT r.id, r.version, r.month, r.seed, r.acts, r.visits, m.display_name AS "signedBy", ctx.utc(r.signed_at) AS "signedAt",
    count(l.id)::integer AS lines, count(l.verdict)::integer AS decided,
    (count(*) FILTER (WHERE l.verdict = 'NOT_IN_ORDER'))::integer AS "notInOrder"
  FROM care.log_review r
  LEFT JOIN care.log_review_line l ON l.practice_id = r.practice_id AND l.review_id = r.id
  LEFT JOIN care.membership m ON m.practice_id = r.practice_id AND m.id = r.signed_by
  WHERE r.practice_id = ctx.practice_id() GROUP BY r.practice_id, r.id, m.display_name`;

/** Which months are over, and how far the review of each is. */
@Injectable()
export class ReviewMonths {
  async list(): Promise<ReviewMonthList> {
    const items = await this.months();
    this.log('LIST_LOG_REVIEWS');
    return { items };
  }

  /** For log officer and GP: what is late, and nothing of what is in it. */
  async overdue(): Promise<OverdueReviews> {
    const items = (await this.months()).filter(({ overdue }) => overdue).toReversed();
    this.log('READ_OVERDUE_LOG_REVIEWS');
    return { items };
  }

  /** The review of a month, or of an id. */
  async heads(): Promise<readonly ReviewHead[]> {
    return query<ReviewHead>(HEADS);
  }

  /** The months since this practice keeps a log, newest first. */
  async reviewable(): Promise<readonly Day[]> {
    const { begun } = await queryOne<{ begun: string }>(
      'SELECT ctx.utc(created_at) AS begun FROM care.practice WHERE id = ctx.practice_id()',
    );
    return reviewableMonths(dayOfInstant(begun), requestContext().today);
  }

  private async months(): Promise<ReviewMonth[]> {
    const heads = new Map((await this.heads()).map((head) => [head.month, head]));
    const months = await this.reviewable();
    const signed = months.filter((month) => isSigned(heads.get(month)));
    const late = overdueMonths(months, signed, requestContext().today);
    return months.map((month) => monthView(month, heads.get(month), late.includes(month)));
  }

  private log(type: string): void {
    requestContext().log.push({ type, action: 'R', objectType: 'LOG_REVIEW', purpose: 'AUDIT' });
  }
}

const isSigned = (head: ReviewHead | undefined): boolean => (head?.signedAt ?? null) !== null;

export function monthView(month: Day, head: ReviewHead | undefined, overdue: boolean): ReviewMonth {
  const begun = isSigned(head) ? ('SIGNED' as const) : ('OPEN' as const);
  return {
    month,
    id: head?.id ?? null,
    state: head === undefined ? 'NOT_BEGUN' : begun,
    dueOn: reviewDueOn(month),
    overdue,
    lines: head?.lines ?? 0,
    decided: head?.decided ?? 0,
    notInOrder: head?.notInOrder ?? 0,
    signedBy: head?.signedBy ?? null,
    signedAt: head?.signedAt ?? null,
  };
}
