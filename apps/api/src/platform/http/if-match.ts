import { DomainError } from './problem.ts';

/**
 * The version a writer has seen, from `If-Match: "<version>"`.
 * @throws DomainError VERSION_REQUIRED when the header is missing or no version.
 */
export function expectedVersion(header: string | undefined): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header?.trim() ?? '');
  if (!match) throw new DomainError('VERSION_REQUIRED');
  return Number(match[1]);
}
