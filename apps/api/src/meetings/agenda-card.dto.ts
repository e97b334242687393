import {
  ANSWERS_COMPARED,
  CARE_PLAN_LIMITS,
  CARD_CHANGES,
  type CardChange,
  PLAN_STATES,
  PROFILES,
} from '@samenoud/domain';
import { BooleanField, CodeField, DayField, IdField, IntegerField, ListField, ObjectField, TextField } from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { MEDICAL_NOTE_RIGHTS, type MedicalNoteRight } from './medical-note.dto.ts';
import { ReviewedAnswer, ReviewedTotals } from './profile-review.dto.ts';

const SCORE = { min: 0, max: 10 } as const;

/** The form on the line, else the newest, beside the one before it. */
class CardAnswers {
  @DayField() completedOn: string;
  @DayField({ nullable: true, description: 'Of the form before it.' }) previousOn: string | null;
  @CodeField(ANSWERS_COMPARED) compared: string;
  @ObjectField(() => ReviewedTotals, { nullable: true }) now: ReviewedTotals | null;
  @ObjectField(() => ReviewedTotals, { nullable: true }) before: ReviewedTotals | null;
  @ListField(() => ReviewedAnswer, { max: 50 }) changes: ReviewedAnswer[];
}

class CardGoal {
  @TextField({ max: CARE_PLAN_LIMITS.text, example: 'Weer naar de markt' }) text: string;
  @IntegerField({ ...SCORE, nullable: true }) baseline: number | null;
  @IntegerField({ ...SCORE, nullable: true }) latest: number | null;
  @IntegerField({ ...SCORE, nullable: true }) target: number | null;
}

class CardProblem {
  @TextField({ max: 300 }) label: string;
  @BooleanField({ description: 'The client chose to work on it.' }) isChosen: boolean;
  @ListField(() => CardGoal, { max: 200, description: 'Not stopped.' }) goals: CardGoal[];
}

/** The plan that is not closed, on a page. */
class CardPlan {
  @CodeField(PLAN_STATES) state: string;
  @TextField({ max: CARE_PLAN_LIMITS.text, nullable: true }) whatMatters: string | null;
  @ListField(() => CardProblem, { max: 500, description: 'Not closed; those she chose first.' })
  problems: CardProblem[];
  @IntegerField({ min: 0, max: 10_000, description: 'Open actions of its goals that are past their day.' })
  lateActions: number;
}

class CardChangeView {
  @CodeField(CARD_CHANGES) code: CardChange;
  @DayField() on: string;
}

/** What the team needs to know of one client beside her line, as far as it is shared with the asker. */
export class AgendaCardView {
  @IdField() itemId: string;
  @CodeField(PROFILES, { nullable: true, description: 'As it stands in the record now.' }) assigned: string | null;
  @ObjectField(() => CardAnswers, { nullable: true }) answers: CardAnswers | null;
  @ObjectField(() => CardPlan, { nullable: true }) plan: CardPlan | null;
  @ListField(() => CardChangeView, {
    max: 20,
    description: 'What came into the record since the agenda stood still, other than by a decision of this meeting.',
  })
  changedSince: CardChangeView[];
  @CodeField(MEDICAL_NOTE_RIGHTS, {
    optional: true,
    description:
      'What the asker may do with a medical note on this line, whether there is one or not; absent: nothing.',
  })
  medicalNote?: MedicalNoteRight;
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}
