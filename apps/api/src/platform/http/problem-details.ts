import { findErrorText, text } from '@samenoud/texts';
import { DomainError, type FieldProblem, type ProblemCode } from './problem.ts';

/** RFC 9457, in Dutch for people and with a code for programs. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
}

export function problemDetails(error: DomainError): ProblemDetails {
  const detail = text(`errors.${error.code}`);
  return {
    type: `urn:samenoud:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: detail,
    status: error.status,
    detail,
    code: error.code,
    ...(error.errors.length > 0 ? { errors: error.errors.map(fieldDetails) } : {}),
    ...error.extra,
  };
}

function fieldDetails({ pointer, code, values }: FieldProblem): { pointer: string; code: string; detail: string } {
  const sentence = findErrorText(code) ?? text('errors.INVALID_INPUT');
  const detail = sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? ''));
  return { pointer, code, detail };
}

/** Statuses of framework refusals, all of which have a code of ours. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'ROLE',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'TOO_LARGE',
  414: 'BAD_REQUEST',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  431: 'BAD_REQUEST',
  503: 'BUSY',
};

/** PostgreSQL states that mean "try again", not "broken". */
const BUSY_STATES = new Set([
  '55P03',
  '57014',
  '40001',
  '40P01',
  '53300',
  '57P01',
  '57P03',
  '08006',
  '08001',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/** Turns whatever was thrown into an expected refusal; what we did not expect becomes INTERNAL without a word of it. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = numberIn(error, 'statusCode') ?? numberIn(error, 'status');
  if (status !== undefined && status < 500) return new DomainError(CODE_OF_STATUS[status] ?? 'BAD_REQUEST');
  if (BUSY_STATES.has(sqlState(error) ?? '') || isLostConnection(error)) return new DomainError('BUSY');
  return new DomainError('INTERNAL');
}

/** The driver gives these no code. */
const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && LOST_CONNECTION.test(error.message);
}

/** The SQLSTATE of a database error, wherever the libraries on the way put it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const driver: unknown = 'driverError' in error ? error.driverError : error;
  return typeof driver === 'object' && driver !== null && 'code' in driver && typeof driver.code === 'string'
    ? driver.code
    : undefined;
}

/** The name of the constraint a database error broke. */
export function brokenConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const driver: unknown = 'driverError' in error ? error.driverError : error;
  return typeof driver === 'object' &&
    driver !== null &&
    'constraint' in driver &&
    typeof driver.constraint === 'string'
    ? driver.constraint
    : undefined;
}

function numberIn(value: unknown, key: string): number | undefined {
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof found === 'number' ? found : undefined;
}
