import { Injectable } from '@nestjs/common';
import { dayOfInstant, dayToMake, nearestRhythmDay, rhythmInstant } from '@samenoud/domain';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { Attendance } from './attendance.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import type { MakeMeeting } from './meeting.dto.ts';
import { meetingsOfSeries, seriesRow } from './series-rows.ts';

interface NewMeeting {
  readonly startsAt: string;
  readonly place: string | null;
  readonly videoLink: string | null;
  readonly minutes: number;
  readonly minutesPerClient: number | null;
  /** The day of the rhythm it is made for. */
  readonly seriesOn: string | null;
  readonly madeBy: string;
}

/** A new meeting in preparation, by hand or by the series, with the agenda built. Source: domain.md 10. */
@Injectable()
export class MakeMeetings {
  constructor(
    private readonly access: MeetingAccess,
    private readonly attendance: Attendance,
    private readonly agendas: BuildAgendas,
  ) {}

  /** Throws as `Attendance.begin`. */
  async byHand({ startsAt, place, videoLink, attendees }: MakeMeeting): Promise<string> {
    const { rhythm, minutes, minutesPerClient } = await seriesRow();
    const id = await write({
      startsAt,
      minutes,
      minutesPerClient,
      place: place?.trim() || null,
      videoLink: videoLink?.trim() || null,
      seriesOn: rhythm === null ? null : nearestRhythmDay(rhythm, dayOfInstant(startsAt)),
      madeBy: requestContext().user.userId,
    });
    await this.attendance.begin(id, attendees);
    await this.agendas.rebuild(await this.access.open(id, 'CREATE'));
    await this.agendas.moveTopics();
    return id;
  }

  /** The next one of the series, in the name of who set it, unless one is planned. */
  async nextOfSeries(): Promise<void> {
    await query('SELECT FROM care.meeting_series WHERE practice_id = ctx.practice_id() FOR NO KEY UPDATE'); // one at a time
    const { rhythm, changedBy, ...series } = await seriesRow();
    if (rhythm === null || changedBy === null) return;
    const seriesOn = dayToMake(rhythm, requestContext().now, await meetingsOfSeries());
    if (seriesOn === undefined) return;
    const id = await write({ ...series, seriesOn, startsAt: rhythmInstant(rhythm, seriesOn), madeBy: changedBy });
    requestContext().log.push({ type: 'CREATE_MEETING', action: 'C', objectType: 'MEETING', objectId: id });
    await this.attendance.beginSeries(id);
    await this.agendas.rebuild({ id, state: 'DRAFT' });
    await this.agendas.moveTopics();
  }
}

async function write(meeting: NewMeeting): Promise<string> {
  const id = newId();
  const { startsAt, place, videoLink, minutes, minutesPerClient, seriesOn, madeBy } = meeting;
  await query(
    `INSERT INTO care.meeting (practice_id, id, starts_at, place, video_link, minutes, minutes_per_client, series_on, made_by, changed_by)
     VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [id, startsAt, place, videoLink, minutes, minutesPerClient, seriesOn, madeBy],
  );
  return id;
}
