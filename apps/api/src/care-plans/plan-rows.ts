import type {
  ActionOwnerKind,
  ActionState,
  ConsentCategory,
  Day,
  GoalScoreKind,
  GoalState,
  PlanCloseReason,
  PlanState,
} from '@samenoud/domain';
import { camelCased } from '../platform/exports/table-part.ts';
import { query } from '../platform/request/request-context.ts';

interface RowOfPlan {
  readonly id: string;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
}

export interface PlanRow extends RowOfPlan {
  readonly version: number;
  readonly state: PlanState;
  readonly edition: number;
  readonly drawnUpOn: Day;
  readonly strengths: string | null;
  readonly whatMatters: string | null;
  readonly wishes: string | null;
  readonly informalCarers: string | null;
  readonly household: string | null;
  readonly dailyLife: string | null;
  readonly discussedOn: Day | null;
  readonly discussedWith: string | null;
  readonly teamDiscussedOn: Day | null;
  readonly agreementBy: string | null;
  readonly agreementOn: Day | null;
  readonly agreementHow: string | null;
  readonly nextEvaluationOn: Day | null;
  readonly evaluatedOn: Day | null;
  readonly copyGivenOn: Day | null;
  readonly closedOn: Day | null;
  readonly closeReason: PlanCloseReason | null;
  readonly closeText: string | null;
  readonly closedBy: string | null;
}

export interface ProblemRow extends RowOfPlan {
  readonly version: number;
  readonly planId: string;
  readonly area: string;
  readonly description: string;
  readonly severity: number | null;
  readonly wantsToWorkOnIt: string;
  readonly omahaArea: string | null;
  readonly notedOn: Day;
  readonly closedOn: Day | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface GoalRow extends RowOfPlan {
  readonly version: number;
  readonly planId: string;
  readonly problemId: string;
  readonly text: string;
  readonly baselineScore: number;
  readonly baselineOn: Day;
  readonly targetScore: number;
  readonly targetDate: Day;
  readonly state: GoalState;
  readonly evaluation: string | null;
  readonly stopReason: string | null;
  readonly stopText: string | null;
  readonly stoppedOn: Day | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface ScoreRow extends RowOfPlan {
  readonly goalId: string;
  readonly scoredOn: Day;
  readonly score: number;
  readonly kind: GoalScoreKind;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly struckAt: string | null;
  readonly struckBy: string | null;
  readonly strikeReason: string | null;
}

export interface ActionOfGoalRow extends RowOfPlan {
  readonly version: number;
  readonly goalId: string;
  readonly text: string;
  readonly ownerKind: ActionOwnerKind;
  readonly ownerUserId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: Day;
  readonly state: ActionState;
  readonly doneOn: Day | null;
  readonly reason: string | null;
  readonly postponedCount: number;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface EvaluationRow extends RowOfPlan {
  readonly evaluatedOn: Day;
  readonly participants: string;
  readonly goals: readonly { readonly goalId: string; readonly text: string; readonly continues: boolean }[];
  readonly whatNext: string | null;
  readonly nextEvaluationOn: Day;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** A plan as it stands or stood: its rows, each as it was written. */
export interface PlanRows {
  readonly plan: PlanRow;
  readonly problems: readonly ProblemRow[];
  readonly goals: readonly GoalRow[];
  readonly scores: readonly ScoreRow[];
  readonly actions: readonly ActionOfGoalRow[];
  readonly evaluations: readonly EvaluationRow[];
}

/** One row as the database writes it: of the plan at hand, or of the picture of an edition. */
export interface PlanPiece {
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Rows of the plan as it stands that the person at hand may read in the database; the application filters once more. */
export const piecesOf = (planId: string): Promise<PlanPiece[]> =>
  query<PlanPiece>('SELECT kind, content FROM care.plan_rows($1)', [planId]);

/** Pictures of one edition, of every organisation that wrote in it and shares it with the person at hand. */
export async function piecesOfEdition(planId: string, edition: number): Promise<PlanPiece[]> {
  const parts = await query<{ picture: readonly PlanPiece[] }>(
    `SELECT picture FROM care.care_plan_edition_part WHERE practice_id = ctx.practice_id() AND plan_id = $1 AND edition = $2`,
    [planId, edition],
  );
  return parts.flatMap(({ picture }) => picture);
}

/** Puts the rows of a plan together; nothing where the plan itself is not among them. */
export function planRows(
  pieces: readonly PlanPiece[],
  mayRead: (row: RowOfPlan, kind: string) => boolean,
): PlanRows | undefined {
  const of = <Row extends RowOfPlan>(wanted: string): Row[] =>
    pieces
      .filter(({ kind }) => kind === wanted)
      .map(({ content }) => camelCased(content, ['practice_id']) as unknown as Row)
      .filter((row) => mayRead(row, wanted));
  const [plan] = of<PlanRow>('PLAN');
  if (plan === undefined) return undefined;
  return {
    plan,
    problems: of<ProblemRow>('PROBLEM').toSorted(byMaking),
    goals: of<GoalRow>('GOAL').toSorted(byMaking),
    scores: of<ScoreRow>('SCORE').toSorted(byScoring),
    actions: of<ActionOfGoalRow>('ACTION').toSorted(byMaking),
    evaluations: of<EvaluationRow>('EVALUATION').toSorted((a, b) => compare(b.recordedAt, a.recordedAt)),
  };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byMaking = (a: { madeAt: string; id: string }, b: { madeAt: string; id: string }): number =>
  compare(instant(a.madeAt), instant(b.madeAt)) || compare(a.id, b.id);
const byScoring = (a: ScoreRow, b: ScoreRow): number =>
  compare(a.scoredOn, b.scoredOn) || compare(instant(a.recordedAt), instant(b.recordedAt));

/** A moment as the database writes it in JSON, as the API does. */
export const instant = (moment: string): string => new Date(moment).toISOString();
