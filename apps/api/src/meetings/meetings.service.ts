import { Injectable } from '@nestjs/common';
import { isBeingPrepared } from '@samenoud/domain';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { AgendaViews } from './agenda-view.service.ts';
import { Attendance } from './attendance.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { MakeMeetings } from './make-meeting.service.ts';
import { ConfirmedBeforeMeetings } from './confirmed-before.service.ts';
import type { ChangeMeeting, MakeMeeting, MeetingList, MeetingSummary, MeetingView } from './meeting.dto.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { MeetingTopics } from './meeting-topics.service.ts';
import { findMeeting, MEETING_SELECT, type MeetingRow } from './meeting-row.ts';

/** Meetings of the Ouderenzorg Team, as who takes part sees and prepares them. State machine: docs/state-machines/meeting.md. */
@Injectable()
export class Meetings {
  constructor(
    private readonly access: MeetingAccess,
    private readonly views: AgendaViews,
    private readonly topics: MeetingTopics,
    private readonly attendance: Attendance,
    private readonly making: MakeMeetings,
    private readonly agendas: BuildAgendas,
    private readonly confirmed: ConfirmedBeforeMeetings,
    private readonly events: LiveEvents,
  ) {}

  /** What is to come first, the nearest in front; then what has been or was cancelled, the latest in front. */
  async list(page: PageQuery): Promise<MeetingList> {
    const rows = await query<MeetingSummary>(
      `SELECT * FROM (${MEETING_SELECT}) AS m ORDER BY m.state IN ('CLOSED', 'CANCELLED'),
         CASE WHEN m.state NOT IN ('CLOSED', 'CANCELLED') THEN m."startsAt" END, m."startsAt" DESC, m.id`,
    );
    const mine = rows.filter(({ attends }) => this.access.ruleFor('READ', attends) !== undefined);
    requestContext().log.push({ type: 'LIST_MEETINGS', action: 'R', objectType: 'MEETING' });
    return pageOf(mine, page);
  }

  async get(id: string): Promise<MeetingView> {
    return this.view(await this.access.open(id, 'READ'));
  }

  /** In preparation, with the agenda built. Throws as `Attendance.put`. */
  async make(body: MakeMeeting): Promise<MeetingView> {
    return this.get(await this.making.byHand(body));
  }

  /** Another day, place or link, while it is prepared; the agenda follows the day. Throws WRONG_STATE, STALE. */
  async change(id: string, ifMatch: string | undefined, body: ChangeMeeting): Promise<MeetingView> {
    const version = expectedVersion(ifMatch);
    const row = await this.access.open(id, 'UPDATE', 'CHANGE');
    if (row.version !== version) throw await this.stale(row);
    if (!isBeingPrepared(row.state)) throw new DomainError('WRONG_STATE');
    await query(
      `UPDATE care.meeting SET version = version + 1, starts_at = $2, place = $3, video_link = $4, changed_by = ctx.user_id(),
         changed_at = ctx.now() WHERE practice_id = ctx.practice_id() AND id = $1`,
      [
        id,
        body.startsAt ?? row.startsAt,
        body.place === undefined ? row.place : body.place?.trim() || null,
        body.videoLink === undefined ? row.videoLink : body.videoLink?.trim() || null,
      ],
    );
    await this.events.hint('MEETING', id, version + 1);
    if (body.startsAt !== undefined) await this.agendas.rebuild(row);
    return this.get(id);
  }

  /** Throws WRONG_STATE from the moment it runs. */
  async rebuild(id: string): Promise<MeetingView> {
    await this.agendas.rebuild(await this.access.open(id, 'UPDATE', 'CHANGE'));
    return this.get(id);
  }

  async putAttendance(
    id: string,
    ifMatch: string | undefined,
    attendees: MakeMeeting['attendees'] = [],
  ): Promise<MeetingView> {
    const version = expectedVersion(ifMatch);
    const row = await this.access.open(id, 'UPDATE', 'CHANGE');
    if (row.version !== version) throw await this.stale(row);
    await this.attendance.put(row, attendees);
    const after = await findMeeting(id);
    if (after === undefined) throw new DomainError('NOT_FOUND');
    return this.view(after);
  }

  private async stale(row: MeetingRow): Promise<DomainError> {
    return new DomainError('STALE', { extra: { current: await this.view(row) } });
  }

  private async view(row: MeetingRow): Promise<MeetingView> {
    const [attendees, reason, agenda, topics, gone, confirmed] = await Promise.all([
      this.attendance.of(row.id),
      reasonOf(row),
      this.views.agendaOf(row),
      this.topics.of(row.id),
      this.views.goneBefore(row),
      this.confirmed.of(row),
    ]);
    const may = (action: 'FINALISE' | 'UPDATE'): boolean => this.access.ruleFor(action, row.attends) !== undefined;
    return {
      ...row,
      mayLead: may('FINALISE'),
      mayWrite: may('UPDATE'),
      reason,
      attendees,
      agenda,
      topics,
      gone,
      confirmed,
    };
  }
}

/** Of the last step that was asked one. */
async function reasonOf({ id }: MeetingRow): Promise<string | null> {
  const [step] = await query<{ reason: string | null }>(
    `SELECT reason FROM care.meeting_step WHERE practice_id = ctx.practice_id() AND meeting_id = $1 AND reason IS NOT NULL
     ORDER BY made_at DESC, id DESC LIMIT 1`,
    [id],
  );
  return step?.reason ?? null;
}
