import { type FormValues, filledInBy, isDealtWith } from './form-values.ts';
import type { Question } from './questionnaire-types.ts';

/** Pages of the form in order: who fills in, the questions, what else she wants to say, the check page. */
export type Step =
  { kind: 'HELPER' } | { kind: 'QUESTION'; question: Question } | { kind: 'REMARK' } | { kind: 'CHECK' };

const HELPER = 0;
const FIRST_QUESTION = 1;

export const remarkStep = (questions: readonly Question[]): number => FIRST_QUESTION + questions.length;
export const checkStep = (questions: readonly Question[]): number => remarkStep(questions) + 1;
export const stepOfQuestion = (number: number): number => FIRST_QUESTION + number - 1;
export const helperStep = (): number => HELPER;

/** The page at a place; whatever lies outside is the first or the last. */
export function stepAt(place: number, questions: readonly Question[]): Step {
  if (place <= HELPER) return { kind: 'HELPER' };
  const question = questions[place - FIRST_QUESTION];
  if (question !== undefined) return { kind: 'QUESTION', question };
  return place === remarkStep(questions) ? { kind: 'REMARK' } : { kind: 'CHECK' };
}

/** Where somebody goes on who comes back: the first page that was not done. */
export function firstOpenStep(questions: readonly Question[], values: FormValues): number {
  if (filledInBy(values) === undefined) return HELPER;
  const open = questions.findIndex((question) => !isDealtWith(values, question));
  return open === -1 ? checkStep(questions) : FIRST_QUESTION + open;
}
