import { canonicalJson } from '../instruments/canonical-json.ts';
import {
  type InstrumentId,
  type InstrumentItem,
  type InstrumentPacks,
  INSTRUMENTS,
} from '../instruments/instrument-pack.ts';
import { type Answer, answerTo, type Answers, isMissingAnswer, type MissingReason } from './answers.ts';
import { FORM_PAGES } from './form-pages.ts';
import { answersOfForm, type CompletedForm, type FormOfRecord } from './forms-of-record.ts';

export interface Question {
  readonly instrument: InstrumentId;
  readonly number: number;
  readonly item: InstrumentItem;
}

const NUMBERS = new Map(FORM_PAGES.flatMap(({ items }) => items).map((id, index) => [id, index + 1]));

/** The number printed before a question on the paper form, 1..35. */
export const numberOf = (itemId: string): number => NUMBERS.get(itemId) ?? 0;

/** The questions of a form in the wording of its own packs, in the order of the paper. */
export function questionsOf(packs: InstrumentPacks): readonly Question[] {
  return INSTRUMENTS.flatMap((instrument) =>
    packs[instrument].items.map((item) => ({ instrument, item, number: numberOf(item.id) })),
  ).toSorted((a, b) => a.number - b.number);
}

/** An answer in the words of its own question, or why there are none. */
export type ShownAnswer = { readonly words: string } | { readonly without: MissingReason | 'hidden' };

export function answerOf({ answer }: InstrumentItem, given: Answer): ShownAnswer {
  if (isMissingAnswer(given)) return { without: given.missing };
  if (answer.kind === 'INTEGER') return { words: String(given) };
  return { words: answer.options.find(({ code }) => code === given)?.label ?? String(given) };
}

/** The answer to an item of a form of which a part may be hidden. */
function shownAnswer(item: InstrumentItem, answers: Answers, isPartHidden: boolean): ShownAnswer {
  if (isPartHidden && !Object.hasOwn(answers, item.id)) return { without: 'hidden' };
  return answerOf(item, answerTo(answers, item.id));
}

export interface FormWithPacks {
  readonly response: CompletedForm<FormOfRecord>;
  readonly packs: InstrumentPacks;
}

export interface ComparedAnswers extends Question {
  readonly now: ShownAnswer;
  readonly before: ShownAnswer;
  readonly isChanged: boolean;
}

const isPartHidden = ({ hidden }: FormOfRecord): boolean =>
  hidden?.some(({ pointer }) => pointer === '/answers') ?? false;

/** An item that one of the two forms does not share says nothing about change. */
function differs(id: string, now: Answers, before: Answers, isHidden: boolean): boolean {
  if (isHidden && !(Object.hasOwn(now, id) && Object.hasOwn(before, id))) return false;
  return canonicalJson(answerTo(now, id)) !== canonicalJson(answerTo(before, id));
}

/**
 * Two forms question by question, each answer in the wording of its own form; undefined when of one of them only totals
 * are known.
 */
export function compareAnswers(newest: FormWithPacks, previous: FormWithPacks): readonly ComparedAnswers[] | undefined {
  const now = answersOfForm(newest.response);
  const before = answersOfForm(previous.response);
  if (now === undefined || before === undefined) return undefined;
  const oldItems = new Map(questionsOf(previous.packs).map(({ item }) => [item.id, item]));
  const isHidden = isPartHidden(newest.response) || isPartHidden(previous.response);
  return questionsOf(newest.packs).map((question) => ({
    ...question,
    now: shownAnswer(question.item, now, isPartHidden(newest.response)),
    before: shownAnswer(oldItems.get(question.item.id) ?? question.item, before, isPartHidden(previous.response)),
    isChanged: differs(question.item.id, now, before, isHidden),
  }));
}
