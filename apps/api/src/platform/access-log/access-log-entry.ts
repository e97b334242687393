/** What an act did to data (NEN 7513, EventActionCode). */
export type LogAction = 'C' | 'R' | 'U' | 'D' | 'E';

/** One row of the access log, without what the database adds itself: practice, user, time and sequence. */
export interface AccessLogEntry {
  readonly type: string;
  readonly action: LogAction;
  readonly objectType: string;
  readonly objectId?: string;
  readonly clientId?: string;
  /** Id in the address of a refused request; the database looks up which client it belongs to. */
  readonly refusedId?: string;
  readonly outcome?: 'SUCCESS' | 'DENIED' | 'REFUSED';
  readonly category?: number;
  /** Criteria and ids shown, never content. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly rule?: string;
  readonly relation?: string;
  readonly basis?: string;
  /** Which of F, T, R, C, S were looked at (trust.md 3); all of them unless an earlier one refused. */
  readonly checks?: string;
  /** The emergency access by which it was allowed; the log then says EMERGENCY as its purpose. */
  readonly breakGlassId?: string;
  readonly purpose?: 'TREATMENT' | 'ADMINISTRATION' | 'AUDIT' | 'EMERGENCY';
}
