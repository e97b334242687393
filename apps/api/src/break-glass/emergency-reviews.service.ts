import { Injectable } from '@nestjs/common';
import {
  type EmergencyReviewState, type EmergencyVerdict, isEmergencyReviewOverdue, listName, type PersonName, emergencyReviewAfter, emergencyReviewDueOn,
  verdictNeedsNote,
} from '@samenoud/domain'; // prettier-ignore
import { Notices } from '../notices/notices.service.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { pageOf } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type {
  EmergencyReview, EmergencyReviewCount, EmergencyReviewDetail, EmergencyReviewList, EmergencyReviewQuery, JudgeEmergency,
} from './emergency-access.dto.ts'; // prettier-ignore
import { actsUnder } from './emergency-acts.ts';
import { EmergencyNotes } from './emergency-notes.service.ts';
import { EMERGENCY_COLUMNS } from './emergency-row.ts';

type ReviewRow = Omit<EmergencyReview, 'clientName' | 'dueOn' | 'overdue'> & { readonly name: PersonName | null };

/** Her own account counts, whatever membership it was done in. */
const reviewsSql = (): string => `SELECT ${EMERGENCY_COLUMNS}, e.review_state AS state,
    e.ended_at IS NULL AND e.ends_at > now() AS running,
    jsonb_build_object('userId', m.id, 'displayName', m.display_name, 'role', m.role, 'organisation', o.name) AS person,
    m.account_id = (SELECT s.account_id FROM care.membership s WHERE s.practice_id = ctx.practice_id() AND s.id = ctx.user_id()) AS own,
    c.birth_date AS "birthDate", CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('initials', c.initials, 'given', c.given_name,
      'prefix', c.name_prefix, 'family', c.family_name, 'partnerPrefix', c.partner_prefix,
      'partnerFamily', c.partner_family_name, 'use', c.name_use) END AS name,
    care.emergency_note_count(e.id) AS "noteCount",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'verdict', v.verdict, 'note', v.note, 'madeBy', w.display_name,
       'madeAt', ctx.utc(v.made_at)) ORDER BY v.made_at, v.id), '[]')
     FROM care.emergency_verdict v JOIN care.membership w ON w.practice_id = v.practice_id AND w.id = v.made_by
     WHERE v.practice_id = ctx.practice_id() AND v.emergency_access_id = e.id) AS verdicts
  FROM care.emergency_access e
  JOIN care.membership m ON m.practice_id = e.practice_id AND m.id = e.user_id
  JOIN care.organisation o ON o.practice_id = e.practice_id AND o.id = e.org_id
  LEFT JOIN care.client c ON c.practice_id = e.practice_id AND c.id = e.client_id AND ${relatedSql('c', 'IDENTITY')}
    AND ${sharedSql('c', 'c.id', 1)}
  WHERE e.practice_id = ctx.practice_id()`;

const OPEN = `e.review_state IN ('OPEN', 'INVESTIGATING')`;

/** The review of every emergency access within seven days, never by the person herself. Source: `trust.md` 3. */
@Injectable()
export class EmergencyReviews {
  constructor(
    private readonly notices: Notices,
    private readonly notes: EmergencyNotes,
    private readonly events: LiveEvents,
  ) {}

  /** What waits longest comes first; of what is decided the newest. */
  async list({ state = 'OPEN', ...page }: EmergencyReviewQuery): Promise<EmergencyReviewList> {
    const which = state === 'OPEN' ? `${OPEN} ORDER BY e.begun_at, e.id` : `NOT ${OPEN} ORDER BY e.begun_at DESC, e.id`;
    const rows = await query<ReviewRow>(`${reviewsSql()} AND ${which} LIMIT 2000`);
    const found = pageOf(rows.map(reviewOf), page);
    requestContext().log.push({
      type: 'LIST_EMERGENCY_ACCESSES',
      action: 'R',
      objectType: 'EMERGENCY_ACCESS',
      category: 1,
      query: { state, ids: [...new Set(found.items.map(({ clientId }) => clientId))] },
    });
    return found;
  }

  /** For Vandaag: numbers and not more, of what she can judge. */
  async count(): Promise<EmergencyReviewCount> {
    const rows = (await query<ReviewRow>(`${reviewsSql()} AND ${OPEN} LIMIT 2000`))
      .filter(({ own }) => !own)
      .map(reviewOf);
    return { open: rows.length, overdue: rows.filter(({ overdue }) => overdue).length };
  }

  /** With what was opened under it, without content. Reading that is a reading of the log, and logged as one. */
  async get(id: string): Promise<EmergencyReviewDetail> {
    const review = reviewOf(await this.row(id));
    requestContext().log.push({
      type: 'READ_EMERGENCY_ACCESS',
      action: 'R',
      objectType: 'EMERGENCY_ACCESS',
      objectId: id,
      clientId: review.clientId,
    });
    return { ...review, acts: await actsUnder(review), notes: await this.notes.readable(id, review.clientId) };
  }

  /**
   * Refused with NOT_FOUND, NOT_ONESELF for her own, 400 where words are missing, and WRONG_STATE once it is judged.
   * What was not justified ends at once, if it still runs. Whoever did it is told that there is a verdict.
   */
  async judge(id: string, { verdict, note }: JudgeEmergency): Promise<EmergencyReviewDetail> {
    const { state, own, clientId, person, running } = await this.row(id);
    if (own) throw new DomainError('NOT_ONESELF');
    const words = note?.trim() || null;
    if (verdictNeedsNote(verdict as EmergencyVerdict) && words === null)
      throw invalidInput({ pointer: '/note', code: 'REASON_REQUIRED' });
    const next = emergencyReviewAfter(state as EmergencyReviewState, verdict as EmergencyVerdict);
    const changed = next
      ? await changeRows(
          `UPDATE care.emergency_access SET review_state = $2, ended_at = CASE WHEN $2 = 'NOT_JUSTIFIED' AND ended_at IS NULL
             AND ends_at > now() THEN now() ELSE ended_at END
           WHERE practice_id = ctx.practice_id() AND id = $1 AND review_state = $3`,
          [id, next, state],
        )
      : 0;
    if (changed === 0) throw new DomainError('WRONG_STATE');
    if (running && next === 'NOT_JUSTIFIED') await this.events.accessChanged([{ clientId, lost: [person.userId] }]);
    await query(
      `INSERT INTO care.emergency_verdict (practice_id, id, emergency_access_id, verdict, note, made_by)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, ctx.user_id())`,
      [newId(), id, verdict, words],
    );
    requestContext().log.push({
      type: 'FINALISE_EMERGENCY_ACCESS',
      action: 'U',
      objectType: 'EMERGENCY_ACCESS',
      objectId: id,
      clientId,
      query: { verdict },
    });
    await this.notices.tell([person.userId], { kind: 'EMERGENCY_VERDICT', clientId, objectId: id });
    return this.get(id);
  }

  private async row(id: string): Promise<ReviewRow> {
    const [row] = isUuid(id) ? await query<ReviewRow>(`${reviewsSql()} AND e.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    requestContext().clientId = row.clientId;
    return row;
  }
}

function reviewOf({ name, ...row }: ReviewRow): EmergencyReview {
  const { begunAt, state } = row;
  return {
    ...row,
    clientName: name === null ? null : listName(name),
    dueOn: emergencyReviewDueOn(begunAt),
    overdue: isEmergencyReviewOverdue(state as EmergencyReviewState, begunAt, requestContext().today),
  };
}
