/** What may be misuse, in the order of the paper. Source: trust.md 6, after the practice of Dutch hospitals. */
export const LOG_PATTERNS = [
  'SAME_SURNAME',
  'COLLEAGUE',
  'WATCHED',
  'NO_REASON',
  'OUTSIDE_HOURS',
  'MANY_AN_HOUR',
  'EMERGENCY',
  'NEW_ROLE',
] as const;
export type LogPattern = (typeof LOG_PATTERNS)[number];

/** Of these every hit is looked at; of the others a share, drawn by chance. */
export const STRONG_PATTERNS: readonly LogPattern[] = [
  'SAME_SURNAME', 'COLLEAGUE', 'WATCHED', 'MANY_AN_HOUR', 'EMERGENCY', 'NEW_ROLE',
]; // prettier-ignore

/**
 * Borders of the patterns (ours; ADR 17 says what they find and what they cost).
 * `days` counts calendar days in Europe/Amsterdam.
 */
export const LOG_REVIEW_LIMITS = {
  /** A surname is rare in a practice up to this many clients who bear it; above, it says nothing by itself. */
  rareSurnameClients: 3,
  /** Something written in the record within so many days before or after a visit is its reason. */
  reasonDays: 7,
  /** On how many days in a month somebody comes without any reason before it counts. */
  daysWithoutReason: 2,
  /** Records opened in one hour, without tie and without writing a word in them, from which it counts. */
  recordsAnHour: 31,
  /** A role is new for so many days. */
  newRoleDays: 7,
  /** Whoever worked outside hours on so many earlier days, and on this share of them, works at such hours. */
  habitDays: 4,
  habitShare: 0.05,
  /** How far back such days are counted. */
  habitWindowDays: 60,
} as const;

/** What is known of one visit: one person, one client, one day. */
export interface VisitFacts {
  /** In the client's team, the client's GP or case manager. */
  readonly tied: boolean;
  /** She wrote, changed or finished something in this record on that day. */
  readonly wrote: boolean;
  /** Anybody did so near that day, or a letter, round or form of the client falls near it. */
  readonly traced: boolean;
  /** On how many days this month she came here without tie, writing or trace, this one included. */
  readonly daysWithoutReason: number;
  /** How many clients bear the surname that she shares with this client; absent when they share none. */
  readonly namesakes: number | null;
  /** The client is, by name and telephone or name alone, somebody who works or worked here; and how many bear that surname. */
  readonly colleague: 'PHONE' | 'NAME' | null;
  readonly colleagueNamesakes: number;
  readonly watched: boolean;
  readonly outsideHours: boolean;
  /** Earlier days in the window on which she was active, and of these outside hours. */
  readonly activeDays: number;
  readonly outsideDays: number;
  readonly emergency: boolean;
  /** Days since her role began. */
  readonly roleDays: number;
}

/** Nothing that belongs to care explains this visit. */
const isWithoutReason = ({ tied, wrote, traced }: VisitFacts): boolean => !tied && !wrote && !traced;

/** Night and weekend work shows in what she did before. */
export function worksOutsideHours({
  activeDays,
  outsideDays,
}: Pick<VisitFacts, 'activeDays' | 'outsideDays'>): boolean {
  const { habitDays, habitShare } = LOG_REVIEW_LIMITS;
  return outsideDays >= habitDays && outsideDays >= habitShare * activeDays;
}

/** A rare name in common is enough; a common one only where nothing explains the visit. */
function bySurname(facts: VisitFacts, bearers: number): boolean {
  return bearers <= LOG_REVIEW_LIMITS.rareSurnameClients ? !facts.tied : isWithoutReason(facts);
}

const RULES: Readonly<Record<Exclude<LogPattern, 'MANY_AN_HOUR'>, (facts: VisitFacts) => boolean>> = {
  SAME_SURNAME: (facts) => facts.namesakes !== null && bySurname(facts, facts.namesakes),
  COLLEAGUE: (facts) =>
    facts.colleague !== null &&
    !facts.wrote &&
    (facts.colleague === 'PHONE' ? !facts.tied : bySurname(facts, facts.colleagueNamesakes)),
  WATCHED: ({ watched, tied, wrote }) => watched && !tied && !wrote,
  NO_REASON: (facts) => isWithoutReason(facts) && facts.daysWithoutReason >= LOG_REVIEW_LIMITS.daysWithoutReason,
  OUTSIDE_HOURS: (facts) => facts.outsideHours && !facts.tied && !facts.wrote && !worksOutsideHours(facts),
  EMERGENCY: ({ emergency }) => emergency,
  NEW_ROLE: (facts) => facts.roleDays < LOG_REVIEW_LIMITS.newRoleDays && isWithoutReason(facts),
};

/**
 * Which patterns a visit shows, in the order of `LOG_PATTERNS`. Many records in an hour is no fact of one visit and is found
 * apart. Writing in a record is work and shows itself in it, so entering forms in bulk gives no hit.
 * Source: trust.md 6; borders ours.
 */
export function patternsOf(facts: VisitFacts): readonly LogPattern[] {
  return LOG_PATTERNS.filter((pattern) => pattern !== 'MANY_AN_HOUR' && RULES[pattern](facts));
}
