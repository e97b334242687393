import { text } from '@samenoud/texts';
import { explain, isProblem } from '../platform/problem.ts';

/** The sentence for whatever went wrong. Without connection it speaks of the person's own internet. */
export function failureWords(error: unknown): string {
  return isProblem(error) || !(error instanceof TypeError)
    ? explain(error)
    : text('publicQuestionnaire.failure.offline');
}
