import { TREATMENT_PLAN_LIMITS } from '@samenoud/domain';
import { BooleanField, DayField, IdField, InstantField, IntegerField, ListField, TextField } from '../platform/http/fields.ts'; // prettier-ignore

const { problems, problem, policy, text } = TREATMENT_PLAN_LIMITS;
const MAX_VERSION = 2_147_483_647;
const LEFT_OUT = { optional: true, nullable: true } as const;

export class TreatmentProblem {
  @TextField({ max: 10, nullable: true, optional: true, description: 'ICPC-1, such as T90.02.' }) icpc: string | null;
  @TextField({ max: problem }) text: string;
  @TextField({ max: policy, nullable: true, optional: true, description: 'What is done, by whom, and what not.' })
  policy: string | null;
}

/** The whole plan: what is left out is empty from now on. */
export class SaveTreatmentPlan {
  @ListField(() => TreatmentProblem, { max: problems }) problems: TreatmentProblem[];
  @TextField({ max: text, ...LEFT_OUT }) medicationPolicy?: string | null;
  @DayField({ ...LEFT_OUT, description: 'Last review of all medication together with the client.' })
  lastMedicationReviewOn?: string | null;
  @DayField(LEFT_OUT) nextMedicationReviewOn?: string | null;
  @TextField({ max: text, ...LEFT_OUT, description: 'What GP and elderly care physician agreed on.' })
  agreements?: string | null;
  @TextField({ max: text, ...LEFT_OUT, description: 'What to watch for, and what then.' }) signals?: string | null;
  @DayField(LEFT_OUT) discussedWithClientOn?: string | null;
  @DayField(LEFT_OUT) reviewOn?: string | null;
}

class TreatmentPlanFields {
  @ListField(() => TreatmentProblem, { max: problems }) problems: TreatmentProblem[];
  @TextField({ max: text, nullable: true }) medicationPolicy: string | null;
  @DayField({ nullable: true }) lastMedicationReviewOn: string | null;
  @DayField({ nullable: true }) nextMedicationReviewOn: string | null;
  @TextField({ max: text, nullable: true }) agreements: string | null;
  @TextField({ max: text, nullable: true }) signals: string | null;
  @DayField({ nullable: true }) discussedWithClientOn: string | null;
  @DayField({ nullable: true }) reviewOn: string | null;
}

/** A plan from a record that was merged into this one. */
export class OtherTreatmentPlan extends TreatmentPlanFields {
  @IdField() id: string;
  @IdField() changedBy: string;
  @InstantField() changedAt: string;
}

/** Version 0 and empty while nobody wrote one: the first PUT says `If-Match: "0"`. */
export class TreatmentPlanView extends TreatmentPlanFields {
  @IdField({ nullable: true }) id: string | null;
  @IdField() clientId: string;
  @IntegerField({ min: 0, max: MAX_VERSION }) version: number;
  @IdField({ nullable: true }) madeBy: string | null;
  @IdField({ nullable: true }) changedBy: string | null;
  @InstantField({ nullable: true }) changedAt: string | null;
  @BooleanField({ description: 'The day to look at the plan again has come.' }) reviewDue: boolean;
  @BooleanField({ description: 'The day of the next medication review has come.' }) medicationReviewDue: boolean;
  @ListField(() => OtherTreatmentPlan, { max: 20 }) others: OtherTreatmentPlan[];
}
