import type { text } from '@samenoud/texts';

/** The closed list of refusals and their HTTP status; each has a Dutch sentence in `libs/texts`. */
export const PROBLEM_STATUS = {
  BAD_REQUEST: 400,
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  SECOND_FACTOR_REQUIRED: 401,
  MEMBERSHIP_REQUIRED: 401,
  SIGN_IN_FAILED: 401,
  CODE_WRONG: 401,
  TOO_MANY_WRONG_CODES: 401,
  PASSKEY_REFUSED: 401,
  ORGANISATION_SIGN_IN_REFUSED: 401,
  ACCESS_CODE_WRONG: 401,
  LINK_INVALID: 404,
  CROSS_ORIGIN: 403,
  ROLE: 403,
  NO_BASIS: 403,
  RESTRICTED: 403,
  STEP_UP_REQUIRED: 403,
  NOT_ONESELF: 403,
  NOT_FOUND: 404,
  MERGED: 404,
  WRONG_STATE: 409,
  RESPONSE_IN_PROGRESS: 409,
  BSN_IN_USE: 409,
  HIS_NUMBER_IN_USE: 409,
  POSSIBLE_DUPLICATE: 409,
  CONSENT_REQUIRED: 409,
  RECEIVER_NOT_ALLOWED: 409,
  HANDOVER_OPEN: 409,
  OPEN_PLAN_EXISTS: 409,
  NOTHING_CHANGED: 409,
  GOAL_NOT_JUDGED: 409,
  EMERGENCY_NOT_NEEDED: 409,
  ROUND_HAS_RESPONSES: 409,
  OWNER_NOT_ACTIVE: 409,
  ALREADY_MEMBER: 409,
  LINK_AFTER_RE_ENROL: 409,
  LINK_WITHOUT_FACTOR: 409,
  RE_ENROL_AFTER_LINK: 409,
  OTHER_ACCOUNT: 409,
  INSTRUMENT_VERSION_EXISTS: 409,
  LICENCE_NOT_CONFIRMED: 409,
  LETTERHEAD_INCOMPLETE: 409,
  NOBODY_TO_PRINT: 409,
  PASSKEY_NOT_ADDED: 409,
  LAST_FACTOR: 409,
  VIA_ORGANISATION: 409,
  USE_ORGANISATION: 409,
  PROVIDER_EXISTS: 409,
  SECOND_PERSON_MISSING: 409,
  QUESTIONNAIRE_ANSWERED: 409,
  QUESTIONNAIRE_REFUSED: 409,
  QUESTIONNAIRE_CLOSED: 409,
  QUESTIONNAIRE_WITH_PRACTICE: 409,
  ONLINE_IN_PROGRESS: 409,
  CLIENT_NOT_NAMED: 409,
  OWN_ACTS: 409,
  REVIEW_NOT_DONE: 409,
  IMPORT_EMPTY: 400,
  IMPORT_NOT_A_TABLE: 400,
  IMPORT_OLD_EXCEL: 400,
  IMPORT_BROKEN: 400,
  IMPORT_TOO_BIG: 413,
  IMPORT_OUTDATED: 409,
  APPROVAL_EXPIRED: 409,
  MERGE_TWO_BSN: 409,
  MERGE_BSN_ON_OTHER: 409,
  MERGE_OPEN: 409,
  DIRECTIVE_EXISTS: 409,
  HAS_DECISIONS: 409,
  NO_MEETING: 409,
  PERMISSION_REQUIRED: 409,
  CHANGED_SINCE: 409,
  STALE: 412,
  VERSION_REQUIRED: 428,
  IDEMPOTENCY_MISMATCH: 422,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_CODE_TRIES: 429,
  TOO_MANY_EMERGENCIES: 429,
  NOT_READY: 503,
  BUSY: 503,
  INTERNAL: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

type ErrorKey<Key> = Key extends `errors.${infer Code}` ? Code : never;

/** A code that says what is wrong with one field. */
export type FieldCode = Exclude<ErrorKey<Parameters<typeof text>[0]>, ProblemCode>;

/** What is wrong with one field; `pointer` is an RFC 6901 path into the body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** An expected refusal. Carries ids and codes only, never a person's data beyond what `extra` answers the asker. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, options: { errors?: readonly FieldProblem[]; extra?: Record<string, unknown> } = {}) {
    super(code);
    this.code = code;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}

/** 400 with one or more fields to mend. */
export function invalidInput(...errors: FieldProblem[]): DomainError {
  return new DomainError('INVALID_INPUT', { errors });
}
