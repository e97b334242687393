import { addMonths, type Day, partsOfDay } from '../calendar/day.ts';
import { formatDutchDay, formatDutchDayLong } from '../calendar/dutch-day.ts';
import type { Bounds } from '../questionnaires/score-instrument.ts';
import type { Profile } from '../risk-profile/profile.ts';

export const HIS_TEXT_KINDS = ['SENT', 'NOT_RETURNED', 'ROBUST', 'ASSIGNED'] as const;
export type HisTextKind = (typeof HIS_TEXT_KINDS)[number];

export const HIS_LINES = [
  'SENT',
  'RETURN_BY',
  'NOT_RETURNED',
  'REMINDED',
  'REMINDED_TWICE',
  'REMINDED_AND_PHONED',
  'REMINDED_TWICE_AND_PHONED',
  'PHONED',
  'AT_OWN_REQUEST',
  'LAST_PROFILE',
  'TEAM_AGREEMENT',
  'RETURNED',
  'PROFILE',
  'PROFILE_WITH_TOTALS',
  'NEXT_QUESTIONNAIRE',
  'CASE_MANAGER',
  'NO_CASE_MANAGER',
  'NEXT_EVALUATION',
] as const;
export type HisLineCode = (typeof HIS_LINES)[number];

/** One line: which sentence, and what stands in it, days as dd-mm-jjjj and totals as "4" or "4–5". */
export type HisLine = { readonly code: HisLineCode; readonly values: Readonly<Record<string, string>> };
/** At most four lines; `on` is the day of the fact it tells. */
export type HisText = { readonly kind: HisTextKind; readonly on: Day; readonly lines: readonly HisLine[] };

export type HisTotals = { readonly imesa: Bounds; readonly gfi: Bounds };

export type HisAssignment = {
  readonly profile: Profile;
  /** What the practice called the profile when it was assigned. */
  readonly label: string;
  readonly assignedOn: Day;
  /** The day on which the form it rests on was filled in, and its totals; null without a scored form. */
  readonly returnedOn: Day | null;
  readonly totals: HisTotals | null;
};

export type HisFacts = {
  /** The newest invitation of the client. */
  readonly invitation: {
    readonly sentOn: Day | null;
    readonly returnBy: Day;
    readonly reminded1On: Day | null;
    readonly reminded2On: Day | null;
    readonly phonedOn: Day | null;
    /** The day its round was closed without a valid response to it; null when it was answered or is still open. */
    readonly notReturnedOn: Day | null;
    readonly isRefused: boolean;
  } | null;
  readonly assignment: HisAssignment | null;
  readonly caseManager: { readonly name: string; readonly role: string } | null;
  readonly isPlanDiscussed: boolean;
  readonly nextEvaluationOn: Day | null;
  readonly teamAgreement: { readonly on: Day; readonly text: string } | null;
  readonly rescreenIntervalMonths: number;
};

/** Whole months from the assignment to the evaluation, where no plan names its day. Source: domain reference 9. */
export const EVALUATION_INTERVAL_MONTHS = 6;
export const HIS_LINE_LIMIT = 4;

/**
 * The texts for the GP's own system that there are facts for, that of the newest fact first. No BSN, and no name but the
 * case manager's. Source: domain reference 13.1, our rule.
 */
