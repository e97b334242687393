import { Injectable } from '@nestjs/common';
import {
  addDays,
  dayOfInstant,
  FEEDBACK_WITHIN_DAYS,
  formatDutchDayLong,
  type LineAtClosing,
  outcomeAtClosing,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ActionSteps } from '../actions/action-steps.service.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { SignalSteps } from '../signals/signal-steps.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { minutesTopics } from './topic-rows.ts';
import type { MeetingRow } from './meeting-row.ts';

interface ToTell {
  readonly itemId: string;
  readonly clientId: string;
  readonly ownerId: string;
  readonly dueOn: string;
}

/** What follows when a meeting closes. Source: domain.md 10, closing. */
@Injectable()
export class CloseMeetings {
  constructor(
    private readonly actions: ActionSteps,
    private readonly signals: SignalSteps,
    private readonly agendas: BuildAgendas,
  ) {}

  /** Before the step itself: outcomes, signals that were discussed, and who tells the client. */
  async prepare({ id, startsAt }: MeetingRow): Promise<void> {
    const lines = await query<LineAtClosing & { readonly id: string }>(
      `SELECT id, outcome, decisions, actions, open_actions AS "openActions" FROM care.lines_at_closing($1)`,
      [id],
    );
    const outcomes = lines.map((line) => ({ id: line.id, outcome: outcomeAtClosing(line) }));
    await query('SELECT care.settle_outcomes($1, $2)', [id, JSON.stringify(outcomes)]);
    const day = formatDutchDayLong(dayOfInstant(startsAt));
    await this.signals.closeDiscussed(id, text('meetings.discussedIn', { day }));
    for (const { itemId, clientId, ownerId, dueOn } of await toTell(id)) {
      await this.actions.add({
        clientId,
        kind: 'TASK',
        category: 6,
        text: text('meetings.tellClient', { day }),
        owner: { kind: 'USER', userId: ownerId },
        dueOn,
        parent: { column: 'feedback_of_id', id: itemId },
        byRule: 'FEEDBACK_TO_CLIENT',
      });
    }
  }

  /** After it: the next edition of the minutes, and the agendas to which what was not discussed carries over. */
  async finish({ id, edition, startsAt, place }: MeetingRow, reason: string | null): Promise<void> {
    const minutesId = newId();
    await query('UPDATE care.meeting SET edition = $2 WHERE practice_id = ctx.practice_id() AND id = $1', [
      id,
      edition + 1,
    ]);
    await query(
      `INSERT INTO care.meeting_minutes (practice_id, id, meeting_id, edition, starts_at, place, reason, made_by, topics, attendance)
       SELECT ctx.practice_id(), $1, $2, $3, $4, $5, $6, ctx.user_id(), $7, coalesce(jsonb_agg(jsonb_build_object('userId', a.user_id,
         'displayName', s.display_name, 'role', s.role, 'organisation', o.name, 'present', coalesce(a.present, CASE WHEN a.absent THEN false END), 'joinedAt', ctx.utc(a.joined_at))
         ORDER BY s.display_name, s.id), '[]')
       FROM care.meeting_attendee a
       JOIN care.membership s ON s.practice_id = a.practice_id AND s.id = a.user_id
       JOIN care.organisation o ON o.practice_id = s.practice_id AND o.id = s.organisation_id
       WHERE a.practice_id = ctx.practice_id() AND a.meeting_id = $2 AND a.removed_at IS NULL`,
      [minutesId, id, edition + 1, startsAt, place, reason, JSON.stringify(await minutesTopics(id))],
    );
    await query('SELECT care.write_minutes($1)', [minutesId]);
    await this.agendas.rebuildComing();
  }
}

/**
 * Lines with a decision that nobody has a task of yet to tell the client: by whom and when the team said, else the case manager, else
 * the GP. Whom the client was told already is not asked. Only clients whom the person at hand may see.
 */
function toTell(meetingId: string): Promise<ToTell[]> {
  const { today, user } = requestContext();
  return query<ToTell>(
    `SELECT i.id AS "itemId", i.client_id AS "clientId", coalesce(i.feedback_on, $2::date) AS "dueOn",
       coalesce((SELECT m.id FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.valid @> now()
         AND m.id IN (i.feedback_by, ${caseManagerSql('c')}, c.gp_id)
         ORDER BY m.id IS DISTINCT FROM i.feedback_by, m.id = c.gp_id LIMIT 1), $3) AS "ownerId"
     FROM care.lines_at_closing($1) l
     JOIN care.agenda_item i ON i.practice_id = ctx.practice_id() AND i.id = l.id
     JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
     WHERE l.decisions > 0 AND (i.feedback_on IS NULL OR i.feedback_on >= $4)
       AND NOT EXISTS (SELECT FROM care.action a WHERE a.practice_id = ctx.practice_id() AND a.feedback_of_id = i.id)
     ORDER BY i.place`,
    [meetingId, addDays(today, FEEDBACK_WITHIN_DAYS), user.userId, today],
  );
}
