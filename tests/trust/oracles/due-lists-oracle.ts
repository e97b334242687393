/**
 * Due reasons and safety net of one client, typed from the tables of the domain paper (section 9) without the code it judges:
 * days are numbers here, months are counted on the calendar, and nothing of the product is called.
 */

export type OracleDay = string;

export type OracleProfile = 'ROBUST' | 'FRAIL' | 'COMPLEX';

export interface OracleAction {
  readonly state: 'OPEN' | 'DONE' | 'CANCELLED';
  readonly dueOn: OracleDay;
  readonly cancelledOn: OracleDay | null;
  /** Last day of the owner's membership; null when she goes on, or when no user owns it. */
  readonly ownerUntil: OracleDay | null;
}

export interface OracleGoal {
  readonly state: 'OPEN' | 'EVALUATED' | 'STOPPED';
  readonly madeOn: OracleDay;
  readonly baselineOn: OracleDay;
  readonly targetDate: OracleDay;
  readonly actions: readonly OracleAction[];
}

export interface OraclePlan {
  readonly state: 'DRAFT' | 'DISCUSSED' | 'ADOPTED' | 'ACTIVE' | 'EVALUATED' | 'CLOSED';
  readonly firstEditionOn: OracleDay | null;
  readonly nextEvaluationOn: OracleDay | null;
  readonly goals: readonly OracleGoal[];
}

export interface OracleContact {
  readonly on: OracleDay;
  /** Order of recording. */
  readonly number: number;
  readonly reached: boolean;
  readonly nextOn: OracleDay | null;
}

export interface OracleSignal {
  readonly recordedOn: OracleDay;
  readonly urgent: boolean;
  readonly closed: boolean;
  readonly verdict: boolean;
}

export interface OracleReferral {
  readonly state: 'DRAFT' | 'SENT' | 'FEEDBACK_GIVEN' | 'CLOSED';
  readonly dueOn: OracleDay;
}

export interface OracleHistory {
  readonly today: OracleDay;
  readonly contactIntervalDays: Readonly<Record<OracleProfile, number | null>>;
  readonly planWithinDays: number;
  readonly rescreenIntervalMonths: number;
  readonly status: 'ACTIVE' | 'ADMITTED' | 'DEREGISTERED' | 'MOVED' | 'DECEASED';
  readonly birthDate: OracleDay;
  readonly registeredOn: OracleDay;
  readonly livesAtHome: boolean;
  readonly doNotInvite: boolean;
  /** In the order in which they were made; the last is the current one. */
  readonly assignments: readonly { readonly profile: OracleProfile; readonly on: OracleDay }[];
  /** Case managers one after another, with the last day of each; null for who is it now. */
  readonly managers: readonly { readonly until: OracleDay | null }[];
  readonly contacts: readonly OracleContact[];
  readonly plans: readonly OraclePlan[];
  readonly tasks: readonly OracleAction[];
  readonly signals: readonly OracleSignal[];
  readonly referrals: readonly OracleReferral[];
  /** Valid responses. */
  readonly responses: readonly { readonly completedOn: OracleDay }[];
  readonly liveInvitation: boolean;
}

interface OracleDue {
  readonly code: string;
  readonly since: OracleDay;
  readonly overdue: boolean;
  readonly daysOverdue: number;
}

interface OracleGap {
  readonly code: string;
  readonly since: OracleDay;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
const partsOf = (day: OracleDay): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};
const text = (year: number, month: number, date: number): OracleDay =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Days since 1 January of year 1, by counting. */
export function dayNumber(day: OracleDay): number {
  const [year, month, date] = partsOf(day);
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let passed = 1; passed < month; passed++) days += lengthOf(year, passed);
  return days + date - 1;
}

/** The day with this number. */
export function dayOf(number: number): OracleDay {
  let year = Math.floor(number / 366) + 1;
  while (dayNumber(text(year + 1, 1, 1)) <= number) year += 1;
  let left = number - dayNumber(text(year, 1, 1));
  let month = 1;
  for (; left >= lengthOf(year, month); month++) left -= lengthOf(year, month);
  return text(year, month, left + 1);
}

export const plusDays = (day: OracleDay, days: number): OracleDay => dayOf(dayNumber(day) + days);

