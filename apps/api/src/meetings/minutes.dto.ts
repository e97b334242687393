import { AGENDA_OUTCOMES, type AgendaOutcome, DECISION_KINDS, type DecisionKind, MEETING_LIMITS, PROFILES, REFERRAL_TYPES, STAFF_ROLES } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { MinutesTopic } from './meeting-topic.dto.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const MOST = 2_147_483_647;
const EDITION = { min: 1, max: 9999 } as const;

export class MinutesQuery {
  @TextField({ max: 4, optional: true, description: 'An earlier edition; default the newest.', example: '1' })
  edition?: string;
}

class MinutesAttendee {
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 200 }) organisation: string;
  @BooleanField({ nullable: true }) present: boolean | null;
  @InstantField({ nullable: true }) joinedAt: string | null;
}

class MinutesEdition {
  @IntegerField(EDITION) edition: number;
  @InstantField() madeAt: string;
  @IdField() madeBy: string;
  @TextField({ max: MEETING_LIMITS.reason, nullable: true, description: 'Why it was made anew.' }) reason:
    string | null;
}

class MinutesAction {
  @TextField({ max: 300 }) text: string;
  @IdField({ nullable: true }) ownerId: string | null;
  @DayField() dueOn: string;
}

class MinutesReferral {
  @CodeField(REFERRAL_TYPES) type: string;
  @TextField({ max: 1000 }) receiver: string;
  @TextField({ max: 2000 }) reason: string;
}

/** A decision as it stood when the meeting closed. */
export class MinutesDecision {
  @IdField() id: string;
  @CodeField(DECISION_KINDS) kind: DecisionKind;
  @IdField() recordedBy: string;
  @InstantField() recordedAt: string;
  @TextField({ max: MEETING_LIMITS.note, nullable: true }) text: string | null;
  @DayField({ nullable: true }) on: string | null;
  @IdField({ nullable: true }) userId: string | null;
  @CodeField(PROFILES, { nullable: true }) profile: string | null;
  @TextField({ max: 300, nullable: true }) reason: string | null;
  @ObjectField(() => MinutesAction, { nullable: true }) action: MinutesAction | null;
  @ObjectField(() => MinutesReferral, { nullable: true }) referral: MinutesReferral | null;
}

class MinutesFeedback {
  @IdField() by: string;
  @DayField({ nullable: true }) on: string | null;
}

/** What was said of one client; of one who is not shared with the asker the place only. */
export class MinutesItem {
  @IntegerField({ min: 1, max: MOST }) place: number;
  @BooleanField({ description: 'false: "niet gedeeld".' }) shared: boolean;
  @IdField({ nullable: true }) itemId: string | null;
  @IdField({ nullable: true }) clientId: string | null;
  @TextField({ max: 300, nullable: true }) clientName: string | null;
  @DayField({ nullable: true }) birthDate: string | null;
  @TextField({ max: MEETING_LIMITS.question, nullable: true }) question: string | null;
  @IdField({ nullable: true }) presenterId: string | null;
  @CodeField(AGENDA_OUTCOMES, { nullable: true }) outcome: AgendaOutcome | null;
  @ListField(() => MinutesDecision, { max: 200 }) decisions: MinutesDecision[];
  @ObjectField(() => MinutesFeedback, { nullable: true }) feedback: MinutesFeedback | null;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class MinutesView extends MinutesEdition {
  @IdField() meetingId: string;
  @InstantField() startsAt: string;
  @TextField({ max: MEETING_LIMITS.place, nullable: true }) place: string | null;
  @ListField(() => MinutesAttendee, { max: 200 }) attendance: MinutesAttendee[];
  @ListField(() => MinutesEdition, { max: 200, description: 'All of them, newest first.' }) editions: MinutesEdition[];
  @ListField(() => MinutesTopic, { max: 500, description: 'About no client.' }) topics: MinutesTopic[];
  @ListField(() => MinutesItem, { max: 2000 }) items: MinutesItem[];
  @BooleanField({ optional: true, description: 'There is a medical annex for the asker; absent for everybody else.' })
  hasMedicalAnnex?: true;
}

export class MeetingHisText {
  @IdField() itemId: string;
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @TextField({ max: 20_000, description: 'At most four lines.', example: 'Ouderenzorg Team 02-03-2026: besproken' })
  text: string;
}

export class MeetingHisTextList {
  @ListField(() => MeetingHisText, { max: 2000, description: 'Clients who were discussed, in the order of the minutes.' })
  texts: MeetingHisText[]; // prettier-ignore
}
