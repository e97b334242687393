import {
  type Answer,
  answerTo,
  type Answers,
  FORM_PAGES,
  type InstrumentId,
  type InstrumentItem,
  type InstrumentPacks,
  INSTRUMENTS,
  isMissingAnswer,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';

export type Question = { instrument: InstrumentId; number: number; item: InstrumentItem };

const NUMBERS = new Map(FORM_PAGES.flatMap(({ items }) => items).map((id, index) => [id, index + 1]));

/** The number printed before a question on the paper form, 1..35. */
export const numberOf = (itemId: string): number => NUMBERS.get(itemId) ?? 0;

/** The questions of a form in the wording of its own packs, in the order of the paper. */
export function questionsOf(packs: InstrumentPacks): readonly Question[] {
  return INSTRUMENTS.flatMap((instrument) =>
    packs[instrument].items.map((item) => ({ instrument, item, number: numberOf(item.id) })),
  ).toSorted((a, b) => a.number - b.number);
}

/** An answer as it was worded beside its question. */
export function answerWords({ answer }: InstrumentItem, given: Answer): string {
  if (isMissingAnswer(given)) return text(`profiles.answer.${given.missing}`);
  if (answer.kind === 'INTEGER') return String(given);
  return answer.options.find(({ code }) => code === given)?.label ?? String(given);
}

/** The words for an item of a form, where a part of the answers may be hidden. */
export function answerShown(item: InstrumentItem, answers: Answers, isPartHidden: boolean): string {
  if (isPartHidden && !Object.hasOwn(answers, item.id)) return text('profiles.answer.hidden');
  return answerWords(item, answerTo(answers, item.id));
}
