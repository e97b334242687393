import { compareAnswers, type InstrumentPacks, type Question } from '@samenoud/domain';
import type { Completed } from './profile-types.ts';
import { shownWords } from './questions.ts';

export type ComparedQuestion = Question & { now: string; before: string; isChanged: boolean };
export type Form = { response: Completed; packs: InstrumentPacks };

/** Two forms question by question in words; undefined when of one of them only totals are known. */
export const compareForms = (newest: Form, previous: Form): readonly ComparedQuestion[] | undefined =>
  compareAnswers(newest, previous)?.map(({ now, before, ...question }) => ({
    ...question,
    now: shownWords(now),
    before: shownWords(before),
  }));
