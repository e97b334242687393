import { answerTo, canonicalJson, type Answers, type InstrumentPacks } from '@samenoud/domain';
import type { Completed } from './profile-types.ts';
import { answerShown, type Question, questionsOf } from './questions.ts';
import { answersOf } from './responses-of-record.ts';

export type ComparedQuestion = Question & { now: string; before: string; isChanged: boolean };
export type Form = { response: Completed; packs: InstrumentPacks };

const isPartHidden = ({ hidden }: Completed): boolean => hidden?.some(({ pointer }) => pointer === '/answers') ?? false;

/** An item that one of the two forms does not share says nothing about change. */
function differs(id: string, now: Answers, before: Answers, isHidden: boolean): boolean {
  if (isHidden && !(Object.hasOwn(now, id) && Object.hasOwn(before, id))) return false;
  return canonicalJson(answerTo(now, id)) !== canonicalJson(answerTo(before, id));
}

/**
 * Two forms question by question, each answer in the wording of its own form; undefined when of one of them only totals
 * are known.
 */
export function compareForms(newest: Form, previous: Form): readonly ComparedQuestion[] | undefined {
  const now = answersOf(newest.response);
  const before = answersOf(previous.response);
  if (now === undefined || before === undefined) return undefined;
  const oldItems = new Map(questionsOf(previous.packs).map(({ item }) => [item.id, item]));
  const isHidden = isPartHidden(newest.response) || isPartHidden(previous.response);
  return questionsOf(newest.packs).map((question) => ({
    ...question,
    now: answerShown(question.item, now, isPartHidden(newest.response)),
    before: answerShown(oldItems.get(question.item.id) ?? question.item, before, isPartHidden(previous.response)),
    isChanged: differs(question.item.id, now, before, isHidden),
  }));
}
