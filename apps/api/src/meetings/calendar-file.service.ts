import { Injectable } from '@nestjs/common';
import { calendarFile } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { requestContext } from '../platform/request/request-context.ts';
import { MeetingAccess } from './meeting-access.service.ts';

/** A meeting for the calendar of who takes part. */
@Injectable()
export class CalendarFiles {
  constructor(private readonly access: MeetingAccess) {}

  async of(meetingId: string): Promise<string> {
    const { id, version, startsAt, minutes, place, videoLink, state } = await this.access.open(meetingId, 'READ');
    const summary = text('meetings.name');
    const isCancelled = state === 'CANCELLED';
    const { now: madeAt } = requestContext();
    return calendarFile({
      id,
      sequence: version,
      startsAt,
      minutes,
      madeAt,
      summary,
      place,
      link: videoLink,
      isCancelled,
    });
  }
}
