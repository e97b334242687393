import { LOG_NOTE_LIMIT, LOG_PATTERNS, LOG_VERDICTS, STAFF_ROLES } from '@samenoud/domain';
import {
  BooleanField, CodeField, CodesField, DayField, IdField, InstantField, IntegerField, ListField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore

const MOST = 2_147_483_647;
const MOST_LINES = 20_000;

export const REVIEW_STATES = ['NOT_BEGUN', 'OPEN', 'SIGNED'] as const;

/** A month that is over, and how far its review is. */
export class ReviewMonth {
  @DayField({ description: 'The first day of the month.', example: '2026-10-01' }) month: string;
  @IdField({ nullable: true }) id: string | null;
  @CodeField(REVIEW_STATES) state: string;
  @DayField({ description: 'Signed off after this day is late.' }) dueOn: string;
  @BooleanField() overdue: boolean;
  @IntegerField({ min: 0, max: MOST_LINES }) lines: number;
  @IntegerField({ min: 0, max: MOST_LINES, description: 'Lines that have an outcome.' }) decided: number;
  @IntegerField({ min: 0, max: MOST_LINES, description: 'Lines that were not in order.' }) notInOrder: number;
  @TextField({ max: 200, nullable: true }) signedBy: string | null;
  @InstantField({ nullable: true }) signedAt: string | null;
}

export class ReviewMonthList {
  @ListField(() => ReviewMonth, { max: 24 }) items: ReviewMonth[];
}

/** Months whose review is late; for who must see that it is done. */
export class OverdueReviews {
  @ListField(() => ReviewMonth, { max: 24 }) items: ReviewMonth[];
}

export class BeginReview {
  @DayField({ description: 'A month that is over, by its first day.', example: '2026-10-01' }) month: string;
}

/** What was found, by whom and when; earlier ones stay. */
export class ReviewOutcome {
  @CodeField(LOG_VERDICTS) verdict: string;
  @TextField({ max: LOG_NOTE_LIMIT, nullable: true }) note: string | null;
  @TextField({ max: 200 }) decidedBy: string;
  @InstantField() decidedAt: string;
}

/** One person and one client on one day, or one person and many clients in an hour. */
export class ReviewLine {
  @IdField() id: string;
  @IntegerField({ min: 1, max: MOST }) version: number;
  @CodesField(LOG_PATTERNS, { description: 'None: drawn by lot from ordinary work.' }) patterns: string[];
  @IdField() userId: string;
  @TextField({ max: 200 }) displayName: string;
  @CodeField(STAFF_ROLES) role: string;
  @TextField({ max: 200, nullable: true }) organisation: string | null;
  @IdField({ nullable: true }) clientId: string | null;
  @InstantField() firstAt: string;
  @InstantField() lastAt: string;
  @IntegerField({ min: 1, max: MOST }) acts: number;
  @IntegerField({ min: 1, max: MOST }) clients: number;
  @BooleanField({ description: 'One may not judge what one did oneself.' }) own: boolean;
  @CodeField(LOG_VERDICTS, { nullable: true }) verdict: string | null;
  @ListField(() => ReviewOutcome, { max: 200, description: 'Newest first.' }) outcomes: ReviewOutcome[];
}

export class LogReview extends ReviewMonth {
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IntegerField({ min: 0, max: MOST, description: 'Acts in records that were gone through.' }) acts: number;
  @IntegerField({ min: 0, max: MOST, description: 'Visits: a person, a client, a day.' }) visits: number;
  @ListField(() => ReviewLine, { max: MOST_LINES }) items: ReviewLine[];
}

export class JudgeLine {
  @CodeField(LOG_VERDICTS) verdict: string;
  @TextField({
    max: LOG_NOTE_LIMIT,
    optional: true,
    description: 'Needed where it is not in order or looked further into.',
  })
  note?: string;
}
