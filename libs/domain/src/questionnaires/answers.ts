import { INSTRUMENTS } from '../instruments/instrument-pack.ts';
import type { InstrumentItem, InstrumentPacks } from '../instruments/instrument-pack.ts';
import { itemScore } from '../instruments/item-score.ts';

/** BLANK: left open. ILLEGIBLE: something is there but cannot be read, or two boxes are ticked. Both score the same. */
export const MISSING_REASONS = ['BLANK', 'ILLEGIBLE'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];
export type MissingAnswer = { readonly missing: MissingReason };
export type GivenAnswer = string | number;
export type Answer = GivenAnswer | MissingAnswer;

/** By item id. An item that is absent counts as BLANK once the response is completed. */
export type Answers = Readonly<Record<string, Answer>>;

export const ANSWER_PROBLEM_CODES = ['UNKNOWN_ITEM', 'INVALID_ANSWER'] as const;
export type AnswerProblemCode = (typeof ANSWER_PROBLEM_CODES)[number];
export type AnswerProblem = { readonly item: string; readonly code: AnswerProblemCode };

/** Exactly `{ missing: reason }`, nothing beside it. */
export function isMissingAnswer(value: unknown): value is MissingAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [entry, ...others] = Object.entries(value);
  return others.length === 0 && entry?.[0] === 'missing' && MISSING_REASONS.some((reason) => reason === entry[1]);
}

/** The answer stored for an item, BLANK when there is none; never something inherited from Object. */
export function answerTo(answers: Answers, item: string): Answer {
  const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
  return answer ?? { missing: 'BLANK' };
}

export function itemsOf(packs: InstrumentPacks): readonly InstrumentItem[] {
  return INSTRUMENTS.flatMap((instrument) => packs[instrument].items);
}

/** Unknown items and answers that do not belong to their item; empty when all may be stored. Nothing is coerced. */
export function answerProblems(answers: Readonly<Record<string, unknown>>, packs: InstrumentPacks): AnswerProblem[] {
  const items = new Map(itemsOf(packs).map((item) => [item.id, item]));
  return Object.entries(answers).flatMap(([id, value]): AnswerProblem[] => {
    const item = items.get(id);
    if (item === undefined) return [{ item: id, code: 'UNKNOWN_ITEM' }];
    const valid = isMissingAnswer(value) || itemScore(item, value) !== undefined;
    return valid ? [] : [{ item: id, code: 'INVALID_ANSWER' }];
  });
}

/** A form without one valid answer: it counts as not returned. */
export function isEmptyForm(answers: Answers, packs: InstrumentPacks): boolean {
  return itemsOf(packs).every((item) => itemScore(item, answerTo(answers, item.id)) === undefined);
}
