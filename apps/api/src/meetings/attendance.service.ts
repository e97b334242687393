import { Injectable } from '@nestjs/common';
import { isFrozen, STANDING_MEMBER_ROLES } from '@samenoud/domain';
import { MeetingPlaces } from '../care-teams/meeting-places.service.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { absentees, writeAttendees } from './attendee-rows.ts';
import type { AttendeeInput, AttendeeView } from './meeting.dto.ts';
import type { MeetingRow } from './meeting-row.ts';
import { standingMembers } from './series-rows.ts';
import { StandIns } from './stand-ins.service.ts';

/** Who takes part in a meeting, who was there, and who joined late. */
@Injectable()
export class Attendance {
  constructor(
    private readonly places: MeetingPlaces,
    private readonly standIns: StandIns,
    private readonly events: LiveEvents,
  ) {}

  of(meetingId: string): Promise<AttendeeView[]> {
    return query<AttendeeView>(
      `SELECT a.user_id AS "userId", s.display_name AS "displayName", s.role, o.name AS organisation, a.present,
         ctx.utc(a.joined_at) AS "joinedAt", a.absent, a.instead_of AS "insteadOf"
       FROM care.meeting_attendee a
       JOIN care.membership s ON s.practice_id = a.practice_id AND s.id = a.user_id
       JOIN care.organisation o ON o.practice_id = s.practice_id AND o.id = s.organisation_id
       WHERE a.practice_id = ctx.practice_id() AND a.meeting_id = $1 AND a.removed_at IS NULL
       ORDER BY array_position($2::text[], s.role), s.display_name, s.id`,
      [meetingId, STANDING_MEMBER_ROLES],
    );
  }

  /**
   * The first attendees: those named, else the standing members, and who makes the meeting. Throws RECEIVER_NOT_ALLOWED for who
   * does not work here or never reads a meeting.
   */
  async begin(meetingId: string, named?: readonly AttendeeInput[]): Promise<void> {
    const { userId } = requestContext().user;
    const asked = named ?? (await standing());
    const maker = asked.some((attendee) => attendee.userId === userId) ? [] : [{ userId }];
    await writeAttendees(meetingId, [...asked, ...maker]);
  }

  /** For a meeting that nobody makes: the standing members. */
  async beginSeries(meetingId: string): Promise<void> {
    await writeAttendees(meetingId, await standing());
  }

  /**
   * All attendees anew: who is not named leaves, and with it her care relation. Who will not be there has none either; her stand-in
   * takes part in her place for as long as that is so. Throws WRONG_STATE, RECEIVER_NOT_ALLOWED.
   */
  async put({ id, version, state }: MeetingRow, attendees: readonly AttendeeInput[]): Promise<void> {
    if (isFrozen(state)) throw new DomainError('WRONG_STATE');
    const before = await absentees(id);
    await writeAttendees(id, attendees);
    await this.standIns.release(id);
    await this.standIns.ask(
      id,
      (await absentees(id)).filter((absent) => !before.includes(absent)),
    );
    await query(
      `UPDATE care.meeting SET version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    await this.places.follow(id);
    await this.events.hint('MEETING', id, version + 1);
  }
}

const standing = async (): Promise<AttendeeInput[]> => (await standingMembers()).map(({ userId }) => ({ userId }));
