import { type Answer, isMissingAnswer } from '@samenoud/domain';
import { FILLED_IN_BY, type FilledInBy, type OnlineResponse, type Question } from './questionnaire-types.ts';

/** Everything that saves itself: answers by item id, and beside them who fills in and what else she wants to say. */
export type FormValues = Readonly<Record<string, Answer>>;

const ABOUT_THE_FORM = ['completedBy', 'completedWithHelpOf', 'remark'] as const;
export type AboutTheForm = (typeof ABOUT_THE_FORM)[number];

/** "Weet ik niet" is stored as an answer that was left open. */
export const UNKNOWN = { missing: 'BLANK' } as const;

export const isAboutTheForm = (key: string): key is AboutTheForm => ABOUT_THE_FORM.some((known) => known === key);

/** The form as the server holds it, in the keys in which it is saved. */
export function valuesOf({ answers = {}, completedBy, completedWithHelpOf, remark }: OnlineResponse): FormValues {
  return {
    ...answers,
    ...(completedBy && { completedBy }),
    ...(completedWithHelpOf && { completedWithHelpOf }),
    ...(remark && { remark }),
  };
}

export function answersIn(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !isAboutTheForm(key)));
}

/** A text of the form as a whole; empty when there is none. */
export function wordsIn(values: FormValues, key: AboutTheForm): string {
  const words = values[key];
  return typeof words === 'string' ? words : '';
}

export function filledInBy(values: FormValues): FilledInBy | undefined {
  return FILLED_IN_BY.find((code) => code === values['completedBy']);
}

/** Answered in one way or another, "weet ik niet" included. */
export const isDealtWith = (values: FormValues, { id }: Question): boolean => values[id] !== undefined;

/** Questions that have no answer yet: passed over, or answered with "weet ik niet". */
export function openQuestions(questions: readonly Question[], values: FormValues): readonly Question[] {
  return questions.filter(({ id }) => values[id] === undefined || isMissingAnswer(values[id]));
}

/** The words of an answer; undefined when there is none. */
export function answerWords({ options }: Question, answer: Answer | undefined): string | undefined {
  return options.find(({ code }) => code === answer)?.label;
}
