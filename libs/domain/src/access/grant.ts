/** Whose rows a grant reaches; TEAM is for a meeting its attendees, PARENT the rights on what the row hangs on. */
export type AccessRelation = 'PRACTICE' | 'TEAM' | 'TENANT' | 'OWN' | 'FORM' | 'PARENT';

/**
 * Part of a resource or condition a grant is limited to, from the words and footnotes of the matrix.
 * `decide` holds MAKER_ONLY, WHILE_CASE_MANAGER and OWN_CASELOAD; the others go with the decision to the service
 * and the field filter. Footnotes: ENTRY_ONLY and CLASS_ONLY 1, NOT_ONESELF 3, CONTACT_DETAILS_ONLY 5, EXACT_MATCH_ONLY
 * 6, EXISTENCE_ONLY 7. Footnote 2 is the `c` of the cell, footnote 4 is `mayRecordDecisions`.
 */
export const ACCESS_LIMITS = [
  'AGENDA_ONLY',
  'CLASS_ONLY',
  'CONTACT_DETAILS_ONLY',
  'COUNTS_ONLY',
  'DATES_ONLY',
  'DATE_AND_KIND_ONLY',
  'ENTRY_ONLY',
  'EXACT_MATCH_ONLY',
  'EXISTENCE_ONLY',
  'MAKER_ONLY',
  'NOTE_ONLY',
  'NOT_ONESELF',
  'NO_SCORES',
  'OWN_CASELOAD',
  'PREPARE_ONLY',
  'PROPOSE_ONLY',
  'REFERRAL_SENT_ONLY',
  'REGISTER_ONLY',
  'REVIEW_ONLY',
  'SIGNAL_ONLY',
  'WHILE_CASE_MANAGER',
  'WHILE_IN_PROGRESS',
] as const;
export type AccessLimit = (typeof ACCESS_LIMITS)[number];

/** One action of one role on one resource. */
export interface Grant {
  readonly relation: AccessRelation;
  /** `t/p`: the practice setting "GP sees own patients only" narrows PRACTICE to TEAM. */
  readonly narrows: boolean;
  /** The mark `c`: rows of another organisation need a GRANT, INVOLVED does not suffice. */
  readonly consent: boolean;
  /** The mark `g`: also by break-glass; only ever on READ. */
  readonly breakGlass: boolean;
  /** Second factor at most 5 minutes old. */
  readonly stepUp: boolean;
  /** Another person approves. */
  readonly secondPerson: boolean;
  readonly limit: AccessLimit | null;
  /** What is left of the grant without a basis for the category of the row. */
  readonly limitWithoutBasis: AccessLimit | null;
}
