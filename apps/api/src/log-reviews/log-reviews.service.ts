import { Injectable } from '@nestjs/common';
import { type Day, monthOf, monthSample, overdueMonths } from '@samenoud/domain';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { DetectMisuse, type Hit } from './detect-misuse.service.ts';
import type { BeginReview, LogReview, ReviewLine } from './log-review.dto.ts';
import { monthView, type ReviewHead, ReviewMonths } from './review-months.service.ts';

const ADD_LINES = `INSERT INTO care.log_review_line (practice_id, id, review_id, position, patterns, user_id, role_code, client_id,
    first_at, last_at, first_seq, acts, clients)
  SELECT ctx.practice_id(), l.id, $1, l.position, l.patterns, l.user_id, l.role, l.client_id, l.first_at, l.last_at, l.first_seq,
    l.acts, l.clients
  FROM jsonb_to_recordset($2::jsonb) AS l (id uuid, position integer, patterns text[], user_id uuid, role text, client_id uuid,
    first_at timestamptz, last_at timestamptz, first_seq bigint, acts integer, clients integer)`;

const LINES = `SELECT l.id, l.version, l.patterns, l.user_id AS "userId", coalesce(m.display_name, '') AS "displayName",
    l.role_code AS role, o.name AS organisation, l.client_id AS "clientId", ctx.utc(l.first_at) AS "firstAt",
    ctx.utc(l.last_at) AS "lastAt", l.acts, l.clients, l.verdict,
    coalesce(m.account_id = me.account_id, false) AS own,
    coalesce((SELECT jsonb_agg(jsonb_build_object('verdict', x.verdict, 'note', x.note, 'decidedBy', d.display_name,
        'decidedAt', ctx.utc(x.decided_at)) ORDER BY x.decided_at DESC, x.id DESC)
      FROM care.log_review_outcome x JOIN care.membership d ON d.practice_id = x.practice_id AND d.id = x.decided_by
      WHERE x.practice_id = l.practice_id AND x.line_id = l.id), '[]') AS outcomes
  FROM care.log_review_line l
  JOIN care.membership me ON me.practice_id = l.practice_id AND me.id = ctx.user_id()
  LEFT JOIN care.membership m ON m.practice_id = l.practice_id AND m.id = l.user_id
  LEFT JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
  WHERE l.practice_id = ctx.practice_id() AND l.review_id = $1 ORDER BY l.position`;

/** The monthly review of the log: drawn once, kept as drawn, judged line by line. */
@Injectable()
export class LogReviews {
  constructor(
    private readonly months: ReviewMonths,
    private readonly detect: DetectMisuse,
  ) {}

  /** Draws the sample of a month, once; who comes second gets the same. Throws 400 for a month that is not over or before the log. */
  async begin({ month }: BeginReview): Promise<LogReview> {
    const isReviewable = monthOf(month) === month && (await this.months.reviewable()).includes(month);
    if (!isReviewable) throw invalidInput({ pointer: '/month', code: 'INVALID_VALUE' });
    const id = newId();
    const seed = newId();
    const found = await this.detect.inMonth(month, seed);
    const begun = await query<{ id: string }>(
      `INSERT INTO care.log_review (practice_id, id, month, seed, acts, visits, made_by)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, ctx.user_id()) ON CONFLICT (practice_id, month) DO NOTHING RETURNING id`,
      [id, month, seed, found.acts, found.visits],
    );
    if (begun.length > 0) await this.addLines(id, monthSample(found.hits, found.ordinary, seed));
    return this.view(await this.headOfMonth(month), 'CREATE_LOG_REVIEW', 'C');
  }

  /** Throws NOT_FOUND for another practice's. */
  async get(id: string): Promise<LogReview> {
    return this.view(await this.head(id), 'READ_LOG_REVIEW', 'R');
  }

  async head(id: string): Promise<ReviewHead> {
    const head = isUuid(id) ? (await this.months.heads()).find((one) => one.id === id) : undefined;
    if (!head) throw new DomainError('NOT_FOUND');
    return head;
  }

  private async headOfMonth(month: Day): Promise<ReviewHead> {
    const head = (await this.months.heads()).find((one) => one.month === month);
    if (!head) throw new DomainError('NOT_FOUND');
    return head;
  }

  lines(reviewId: string): Promise<ReviewLine[]> {
    return query<ReviewLine>(LINES, [reviewId]);
  }

  private async addLines(reviewId: string, hits: readonly Hit[]): Promise<void> {
    const lines = hits.map((hit, index) => ({
      id: newId(), position: index + 1, patterns: hit.patterns, user_id: hit.userId, role: hit.role, client_id: hit.clientId,
      first_at: hit.firstAt, last_at: hit.lastAt, first_seq: hit.firstSeq, acts: hit.acts, clients: hit.clients,
    })); // prettier-ignore
    await query(ADD_LINES, [reviewId, JSON.stringify(lines)]);
  }

  /** As it stands, with every line; reading it is an act on the log. */
  async view(head: ReviewHead, type: string, action: 'C' | 'R' | 'U'): Promise<LogReview> {
    const items = await this.lines(head.id);
    const signed = head.signedAt === null ? [] : [head.month];
    const isLate = overdueMonths([head.month], signed, requestContext().today).length > 0;
    requestContext().log.push({
      type,
      action,
      objectType: 'LOG_REVIEW',
      objectId: head.id,
      purpose: 'AUDIT',
      query: { month: head.month, count: items.length },
    });
    const { version, acts, visits } = head;
    return { ...monthView(head.month, head, isLate), version, acts, visits, items };
  }
}
