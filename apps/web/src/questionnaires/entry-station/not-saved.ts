import { text } from '@samenoud/texts';
import { ApiProblem } from '../../platform/problem.ts';

/** One refusal of our own: what is not saved cannot be completed. */
export const notSavedYet = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'NOT_SAVED', detail: text('entry.check.waitForSave'), errors: [] });