/** The same day of the month, or its last day where the month is shorter. */
export function plusMonths(day: OracleDay, months: number): OracleDay {
  const [year, month, date] = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return text(toYear, toMonth, Math.min(date, lengthOf(toYear, toMonth)));
}

/** The day somebody becomes 75: of 29 February that is 1 March where the year has no 29th. */
function birthday75(born: OracleDay): OracleDay {
  const [year, month, date] = partsOf(born);
  return month === 2 && date === 29 && !isLeap(year + 75) ? text(year + 75, 3, 1) : text(year + 75, month, date);
}

const later = (one: OracleDay, other: OracleDay): OracleDay => (one > other ? one : other);
const oldest = (days: readonly OracleDay[]): OracleDay | undefined => days.toSorted()[0];

const isRunning = ({ state }: OraclePlan): boolean => ['ADOPTED', 'ACTIVE', 'EVALUATED'].includes(state);
const hasPlan = ({ plans }: OracleHistory): boolean =>
  plans.some((plan) => plan.state === 'DISCUSSED' || isRunning(plan));

const current = ({ assignments }: OracleHistory) => assignments[assignments.length - 1];
const needsCare = (history: OracleHistory): boolean => ['FRAIL', 'COMPLEX'].includes(current(history)?.profile ?? '');

/** First day of the unbroken run of FRAIL and COMPLEX that lasts until now. */
function runStart({ assignments }: OracleHistory): OracleDay | undefined {
  let start: OracleDay | undefined;
  for (const { profile, on } of assignments) start = profile === 'ROBUST' ? undefined : (start ?? on);
  return start;
}

/** Day by which the next contact is expected, or none. */
function contactDueDay(history: OracleHistory): OracleDay | undefined {
  const assignment = current(history);
  if (!assignment || !needsCare(history)) return undefined;
  const inOrder = history.contacts.toSorted((one, other) =>
    one.on === other.on ? one.number - other.number : one.on < other.on ? -1 : 1,
  );
  const newest = inOrder[inOrder.length - 1];
  if (newest?.nextOn) return newest.nextOn;
  const interval = history.contactIntervalDays[assignment.profile];
  if (interval === null) return undefined;
  const reached = inOrder.filter((contact) => contact.reached);
  const last = reached[reached.length - 1];
  return last ? later(plusDays(last.on, interval), assignment.on) : plusDays(assignment.on, interval);
}

function planDueDay(history: OracleHistory): OracleDay | undefined {
  const start = runStart(history);
  return start === undefined ? undefined : plusDays(start, history.planWithinDays);
}

const openGoals = (history: OracleHistory): readonly OracleGoal[] =>
  history.plans.filter(isRunning).flatMap(({ goals }) => goals.filter(({ state }) => state === 'OPEN'));
const allActions = ({ plans, tasks }: OracleHistory): readonly OracleAction[] => [
  ...plans.flatMap(({ goals }) => goals.flatMap(({ actions }) => actions)),
  ...tasks,
];
const unjudged = ({ signals }: OracleHistory): readonly OracleSignal[] =>
  signals.filter(({ closed, verdict }) => !closed && !verdict);

