import { type Answers, answerProblems, SHIPPED_PACKS } from '@samenoud/domain';
import { escapePointer } from './body-guard.ts';
import { type FieldProblem, invalidInput } from './problem.ts';

/**
 * Answers that may be stored as they are. Items and codes are the same in every version of an instrument, so this needs no
 * record and comes before one is looked for. Throws 400 naming every item that may not be stored.
 */
export function checkedAnswers(answers: Readonly<Record<string, unknown>> = {}): Answers {
  const problems = answerProblems(answers, SHIPPED_PACKS);
  if (problems.length > 0) {
    const fields = problems.slice(0, 50).map(({ item, code }): FieldProblem => ({
      pointer: `/answers/${escapePointer(item)}`,
      code,
      values: { item: item.slice(0, 40) },
    }));
    throw invalidInput(...fields);
  }
  return answers as Answers;
}
