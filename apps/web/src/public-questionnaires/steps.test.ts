import { describe, expect, it } from '@jest/globals';
import { openQuestions, UNKNOWN } from './form-values.ts';
import { checkStep, firstOpenStep, remarkStep, stepAt, stepOfQuestion } from './steps.ts';

const QUESTIONS = [1, 2, 3].map((number) => ({
  id: `gfi-0${number}`,
  number,
  text: `Vraag ${number}`,
  isTopic: false,
  options: [{ code: 'no', label: 'nee' }],
}));
const kindsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => stepAt(first + index, QUESTIONS).kind);

describe('the pages of the form', () => {
  it('are who fills in, the questions, the open space and the check page, and nothing beyond', () => {
    expect(kindsFrom(-1, 6)).toEqual([
      'HELPER',
      'HELPER',
      'QUESTION',
      'QUESTION',
      'QUESTION',
      'REMARK',
      'CHECK',
      'CHECK',
    ]);
    expect(stepAt(stepOfQuestion(2), QUESTIONS)).toEqual({ kind: 'QUESTION', question: QUESTIONS[1] });
    expect([remarkStep(QUESTIONS), checkStep(QUESTIONS)]).toEqual([4, 5]);
  });

  it('are gone on with at the first that was not done', () => {
    const done = { 'gfi-01': 'no', 'gfi-02': UNKNOWN, 'gfi-03': 'no' };
    expect(firstOpenStep(QUESTIONS, {})).toBe(0);
    expect(firstOpenStep(QUESTIONS, done)).toBe(0);
    expect(firstOpenStep(QUESTIONS, { completedBy: 'SELF' })).toBe(1);
    expect(firstOpenStep(QUESTIONS, { completedBy: 'SELF', 'gfi-01': 'no', 'gfi-03': 'no' })).toBe(2);
    expect(firstOpenStep(QUESTIONS, { completedBy: 'SELF', ...done })).toBe(5);
  });

  it('lists "weet ik niet" with the questions that have no answer', () => {
    const open = openQuestions(QUESTIONS, { 'gfi-01': 'no', 'gfi-02': UNKNOWN });
    expect(open.map(({ number }) => number)).toEqual([2, 3]);
  });
});