export function hisTexts(facts: HisFacts): readonly HisText[] {
  return [assignedText(facts), notReturnedText(facts), sentText(facts)]
    .filter((text) => text !== null)
    .map((text) => ({ ...text, lines: text.lines.slice(0, HIS_LINE_LIMIT) }))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

/** Total as shown: "6", or "4–5" where answers are missing. */
export function formatTotal({ lower, upper }: Bounds): string {
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}

const line = (code: HisLineCode, values: Readonly<Record<string, string>> = {}): HisLine => ({ code, values });
const dayLine = (code: HisLineCode, day: Day): HisLine => line(code, { day: formatDutchDay(day) });

function sentText({ invitation }: HisFacts): HisText | null {
  if (!invitation?.sentOn) return null;
  const lines = [dayLine('SENT', invitation.sentOn), dayLine('RETURN_BY', invitation.returnBy)];
  return { kind: 'SENT', on: invitation.sentOn, lines };
}

function notReturnedText({ invitation, assignment, teamAgreement }: HisFacts): HisText | null {
  if (!invitation?.notReturnedOn) return null;
  const lines = [
    dayLine('NOT_RETURNED', invitation.notReturnedOn),
    remindedLine(invitation),
    assignment && line('LAST_PROFILE', { profile: assignment.label, day: formatDutchDay(assignment.assignedOn) }),
    invitation.isRefused ? line('AT_OWN_REQUEST') : null,
    teamAgreement && line('TEAM_AGREEMENT', { day: formatDutchDay(teamAgreement.on), text: teamAgreement.text }),
  ];
  return { kind: 'NOT_RETURNED', on: invitation.notReturnedOn, lines: lines.filter((one) => one !== null) };
}

function remindedLine({ reminded1On, reminded2On, phonedOn }: NonNullable<HisFacts['invitation']>): HisLine | null {
  const [first, second] = [reminded1On, reminded2On].filter((day) => day !== null).map(formatDutchDay);
  if (first === undefined) return phonedOn === null ? null : line('PHONED');
  if (second === undefined) return line(phonedOn === null ? 'REMINDED' : 'REMINDED_AND_PHONED', { first });
  return line(phonedOn === null ? 'REMINDED_TWICE' : 'REMINDED_TWICE_AND_PHONED', { first, second });
}

function assignedText(facts: HisFacts): HisText | null {
  const { assignment } = facts;
  if (!assignment) return null;
  const { profile, assignedOn } = assignment;
  const returned = assignment.returnedOn === null ? null : dayLine('RETURNED', assignment.returnedOn);
  const follow = profile === 'ROBUST' ? [nextQuestionnaireLine(assignment, facts)] : careLines(assignment, facts);
  const lines = [returned, profileLine(assignment), ...follow].filter((one) => one !== null);
  return { kind: profile === 'ROBUST' ? 'ROBUST' : 'ASSIGNED', on: assignedOn, lines };
}

function profileLine({ label, assignedOn, totals }: HisAssignment): HisLine {
  const values = { profile: label, day: formatDutchDay(assignedOn) };
  return totals ? line('PROFILE_WITH_TOTALS', { ...values, ...shownTotals(totals) }) : line('PROFILE', values);
}

/** The month of the next questionnaire: rescreen interval after the day the last one was filled in. */
function nextQuestionnaireLine({ returnedOn, assignedOn }: HisAssignment, facts: HisFacts): HisLine {
  const next = addMonths(returnedOn ?? assignedOn, facts.rescreenIntervalMonths);
  const { dayOfMonth } = partsOfDay(next);
  return line('NEXT_QUESTIONNAIRE', { month: formatDutchDayLong(next).slice(String(dayOfMonth).length + 1) });
}

function careLines({ assignedOn }: HisAssignment, facts: HisFacts): readonly HisLine[] {
  const { caseManager, isPlanDiscussed } = facts;
  const plan = { discussed: isPlanDiscussed ? 'YES' : 'NO' };
  return [
    caseManager ? line('CASE_MANAGER', { ...caseManager, ...plan }) : line('NO_CASE_MANAGER', plan),
    dayLine('NEXT_EVALUATION', facts.nextEvaluationOn ?? addMonths(assignedOn, EVALUATION_INTERVAL_MONTHS)),
  ];
}

/** Totals as shown in the lines and in the title of the episode A05. */
export function shownTotals({ imesa, gfi }: HisTotals): { readonly imesa: string; readonly gfi: string } {
  return { imesa: formatTotal(imesa), gfi: formatTotal(gfi) };
}
