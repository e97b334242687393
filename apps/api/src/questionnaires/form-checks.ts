import { type Answers, completedOnProblem, type Day, missingPagesProblems } from '@samenoud/domain';
import { type FieldProblem, invalidInput } from '../platform/http/problem.ts';

interface FilledIn {
  readonly completedOn: Day | null;
  readonly completedBy: string | null;
  readonly channel: string | null;
  readonly missingPages: readonly number[];
  readonly answers: Answers;
}

/** What a completed form must say about itself. Throws 400 at each field that lacks or contradicts. */
export function refuseIncompleteHead(form: FilledIn, birthDate: Day, today: Day, confirmOldDate: boolean): void {
  const faults: FieldProblem[] = [];
  if (form.completedOn === null) faults.push({ pointer: '/completedOn', code: 'REQUIRED' });
  if (form.completedBy === null) faults.push({ pointer: '/completedBy', code: 'REQUIRED' });
  if (form.channel === null) faults.push({ pointer: '/channel', code: 'REQUIRED' });
  faults.push(...dayFaults(form.completedOn, birthDate, today, confirmOldDate));
  for (const page of missingPagesProblems(form.missingPages, form.answers)) {
    faults.push({ pointer: `/missingPages/${form.missingPages.indexOf(page)}`, code: 'INVALID_VALUE' });
  }
  if (faults.length > 0) throw invalidInput(...faults);
}

/** A day that cannot be right is refused as soon as it is typed; an old one is asked about on completing. */
export function dayFaults(
  completedOn: Day | null,
  birthDate: Day,
  today: Day,
  confirmOldDate: boolean,
): FieldProblem[] {
  if (completedOn === null) return [];
  const problem = completedOnProblem({ completedOn, birthDate, today, confirmOldDate });
  return problem === undefined ? [] : [{ pointer: '/completedOn', code: problem }];
}
