import type { Day } from '../calendar/day.ts';
import type { PlanText } from './care-plan-codes.ts';

/** A plan as it stands, or as it stood when an edition was adopted: the part that was agreed, and how far it came. */
export interface PlanPicture {
  readonly texts: Readonly<Record<PlanText, string | null>>;
  readonly nextEvaluationOn: Day | null;
  readonly problems: readonly PicturedProblem[];
}

export interface PicturedProblem {
  readonly id: string;
  readonly area: string;
  readonly description: string;
  readonly severity: number | null;
  readonly wantsToWorkOnIt: string;
  readonly omahaArea: string | null;
  readonly closedOn: Day | null;
  readonly goals: readonly PicturedGoal[];
}

export interface PicturedGoal {
  readonly id: string;
  readonly text: string;
  readonly baselineScore: number;
  readonly baselineOn: Day;
  readonly targetScore: number;
  readonly targetDate: Day;
  readonly state: string;
  readonly actions: readonly PicturedAction[];
}

export interface PicturedAction {
  readonly id: string;
  readonly text: string;
  readonly ownerKind: string;
  readonly ownerUserId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: Day | null;
  readonly state: string;
}

export const PLAN_CHANGE_KINDS = ['ADDED', 'CHANGED', 'REMOVED'] as const;
export const PLAN_CHANGE_SUBJECTS = ['PLAN', 'PROBLEM', 'GOAL', 'ACTION'] as const;

/** One thing that was agreed otherwise before: which, and which of its fields. */
export interface PlanChange {
  readonly subject: (typeof PLAN_CHANGE_SUBJECTS)[number];
  readonly id: string | null;
  readonly kind: (typeof PLAN_CHANGE_KINDS)[number];
  readonly fields: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
interface Part {
  readonly subject: PlanChange['subject'];
  readonly id: string | null;
  readonly fields: Fields;
}

/**
 * What is agreed otherwise than in an edition. Scores, actions that were done and goals that were judged are how the plan goes, and
 * change nothing of what was agreed; a goal that was stopped, an action that was cancelled and a problem that was closed do.
 * A day of evaluation moves by evaluating, so it is no change either. Source: domain reference 8, our rule (ADR 24).
 */
export function changesSince(edition: PlanPicture, now: PlanPicture): readonly PlanChange[] {
  const [before, after] = [partsOf(edition), partsOf(now)];
  const older = new Map(before.map((part) => [keyOf(part), part]));
  const newer = new Set(after.map(keyOf));
  const removed = before.filter((part) => !newer.has(keyOf(part)));
  return [
    ...after.flatMap((part) => changeOf(older.get(keyOf(part)), part)),
    ...removed.map(({ subject, id }) => ({ subject, id, kind: 'REMOVED' as const, fields: [] })),
  ];
}

const keyOf = ({ subject, id }: Part): string => `${subject} ${id ?? ''}`;

function changeOf(before: Part | undefined, { subject, id, fields }: Part): PlanChange[] {
  if (before === undefined) return [{ subject, id, kind: 'ADDED', fields: [] }];
  const changed = Object.keys(fields).filter((field) => fields[field] !== before.fields[field]);
  return changed.length === 0 ? [] : [{ subject, id, kind: 'CHANGED', fields: changed }];
}

/** What is agreed, flat: closed problems, stopped goals and cancelled actions are not in it any more. */
function partsOf({ texts, problems }: PlanPicture): Part[] {
  const agreed = problems.filter(({ closedOn }) => closedOn === null);
  const goals = agreed.flatMap((problem) => problem.goals.map((goal) => ({ ...goal, problemId: problem.id })));
  const pursued = goals.filter(({ state }) => state !== 'STOPPED');
  return [
    { subject: 'PLAN', id: null, fields: { ...texts } },
    ...agreed.map((problem) => partOf('PROBLEM', problem)),
    ...pursued.map((goal) => partOf('GOAL', goal)),
    ...pursued.flatMap(({ actions }) =>
      actions.filter(({ state }) => state !== 'CANCELLED').map((action) => partOf('ACTION', action)),
    ),
  ];
}

/** What hangs on a part is a part of its own, and how it goes is none of what was agreed. */
const NOT_AGREED = ['id', 'goals', 'actions', 'state'];

function partOf(subject: PlanChange['subject'], part: { readonly id: string }): Part {
  const fields = Object.fromEntries(Object.entries(part).filter(([key]) => !NOT_AGREED.includes(key)));
  return { subject, id: part.id, fields };
}
