import { DomainError, type ProblemCode } from './problem.ts';
import { brokenConstraint } from './problem-details.ts';

/**
 * Runs a statement whose constraint may catch what a check before it could not: another request in the same moment.
 * The broken constraint becomes the refusal of that name; everything else is thrown on.
 */
export async function refusingBroken<T>(
  codes: Readonly<Record<string, ProblemCode>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const constraint = brokenConstraint(error);
    const code = constraint !== undefined && Object.hasOwn(codes, constraint) ? codes[constraint] : undefined;
    throw code === undefined ? error : new DomainError(code);
  }
}
