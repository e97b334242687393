import {
  ACTION_LIMITS,
  ACTION_OWNER_KINDS,
  type ActionOwnerKind,
  ACTION_STATES,
  CARE_PLAN_LIMITS as LIMITS,
  GOAL_CLASSES,
  GOAL_SCORE_KINDS,
  GOAL_STATES,
  GOAL_STOP_REASONS,
  LIFE_DOMAINS,
  OMAHA_AREAS,
  PLAN_CLOSE_REASONS,
  PROBLEM_AREAS,
  PROBLEM_CHOICES,
  SCORE_RANGE,
} from '@samenoud/domain';
import {
  BooleanField, CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore

const AREAS = PROBLEM_AREAS.filter(({ active }) => active).map(({ code }) => code);
const OMAHA = OMAHA_AREAS.map(({ code }) => code);
const VERSION = { min: 1, max: 2_147_483_647 } as const;
const DESCRIPTION = { max: LIMITS.description, description: 'In the words of the client.' } as const;
const STOP_REASONS = [...new Set([...GOAL_STOP_REASONS, ...PLAN_CLOSE_REASONS])];

export class AddProblem {
  @CodeField(AREAS) area: string;
  @TextField(DESCRIPTION) description: string;
  @IntegerField({
    ...SCORE_RANGE,
    optional: true,
    nullable: true,
    description: 'By the client; null when she gives no number.',
  })
  severity?: number | null;
  @CodeField(PROBLEM_CHOICES) wantsToWorkOnIt: string;
  @CodeField(OMAHA, { optional: true, nullable: true }) omahaArea?: string | null;
}

export class ChangeProblem {
  @CodeField(AREAS, { optional: true }) area?: string;
  @TextField({ ...DESCRIPTION, optional: true }) description?: string;
  @IntegerField({ ...SCORE_RANGE, optional: true, nullable: true }) severity?: number | null;
  @CodeField(PROBLEM_CHOICES, { optional: true }) wantsToWorkOnIt?: string;
  @CodeField(OMAHA, { optional: true, nullable: true }) omahaArea?: string | null;
  @DayField({ optional: true, nullable: true, description: 'No problem any more since; null takes that back.' })
  closedOn?: string | null;
}

export class AddGoal {
  @IdField({ description: 'Of the same plan.' }) problemId: string;
  @TextField({ max: LIMITS.goal, description: 'In the words of the client.' }) text: string;
  @IntegerField(SCORE_RANGE) baselineScore: number;
  @DayField({ optional: true, description: 'Default today.' }) baselineOn?: string;
  @IntegerField(SCORE_RANGE) targetScore: number;
  @DayField() targetDate: string;
}

export class ChangeGoal {
  @TextField({ max: LIMITS.goal, optional: true }) text?: string;
  @IntegerField({ ...SCORE_RANGE, optional: true }) baselineScore?: number;
  @DayField({ optional: true }) baselineOn?: string;
  @IntegerField({ ...SCORE_RANGE, optional: true }) targetScore?: number;
  @DayField({ optional: true }) targetDate?: string;
  @TextField({ max: LIMITS.sentence, optional: true, nullable: true }) evaluation?: string | null;
}

export class AddScore {
  @DayField() on: string;
  @IntegerField(SCORE_RANGE) score: number;
  @CodeField(GOAL_SCORE_KINDS) kind: string;
  @TextField({
    max: LIMITS.sentence,
    optional: true,
    nullable: true,
    description: 'With a score at the end: one sentence.',
  })
  evaluation?: string | null;
}

/** Who does it: the client, an informal carer, a colleague, or somebody else by name. */
export class GoalActionOwner {
  @CodeField(ACTION_OWNER_KINDS) kind: ActionOwnerKind;
  @IdField({ optional: true, nullable: true, description: 'For USER, and only then: a colleague.' }) userId?:
    string | null;
  @TextField({ max: ACTION_LIMITS.ownerName, optional: true, nullable: true, description: 'Needed for OTHER.' }) name?:
    string | null;
}

export class AddPlanAction {
  @TextField({ max: ACTION_LIMITS.text }) text: string;
  @ObjectField(() => GoalActionOwner) owner: GoalActionOwner;
  @DayField() dueOn: string;
}

export class StopGoal {
  @CodeField(GOAL_STOP_REASONS) reason: string;
  @TextField({ max: LIMITS.reason, optional: true, nullable: true }) text?: string | null;
}

export class GiveReason {
  @TextField({ max: LIMITS.reason }) reason: string;
}

export class StrikeView {
  @InstantField() at: string;
  @IdField() by: string;
  @TextField({ max: LIMITS.reason }) reason: string;
}

/** A number the client gave; one that was wrong is struck and stays. */
export class GoalScoreView {
  @IdField() id: string;
  @DayField() on: string;
  @IntegerField(SCORE_RANGE) score: number;
  @CodeField(GOAL_SCORE_KINDS) kind: string;
  @IdField() recordedBy: string;
  @InstantField() recordedAt: string;
  @ObjectField(() => StrikeView, { nullable: true }) struck: StrikeView | null;
}

/** An action of a goal; the list of actions has its postponements and who may move it. */
export class GoalActionView {
  @IdField() id: string;
  @IntegerField(VERSION) version: number;
  @TextField({ max: ACTION_LIMITS.text }) text: string;
  @ObjectField(() => GoalActionOwner) owner: GoalActionOwner;
  @DayField() dueOn: string;
  @CodeField(ACTION_STATES) state: string;
  @DayField({ nullable: true }) doneOn: string | null;
  @TextField({ max: 1000, nullable: true }) reason: string | null;
  @IntegerField({ min: 0, max: 100_000 }) postponedCount: number;
}

/** A goal with what became of it. */
export class GoalView {
  @IdField() id: string;
  @IdField() planId: string;
  @IdField() problemId: string;
  @IntegerField(VERSION) version: number;
  @TextField({ max: LIMITS.goal }) text: string;
  @IntegerField(SCORE_RANGE) baselineScore: number;
  @DayField() baselineOn: string;
  @IntegerField(SCORE_RANGE) targetScore: number;
  @DayField() targetDate: string;
  @CodeField(GOAL_STATES) state: string;
  @IntegerField({ ...SCORE_RANGE, nullable: true, description: 'The latest score that was not struck.' })
  latestScore: number | null;
  @DayField({ nullable: true }) latestScoreOn: string | null;
  @IntegerField({ ...SCORE_RANGE, nullable: true }) endScore: number | null;
  @IntegerField({ min: -10, max: 10, nullable: true, description: 'Start less end; null without a score at the end.' })
  progress: number | null;
  @IntegerField({ min: -10, max: 10, nullable: true, description: 'End less wish.' }) gap: number | null;
  @CodeField(GOAL_CLASSES, { nullable: true }) class: string | null;
  @BooleanField({ description: 'To keep things as they are.' }) maintenance: boolean;
  @TextField({ max: LIMITS.sentence, nullable: true }) evaluation: string | null;
  @CodeField(STOP_REASONS, { nullable: true }) stopReason: string | null;
  @TextField({ max: LIMITS.reason, nullable: true }) stopText: string | null;
  @DayField({ nullable: true }) stoppedOn: string | null;
  @ListField(() => GoalScoreView, { max: 500 }) scores: GoalScoreView[];
  @ListField(() => GoalActionView, { max: 500 }) actions: GoalActionView[];
}

export class ProblemView {
  @IdField() id: string;
  @IdField() planId: string;
  @IntegerField(VERSION) version: number;
  @TextField({ max: 40 }) area: string;
  @TextField({ max: 200 }) areaLabel: string;
  @CodeField(LIFE_DOMAINS, { nullable: true }) areaDomain: string | null;
  @TextField(DESCRIPTION) description: string;
  @IntegerField({ ...SCORE_RANGE, nullable: true }) severity: number | null;
  @CodeField(PROBLEM_CHOICES) wantsToWorkOnIt: string;
  @TextField({ max: 40, nullable: true }) omahaArea: string | null;
  @DayField() notedOn: string;
  @DayField({ nullable: true }) closedOn: string | null;
  @ListField(() => GoalView, { max: 500 }) goals: GoalView[];
}
