import { ACTION_LIMITS, ASSIGNMENT_REASON_CODES, DECISION_KINDS, type DecisionKind, MEETING_LIMITS, PROFILES, REFERRAL_LIMITS, REFERRAL_STATES, REFERRAL_TYPES, type ReferralType } from '@samenoud/domain'; // prettier-ignore
import { CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField, TextsField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const MOST = 2_147_483_647;

const some = { optional: true, nullable: true } as const;

/** A decision of one kind; which fields each kind takes is in `DECISION_FIELDS` of the domain. */
export class RecordDecision {
  @CodeField(DECISION_KINDS, { example: 'NOTE' }) kind: DecisionKind;
  @CodeField(PROFILES, { ...some, description: 'ASSIGN_PROFILE' }) profile?: string | null;
  @TextField({
    max: REFERRAL_LIMITS.reason,
    ...some,
    description: 'ASSIGN_PROFILE: why, at most 300 characters; obligatory when it is not the proposal. REFER: why.',
  })
  reason?: string | null;
  @CodeField(ASSIGNMENT_REASON_CODES, { ...some, description: 'ASSIGN_PROFILE' }) reasonCode?: string | null;
  @IdField({ ...some, description: 'NAME_CASE_MANAGER' }) userId?: string | null;
  @TextField({
    max: MEETING_LIMITS.note,
    ...some,
    description: 'ACTION, at most 300 characters; NOTE',
    example: 'Dochter komt mee',
  })
  text?: string | null;
  @IdField({ ...some, description: 'ACTION: who does it.' }) ownerId?: string | null;
  @DayField({ ...some, description: 'ACTION: by when. REFER: when feedback is expected; default as the practice set.' })
  dueOn?: string | null;
  @CodeField(REFERRAL_TYPES, { ...some, description: 'REFER' }) type?: ReferralType | null;
  @TextField({ max: REFERRAL_LIMITS.typeText, ...some, description: 'REFER, of type OTHER.' }) typeText?: string | null;
  @TextField({ max: REFERRAL_LIMITS.receiver, ...some, description: 'REFER' }) receiver?: string | null;
  @IdField({ ...some, description: 'REFER: who refers, if not who writes it down.' }) referrerId?: string | null;
  @DayField({ ...some, description: 'NEXT_REVIEW: today or later.' }) on?: string | null;
}

/** An action that a meeting decided on, as far as a line needs it. */
export class OpenActionView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @TextField({ max: ACTION_LIMITS.text }) text: string;
  @IdField({ nullable: true }) ownerId: string | null;
  @DayField() dueOn: string;
  @CodeField(['OPEN', 'DONE', 'CANCELLED']) state: string;
  @IntegerField({ min: 0, max: MOST }) postponedCount: number;
  @DayField({ optional: true, nullable: true, description: 'Of an action of an earlier meeting that is done.' })
  doneOn?: string | null;
  @TextsField({ optional: true, description: 'Of an open action: the days it was due before, the oldest first.' })
  dueBefore?: string[];
}

class DecidedReferral {
  @IdField() id: string;
  @CodeField(REFERRAL_TYPES) type: string;
  @TextField({ max: REFERRAL_LIMITS.receiver }) receiver: string;
  @CodeField(REFERRAL_STATES) state: string;
}

class UndoneView {
  @IdField({ description: 'The reversing decision.' }) decisionId: string;
  @IdField() by: string;
  @InstantField() at: string;
}

/** What was decided, which is the change in the record itself. What is of another category is there for whom it is shared with. */
export class DecisionView {
  @IdField() id: string;
  @CodeField(DECISION_KINDS) kind: DecisionKind;
  @IdField() meetingId: string;
  @IdField() itemId: string;
  @IdField() clientId: string;
  @IdField() recordedBy: string;
  @InstantField() recordedAt: string;
  @TextField({ max: MEETING_LIMITS.note, nullable: true, description: 'Of a NOTE.' }) text: string | null;
  @CodeField(PROFILES, { nullable: true, description: 'Of ASSIGN_PROFILE.' }) profile: string | null;
  @TextField({ max: 300, nullable: true }) reason: string | null;
  @CodeField(ASSIGNMENT_REASON_CODES, { nullable: true }) reasonCode: string | null;
  @IdField({ nullable: true, description: 'Of NAME_CASE_MANAGER.' }) userId: string | null;
  @ObjectField(() => OpenActionView, { nullable: true, description: 'Of ACTION.' }) action: OpenActionView | null;
  @DayField({ nullable: true, description: 'Of NEXT_REVIEW.' }) on: string | null;
  @ObjectField(() => DecidedReferral, { nullable: true, description: 'Of REFER.' }) referral: DecidedReferral | null;
  @IdField({ nullable: true, description: 'The decision that this one takes back.' }) reversesId: string | null;
  @ObjectField(() => UndoneView, { nullable: true }) undone: UndoneView | null;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
