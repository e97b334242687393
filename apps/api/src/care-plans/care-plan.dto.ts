import {
  AGREEMENT_WAYS,
  CARE_PLAN_LIMITS as LIMITS,
  PLAN_CHANGE_KINDS,
  PLAN_LAYOUTS,
  type PlanLayout,
  PLAN_CHANGE_SUBJECTS,
  PLAN_CLOSE_REASONS,
  PLAN_STATES,
} from '@samenoud/domain';
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, MapField, ObjectField, TextField, TextsField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { HiddenPart } from '../platform/http/hidden.dto.ts';
import { PageView } from '../platform/http/page.ts';
import { ProblemView } from './plan-part.dto.ts';

const VERSION = { min: 1, max: 2_147_483_647 } as const;
const EDITION = { min: 0, max: 1_000_000 } as const;
const TEXT = { max: LIMITS.text, optional: true, nullable: true } as const;
const NAME = { max: LIMITS.name } as const;

/** Who is this person; every part may be filled in later. */
export class PlanTexts {
  @TextField(TEXT) strengths?: string | null;
  @TextField(TEXT) whatMatters?: string | null;
  @TextField(TEXT) wishes?: string | null;
  @TextField(TEXT) informalCarers?: string | null;
  @TextField(TEXT) household?: string | null;
  @TextField(TEXT) dailyLife?: string | null;
}

export class BeginPlan extends PlanTexts {}

export class ChangePlan extends PlanTexts {
  @DayField({ optional: true }) drawnUpOn?: string;
  @DayField({ optional: true, nullable: true, description: 'Day the team discussed it.' }) teamDiscussedOn?:
    string | null;
  @DayField({ optional: true }) nextEvaluationOn?: string;
  @DayField({ optional: true, nullable: true, description: 'Day the client got a copy.' }) copyGivenOn?: string | null;
}

export class DiscussPlan {
  @DayField() discussedOn: string;
  @TextField({ ...NAME, description: 'With whom.' }) discussedWith: string;
}

export class Agreement {
  @TextField({ ...NAME, description: 'Who agreed.' }) by: string;
  @DayField() on: string;
  @CodeField(AGREEMENT_WAYS) how: string;
}

export class AdoptPlan {
  @ObjectField(() => Agreement) agreement: Agreement;
  @DayField({ optional: true, description: 'Default six months after the first agreement.' }) nextEvaluationOn?: string;
}

export class GoalJudgement {
  @IdField() goalId: string;
  @TextField({ max: LIMITS.sentence, description: 'One sentence.' }) text: string;
  @BooleanField({ description: 'It goes on; else it has a score at its end.' }) continues: boolean;
}

export class EvaluatePlan {
  @DayField() on: string;
  @TextField({ max: LIMITS.sentence, description: 'Who took part.' }) participants: string;
  @ListField(() => GoalJudgement, { max: 200 }) goals: GoalJudgement[];
  @TextField({ max: LIMITS.evaluation, optional: true, nullable: true }) whatNext?: string | null;
  @DayField({ description: 'After the day of this evaluation.' }) nextEvaluationOn: string;
}

export class ClosePlan {
  @CodeField(PLAN_CLOSE_REASONS, { optional: true, description: 'Not needed for a plan that is evaluated.' })
  reason?: string;
  @TextField({ max: LIMITS.reason, optional: true, nullable: true, description: 'Needed with OTHER.' }) text?:
    string | null;
}

export class Closing {
  @DayField() on: string;
  @IdField({ nullable: true }) by: string | null;
  @CodeField(PLAN_CLOSE_REASONS, { nullable: true }) reason: string | null;
  @TextField({ max: LIMITS.reason, nullable: true }) text: string | null;
}

export class EvaluationView {
  @IdField() id: string;
  @DayField() on: string;
  @TextField({ max: LIMITS.sentence }) participants: string;
  @ListField(() => GoalJudgement, { max: 200 }) goals: GoalJudgement[];
  @TextField({ max: LIMITS.evaluation, nullable: true }) whatNext: string | null;
  @DayField() nextEvaluationOn: string;
  @IdField() recordedBy: string;
}

