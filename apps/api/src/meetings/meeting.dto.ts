import { MEETING_LIMITS, MEETING_STATES, type MeetingState, SERIES_LIMITS, STAFF_ROLES } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { PageView } from '../platform/http/page.ts';
import { TopicView } from './meeting-topic.dto.ts';
import { AgendaItemView, GoneClient } from './agenda-item.dto.ts';
import { ConfirmedBefore, ReviewDelegation } from './profile-review.dto.ts';

const PLACE = { max: MEETING_LIMITS.place, optional: true, nullable: true, example: 'Vergaderkamer' } as const;
const LINK = {
  max: MEETING_LIMITS.videoLink,
  optional: true,
  nullable: true,
  example: 'https://video.example/oz-team',
} as const;
const MOST = 2_147_483_647;

export class AttendeeInput {
  @IdField() userId: string;
  @BooleanField({ optional: true, nullable: true, description: 'null: not noted yet.' }) present?: boolean | null;
  @InstantField({ optional: true, nullable: true, description: 'When she joined, if later than the start.' })
  joinedAt?: string | null;
  @BooleanField({
    optional: true,
    description: 'She said beforehand that she will not be there: her stand-in takes part. Left out: as it was.',
  })
  absent?: boolean;
}

export class MakeMeeting {
  @InstantField({ example: '2026-12-08T12:30:00+01:00' }) startsAt: string;
  @TextField(PLACE) place?: string | null;
  @TextField(LINK) videoLink?: string | null;
  @ListField(() => AttendeeInput, {
    max: MEETING_LIMITS.attendees,
    optional: true,
    description: 'Default the standing members; who makes the meeting always takes part.',
  })
  attendees?: AttendeeInput[];
}

export class ChangeMeeting {
  @InstantField({ optional: true }) startsAt?: string;
  @TextField(PLACE) place?: string | null;
  @TextField(LINK) videoLink?: string | null;
}

export class StepMeeting {
  @CodeField(MEETING_STATES, { example: 'OPEN' }) to: MeetingState;
  @TextField({
    max: MEETING_LIMITS.reason,
    optional: true,
    nullable: true,
    description: 'Needed to cancel and to reopen.',
  })
  reason?: string | null;
}

export class PutAttendance {
  @ListField(() => AttendeeInput, {
    max: MEETING_LIMITS.attendees,
    description: 'All of them: who is not named leaves.',
  })
  attendees: AttendeeInput[];
}

export class AttendeeView {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 200 }) organisation: string;
  @BooleanField({ nullable: true }) present: boolean | null;
  @InstantField({ nullable: true }) joinedAt: string | null;
  @BooleanField({ description: 'She said beforehand that she will not be there; she has no part in the care by it.' })
  absent: boolean;
  @IdField({ nullable: true, description: 'In whose place she takes part.' }) insteadOf: string | null;
}

/** What a list says of a meeting; nothing of a client. */
export class MeetingSummary {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @CodeField(MEETING_STATES) state: MeetingState;
  @InstantField() startsAt: string;
  @TextField({ ...PLACE, optional: false }) place: string | null;
  @TextField({ ...LINK, optional: false }) videoLink: string | null;
  @IntegerField({ ...SERIES_LIMITS.minutes, description: 'How long it is planned to take.' }) minutes: number;
  @IntegerField({ ...SERIES_LIMITS.minutesPerClient, nullable: true }) minutesPerClient: number | null;
  @DayField({ nullable: true, description: 'The day of the series it was made for, also when it was moved.' })
  seriesOn: string | null;
  @IntegerField({ min: 0, max: MOST, description: 'Editions of the minutes.' }) edition: number;
  @InstantField({ nullable: true, description: 'When the agenda was built last.' }) builtAt: string | null;
  @InstantField({ nullable: true }) startedAt: string | null;
  @InstantField({ nullable: true }) closedAt: string | null;
  @IdField() madeBy: string;
  @ObjectField(() => ReviewDelegation, { nullable: true, description: 'Who prepares the review of profiles, while it is prepared.' })
  reviewDelegation: ReviewDelegation | null; // prettier-ignore
  @BooleanField({ description: 'Whether the asker takes part.' }) attends: boolean;
}

export class MeetingView extends MeetingSummary {
  @BooleanField({ description: 'Whether the asker may share, start, close, reopen and cancel it.' }) mayLead: boolean;
  @BooleanField({ description: 'Whether the asker may change it and record decisions.' }) mayWrite: boolean;
  @TextField({ max: MEETING_LIMITS.reason, nullable: true, description: 'Why it was cancelled, or reopened last.' })
  reason: string | null;
  @ListField(() => AttendeeView, { max: 200 }) attendees: AttendeeView[];
  @ListField(() => AgendaItemView, {
    max: 2000,
    description: 'In its order; a place that is not shared says nothing else.',
  })
  agenda: AgendaItemView[];
  @ListField(() => TopicView, { max: 500, description: 'About no client, at the end of the agenda.' })
  topics: TopicView[];
  @ListField(() => GoneClient, {
    max: 2000,
    description: 'Died or left since the meeting before: never on the agenda.',
  })
  gone: GoneClient[];
  @ListField(() => ConfirmedBefore, {
    max: 2000,
    description: '"Bevestigd, niet op de agenda": confirmed before the meeting, as far as shared.',
  })
  confirmed: ConfirmedBefore[];
}

export class MeetingList extends PageView {
  @ListField(() => MeetingSummary, { max: 200, description: 'What is to come first, then what has been.' })
  items: MeetingSummary[];
}