/** What is due of this client, with the reason for the longest wait where several things give the same one. */
export function oracleDue(history: OracleHistory): OracleDue[] {
  const { today, status } = history;
  const found: { code: string; since: OracleDay; late: number }[] = [];
  const add = (code: string, since: OracleDay | undefined, late = 0): void => {
    if (since !== undefined && since <= today) found.push({ code, since, late });
  };
  if (status === 'ACTIVE' || status === 'ADMITTED') {
    for (const { state, dueOn } of allActions(history)) if (state === 'OPEN') add('ACTION_DUE', dueOn);
    for (const { recordedOn, urgent } of unjudged(history)) add('SIGNAL_NEW', recordedOn, urgent ? 0 : 7);
  }
  if (status === 'ACTIVE') {
    add('CONTACT_DUE', contactDueDay(history));
    for (const { nextEvaluationOn } of history.plans.filter(isRunning))
      add('EVALUATION_DUE', nextEvaluationOn ?? undefined);
    for (const { targetDate, baselineOn } of openGoals(history)) {
      add('GOAL_DATE', targetDate);
      add('GOAL_YEAR', plusDays(baselineOn, 365));
    }
    const [assignment, before] = [current(history), history.assignments[history.assignments.length - 2]];
    if (assignment && needsCare(history) && assignment.profile !== before?.profile) {
      const seen = history.contacts.some(({ reached, on }) => reached && on >= assignment.on);
      if (!seen) add('NEW_PROFILE', assignment.on, 14);
    }
    if (needsCare(history) && !hasPlan(history)) add('PLAN_DUE', planDueDay(history));
    for (const { state, dueOn } of history.referrals)
      if (['DRAFT', 'SENT'].includes(state) && dueOn < today) add('REFERRAL_SILENT', plusDays(dueOn, 1));
  }
  return [...new Set(found.map(({ code }) => code))].map((code) => {
    const same = found.filter((due) => due.code === code);
    const days = same.map(({ since, late }) => dayNumber(today) - dayNumber(since) - late);
    const most = Math.max(...days);
    const since = oldest(same.map((due) => due.since)) ?? today;
    return { code, since, overdue: most > 0, daysOverdue: Math.max(0, most) };
  });
}

/** What this client lacks. */
export function oracleGaps(history: OracleHistory): OracleGap[] {
  const { today, status } = history;
  const found: OracleGap[] = [];
  const add = (code: string, since: OracleDay | undefined): void => {
    if (since !== undefined && since <= today) found.push({ code, since });
  };
  const seventyFive = birthday75(history.birthDate);
  const eligible = status === 'ACTIVE' && seventyFive <= today && history.livesAtHome && !history.doNotInvite;
  if (eligible && !history.liveInvitation) {
    const start = later(seventyFive, history.registeredOn);
    const last = history.responses
      .map(({ completedOn }) => completedOn)
      .toSorted()
      .at(-1);
    const valid = last && plusMonths(last, history.rescreenIntervalMonths + 3);
    if (!valid) add('NO_QUESTIONNAIRE', start);
    else if (valid < today) add('NO_QUESTIONNAIRE', plusDays(valid, 1));
    if (!current(history)) add('NO_PROFILE', start);
  }
  if (status === 'ACTIVE' && needsCare(history)) {
    const run = runStart(history) ?? today;
    const last = history.managers[history.managers.length - 1];
    if (!last) add('NO_CASE_MANAGER', run);
    else if (last.until !== null && last.until < today) add('NO_CASE_MANAGER', later(run, plusDays(last.until, 1)));
    const planDue = planDueDay(history);
    if (planDue && !hasPlan(history)) add('NO_PLAN', plusDays(planDue, 1));
    const contactDue = contactDueDay(history);
    if (contactDue) add('NO_NEXT_CONTACT', plusDays(contactDue, 15));
  }
  if (status === 'ACTIVE') {
    for (const { nextEvaluationOn } of history.plans.filter(isRunning))
      if (nextEvaluationOn) add('EVALUATION_OVERDUE', plusDays(nextEvaluationOn, 1));
    for (const plan of history.plans.filter(({ state }) => state === 'ADOPTED' || state === 'ACTIVE'))
      for (const goal of plan.goals.filter(({ state }) => state === 'OPEN')) {
        if (goal.actions.some(({ state }) => state !== 'CANCELLED')) continue;
        const cancelled = goal.actions.flatMap(({ cancelledOn }) => cancelledOn ?? []);
        add('GOAL_WITHOUT_ACTION', [goal.madeOn, plan.firstEditionOn ?? goal.madeOn, ...cancelled].toSorted().at(-1));
      }
  }
  if (status === 'ACTIVE' || status === 'ADMITTED') {
    for (const { state, ownerUntil } of allActions(history))
      if (state === 'OPEN' && ownerUntil !== null && ownerUntil < today) add('OWNER_GONE', plusDays(ownerUntil, 1));
    for (const { recordedOn } of unjudged(history)) add('SIGNAL_UNASSESSED', plusDays(recordedOn, 8));
  }
  return [...new Set(found.map(({ code }) => code))].map((code) => ({
    code,
    since: oldest(found.filter((gap) => gap.code === code).map(({ since }) => since)) ?? today,
  }));
}