export class EditionHead {
  @IntegerField({ ...EDITION, min: 1 }) edition: number;
  @ObjectField(() => Agreement) agreement: Agreement;
  @IdField() adoptedBy: string;
  @InstantField() adoptedAt: string;
}

/** Something that is agreed otherwise than in an edition. */
export class PlanChangeView {
  @CodeField(PLAN_CHANGE_SUBJECTS) subject: string;
  @IdField({ nullable: true, description: 'Of the problem, goal or action.' }) id: string | null;
  @CodeField(PLAN_CHANGE_KINDS) kind: string;
  @TextsField({ description: 'Names of the fields that changed.' }) fields: readonly string[];
}

/** What everybody who may know of the plan sees of it. */
export class CarePlanHead {
  @IdField() id: string;
  @IdField() clientId: string;
  @IntegerField(VERSION) version: number;
  @CodeField(PLAN_STATES) state: string;
  @IntegerField({ ...EDITION, description: '0 until it is adopted.' }) edition: number;
  @DayField() drawnUpOn: string;
  @DayField({ nullable: true }) discussedOn: string | null;
  @DayField({ nullable: true }) teamDiscussedOn: string | null;
  @DayField({ nullable: true }) nextEvaluationOn: string | null;
  @DayField({ nullable: true }) evaluatedOn: string | null;
  @DayField({ nullable: true }) copyGivenOn: string | null;
  @DayField({ nullable: true }) closedOn: string | null;
}

/** A picture of a plan: as it stands, or as it stood when an edition was adopted. */
export class PlanContentView extends CarePlanHead {
  @TextField({ ...NAME, optional: true, nullable: true }) discussedWith?: string | null;
  @ObjectField(() => Agreement, { optional: true, nullable: true }) agreement?: Agreement | null;
  @ObjectField(() => Closing, { optional: true, nullable: true }) closed?: Closing | null;
  @TextField(TEXT) strengths?: string | null;
  @TextField(TEXT) whatMatters?: string | null;
  @TextField(TEXT) wishes?: string | null;
  @TextField(TEXT) informalCarers?: string | null;
  @TextField(TEXT) household?: string | null;
  @TextField(TEXT) dailyLife?: string | null;
  @ListField(() => ProblemView, { max: 500, optional: true }) problems?: ProblemView[];
  @ListField(() => EvaluationView, { max: 500, optional: true }) evaluations?: EvaluationView[];
  @ListField(() => HiddenPart, { max: 20, optional: true }) hidden?: HiddenPart[];
}

export class CarePlanView extends PlanContentView {
  @ListField(() => EditionHead, { max: 1000 }) editions: EditionHead[];
  @ListField(() => PlanChangeView, { max: 1000, optional: true, description: 'Since the newest edition.' })
  changedSinceEdition?: PlanChangeView[];
}

/** An edition as it was adopted. */
export class EditionView extends EditionHead {
  @ObjectField(() => PlanContentView) plan: PlanContentView;
  @ListField(() => PlanChangeView, { max: 1000, description: 'Since the edition before it.' })
  changes: PlanChangeView[];
}

export class CarePlanList extends PageView {
  @ListField(() => CarePlanHead, { max: 200 }) items: CarePlanHead[];
}

/** What one change of a row of the plan replaced. */
export class RowChangeView {
  @IdField() id: string;
  @CodeField(['PLAN', 'PROBLEM', 'GOAL']) subject: string;
  @IdField() subjectId: string;
  @IdField({ nullable: true }) changedBy: string | null;
  @InstantField() changedAt: string;
  @MapField() before: Record<string, unknown>;
  @MapField() after: Record<string, unknown>;
}

export class RowChangeList extends PageView {
  @ListField(() => RowChangeView, { max: 200 }) items: RowChangeView[];
}

export class PrintPlanQuery {
  @CodeField(PLAN_LAYOUTS, { optional: true, description: 'Default BY_CHOICE: by what the client wants to work on.' })
  layout?: PlanLayout;
}
