import type { Day } from '../calendar/day.ts';
import { DECISION_KINDS, type DecisionKind } from './decision.ts';

/** A meeting that was held, as far as looking back needs it. Nothing in it says who did what. */
export interface HeldMeeting {
  /** From its first start to its first closing, ISO instants; null where it never ran. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly plannedMinutes: number;
  /** Outcome of each line that the reader may see. */
  readonly outcomes: readonly ('DISCUSSED' | 'NOT_DISCUSSED' | null)[];
  /** Lines that she may not see. */
  readonly notShared: number;
  readonly decisions: readonly {
    readonly kind: DecisionKind;
    readonly isUndone: boolean;
    readonly takesBack: boolean;
  }[];
  readonly actions: readonly ActionOfMeeting[];
  /** What people did by hand to prepare and run it. */
  readonly byHand: ByHand;
}

export interface ActionOfMeeting {
  readonly state: 'OPEN' | 'DONE' | 'CANCELLED';
  /** The day first agreed, whatever it was postponed to. */
  readonly firstDueOn: Day;
  readonly doneOn: Day | null;
}

export interface ByHand {
  readonly broughtIn: number;
  readonly questions: number;
  readonly confirmed: number;
  readonly outcomes: number;
  readonly feedback: number;
  readonly reopened: number;
}

export interface LookBackFigures {
  readonly meetings: number;
  readonly discussed: number;
  readonly notDiscussed: number;
  readonly notShared: number;
  readonly minutes: number;
  readonly plannedMinutes: number;
  readonly decisions: Readonly<Record<DecisionKind, number>>;
  readonly undone: number;
  readonly actionsInTime: number;
  readonly actionsLate: number;
  /** Open, and the day first agreed is not past. */
  readonly actionsRunning: number;
  readonly actionsCancelled: number;
  readonly byHand: ByHand;
  /** All of it together with every decision recorded and taken back: what the app itself asked of people. */
  readonly acts: number;
}

const MINUTE = 60_000;

/**
 * Counts what meetings came to: clients discussed, time used in whole minutes, decisions that hold by kind, actions done by the day first
 * agreed, and acts by hand. An action that is open after that day is late; a cancelled one is in neither. Never per person.
 * Source: domain.md 12 (Meetings) and issue 6, line 8 (our rule).
 */
export function lookBack(meetings: readonly HeldMeeting[], today: Day): LookBackFigures {
  const decisions = meetings.flatMap((meeting) => meeting.decisions);
  const actions = meetings.flatMap((meeting) => meeting.actions);
  const outcomes = meetings.flatMap((meeting) => meeting.outcomes);
  const byHand = addedUp(meetings.map((meeting) => meeting.byHand));
  return {
    meetings: meetings.length,
    discussed: outcomes.filter((outcome) => outcome === 'DISCUSSED').length,
    notDiscussed: outcomes.filter((outcome) => outcome !== 'DISCUSSED').length,
    notShared: sum(meetings.map(({ notShared }) => notShared)),
    minutes: sum(meetings.map(minutesOf)),
    plannedMinutes: sum(meetings.map(({ plannedMinutes }) => plannedMinutes)),
    decisions: decisionsByKind(decisions),
    undone: decisions.filter(({ isUndone }) => isUndone).length,
    actionsInTime: actions.filter(isInTime).length,
    actionsLate: actions.filter((action) => isLate(action, today)).length,
    actionsRunning: actions.filter(({ state, firstDueOn }) => state === 'OPEN' && firstDueOn >= today).length,
    actionsCancelled: actions.filter(({ state }) => state === 'CANCELLED').length,
    byHand,
    acts: sum(Object.values(byHand)) + decisions.length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function minutesOf({ startedAt, endedAt }: HeldMeeting): number {
  if (startedAt === null || endedAt === null) return 0;
  return Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / MINUTE));
}

function decisionsByKind(decisions: HeldMeeting['decisions']): Readonly<Record<DecisionKind, number>> {
  const holding = decisions.filter(({ isUndone, takesBack }) => !isUndone && !takesBack);
  const counts = DECISION_KINDS.map((kind) => [kind, holding.filter((one) => one.kind === kind).length]);
  return Object.fromEntries(counts) as Record<DecisionKind, number>;
}

const isInTime = ({ state, doneOn, firstDueOn }: ActionOfMeeting): boolean =>
  state === 'DONE' && doneOn !== null && doneOn <= firstDueOn;

const isLate = (action: ActionOfMeeting, today: Day): boolean =>
  (action.state === 'DONE' && !isInTime(action)) || (action.state === 'OPEN' && action.firstDueOn < today);

const NOTHING: ByHand = { broughtIn: 0, questions: 0, confirmed: 0, outcomes: 0, feedback: 0, reopened: 0 };

const addedUp = (all: readonly ByHand[]): ByHand =>
  all.reduce(
    (total, one) => ({
      broughtIn: total.broughtIn + one.broughtIn,
      questions: total.questions + one.questions,
      confirmed: total.confirmed + one.confirmed,
      outcomes: total.outcomes + one.outcomes,
      feedback: total.feedback + one.feedback,
      reopened: total.reopened + one.reopened,
    }),
    NOTHING,
  );
