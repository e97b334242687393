import { AGENDA_CODES, type AgendaCode, ANSWERS_COMPARED, PROFILES, PROPOSED_PROFILES, type ProposedProfile, REVIEW_MARKS, type ReviewMark } from '@samenoud/domain'; // prettier-ignore
import { BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const MOST = 2_147_483_647;
const TOTAL = { min: 0, max: 60 } as const;
/** Profiles that can be confirmed together. */
const MOST_TOGETHER = 200;

class ReviewedTotal {
  @IntegerField(TOTAL) lower: number;
  @IntegerField({ ...TOTAL, description: 'The same as `lower` where no answer is missing.' }) upper: number;
}

export class ReviewedTotals {
  @ObjectField(() => ReviewedTotal) gfi: ReviewedTotal;
  @ObjectField(() => ReviewedTotal) imesa: ReviewedTotal;
}

export class ReviewedAnswer {
  @IntegerField({ min: 1, max: 99, description: 'Number of the question on the paper form.' }) number: number;
  @TextField({ max: 300, example: 'Geheugen' }) label: string;
  @TextField({ max: 300, example: 'nee' }) before: string;
  @TextField({ max: 300, example: 'soms' }) now: string;
}

/** A profile that waits on the agenda, with what changed since the form before. */
export class ProfileReviewLine {
  @IdField() itemId: string;
  @IntegerField({ min: 1, max: MOST }) place: number;
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @DayField() birthDate: string;
  @BooleanField({ description: 'Whether the asker is her GP.' }) isMine: boolean;
  @IdField({ description: 'The form the proposal rests on.' }) responseId: string;
  @CodeField(AGENDA_CODES, { example: 'PROFILE_CHANGED' }) code: AgendaCode;
  @CodeField(PROPOSED_PROFILES) proposed: ProposedProfile;
  @CodeField(PROFILES, { nullable: true, description: 'As it stands in the record.' }) assigned: string | null;
  @CodesField(AGENDA_CODES, { description: 'Why she stays on the agenda when her profile is confirmed.' })
  otherReasons: AgendaCode[];
  @DayField({ nullable: true, description: 'Of the form.' }) completedOn: string | null;
  @DayField({ nullable: true, description: 'Of the form before it.' }) previousOn: string | null;
  @CodeField(ANSWERS_COMPARED, { nullable: true, description: 'null: nothing of the forms is shared.' })
  compared: string | null;
  @ObjectField(() => ReviewedTotals, { nullable: true }) now: ReviewedTotals | null;
  @ObjectField(() => ReviewedTotals, { nullable: true }) before: ReviewedTotals | null;
  @ListField(() => ReviewedAnswer, { max: 50 }) changes: ReviewedAnswer[];
  @CodeField(REVIEW_MARKS) mark: ReviewMark;
  @IdField({ nullable: true }) markedBy: string | null;
  @InstantField({ nullable: true }) markedAt: string | null;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

/** A client whose profile was confirmed before the meeting, and who therefore is not on its agenda. */
export class ConfirmedBefore {
  @IdField() clientId: string;
  @TextField({ max: 300 }) clientName: string;
  @CodeField(PROFILES) profile: string;
  @IdField() by: string;
  @InstantField() at: string;
}

export class ReviewDelegation {
  @IdField({ description: 'The practice nurse who was asked to prepare the review.' }) userId: string;
  @IdField() by: string;
  @InstantField() at: string;
}

export class ProfileReviewView {
  @IdField() meetingId: string;
  @ListField(() => ProfileReviewLine, { max: 2000, description: "The asker's own patients first, then in the order of the agenda." })
  lines: ProfileReviewLine[]; // prettier-ignore
  @ListField(() => ConfirmedBefore, { max: 2000 }) confirmed: ConfirmedBefore[];
  @ObjectField(() => ReviewDelegation, { nullable: true }) delegation: ReviewDelegation | null;
}

export class MarkProfile {
  @IdField() clientId: string;
  @IdField({ description: 'The form on the line.' }) responseId: string;
  @CodeField(REVIEW_MARKS, { example: 'DISCUSS', description: 'READY is for who prepares.' }) mark: ReviewMark;
}

class ConfirmedProfile {
  @IdField() clientId: string;
  @IdField({ description: 'The form on the line.' }) responseId: string;
  @CodeField(PROFILES, { description: 'The proposal as it was shown.' }) profile: string;
}

export class ConfirmProfiles {
  @ListField(() => ConfirmedProfile, {
    max: MOST_TOGETHER,
    description: 'More than one: only ROBUST for the first time or unchanged.',
  })
  profiles: ConfirmedProfile[];
}

export class DelegateReview {
  @IdField({ nullable: true, description: 'A practice nurse; null takes it back.' }) userId: string | null;
}
