/**
 * When a record may be destroyed, written from the text of the law and counting by hand: nothing of the product is used.
 * "Bewaard gedurende twintig jaren, te rekenen vanaf het tijdstip waarop de laatste wijziging in het dossier heeft plaatsgevonden"
 * (BW 7:454(3)); fifteen years where welfare keeps it (Wmo 2015); a record goes as a whole.
 */
export interface OracleEvent {
  readonly owner: 'PRACTICE' | 'HOME_CARE' | 'SPECIALIST' | 'SOCIAL_WORK';
  /** An address, a team, a consent: work on the record that is not care. */
  readonly isCare: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const YEARS = { PRACTICE: 20, HOME_CARE: 20, SPECIALIST: 20, SOCIAL_WORK: 15 } as const;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The first day after the last day that is still kept, as YYYYMMDD. */
function firstFreeDay({ owner, year, month, day }: OracleEvent): number {
  const last = year + YEARS[owner];
  const kept = day > daysIn(last, month) ? daysIn(last, month) : day;
  if (kept < daysIn(last, month)) return last * 10_000 + month * 100 + kept + 1;
  return month < 12 ? last * 10_000 + (month + 1) * 100 + 1 : (last + 1) * 10_000 + 101;
}

/** `YYYY-MM-DD`; the latest over all care, since an earlier event of the same owner is free earlier. */
export function oracleDestroyDueOn(events: readonly OracleEvent[]): string {
  const free = Math.max(...events.filter(({ isCare }) => isCare).map(firstFreeDay));
  return `${Math.floor(free / 10_000)}-${String(Math.floor(free / 100) % 100).padStart(2, '0')}-${String(free % 100).padStart(2, '0')}`;
}
