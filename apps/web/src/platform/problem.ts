import { findErrorText, text } from '@samenoud/texts';

export type FieldProblem = { pointer: string; code: string; detail: string };

type ProblemDetails = {
  status: number;
  code: string;
  detail: string;
  errors: FieldProblem[];
  current?: unknown;
  retryAfterSeconds?: number;
  body?: unknown;
};

/** A refusal of the API (RFC 9457): `code` is for programs, `detail` is Dutch and shown as it is. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** After a 412: the resource as it is now. */
  readonly current: unknown;
  readonly retryAfterSeconds: number | undefined;
  /** The whole answer, for codes that carry more (candidates, the id of another form). */
  readonly body: unknown;

  constructor(details: ProblemDetails) {
    super(details.code);
    this.name = 'ApiProblem';
    this.status = details.status;
    this.code = details.code;
    this.detail = details.detail;
    this.errors = details.errors;
    this.current = details.current;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.body = details.body;
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

/** Nobody answered, or a proxy in place of the server: whether the act arrived is not known. */
export const isLost = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || [502, 503, 504].includes(error.status);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const stringOr = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({
    pointer: stringOr(entry['pointer'], ''),
    code: stringOr(entry['code'], 'INVALID'),
    detail: stringOr(entry['detail'], text('common.failure.unknown')),
  }));
}

/** Reads the answer to a refused call; an answer that is no problem document (a proxy's page) becomes `UNAVAILABLE`. */
export function readProblem(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const source = isRecord(body) ? body : {};
  const code = stringOr(source['code'], 'UNAVAILABLE');
  const seconds = Number(retryAfter);
  return new ApiProblem({
    status,
    code,
    detail: stringOr(source['detail'], findErrorText(code) ?? text('common.failure.unknown')),
    errors: fieldProblems(source['errors']),
    current: source['current'],
    body,
    ...(retryAfter !== null && Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
  });
}

/** The Dutch sentence for anything that was thrown. A failed fetch throws a TypeError: no connection. */
export function explain(error: unknown): string {
  if (isProblem(error)) return error.detail;
  return error instanceof TypeError ? text('common.failure.offline') : text('common.failure.unknown');
}

/** Field sentences by dotted field name: pointer `/name/family` is field `name.family`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {};
  const named = error.errors.map(({ pointer, detail }) => [pointer.replace(/^\//, '').replaceAll('/', '.'), detail]);
  return Object.fromEntries(named);
}
