import {
  type Answer,
  answerTo,
  type Answers,
  canonicalJson,
  type InstrumentItem,
  isMissingAnswer,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';

/** One choice of a select: its value is the answer as JSON, so that 1 and "1" stay apart. */
export type AnswerChoice = { value: string; label: string };

const ANSWER_BLANK: Answer = { missing: 'BLANK' };
const ANSWER_ILLEGIBLE: Answer = { missing: 'ILLEGIBLE' };

export const toValue = (answer: Answer): string => canonicalJson(answer);

export function toAnswer(value: string): Answer {
  const parsed: unknown = JSON.parse(value);
  return isMissingAnswer(parsed) || typeof parsed === 'string' || typeof parsed === 'number' ? parsed : ANSWER_BLANK;
}

/** Every answer the question knows, in its own wording, and the two ways of having none. */
export function choicesOf({ answer }: InstrumentItem): readonly AnswerChoice[] {
  const given =
    answer.kind === 'CHOICE'
      ? answer.options.map(({ code, label }) => ({ value: toValue(code), label }))
      : Array.from({ length: answer.maximum - answer.minimum + 1 }, (_, index) => answer.minimum + index).map(
          (mark) => ({
            value: toValue(mark),
            label: String(mark),
          }),
        );
  return [
    ...given,
    { value: toValue(ANSWER_BLANK), label: text('profiles.answer.BLANK') },
    { value: toValue(ANSWER_ILLEGIBLE), label: text('profiles.answer.ILLEGIBLE') },
  ];
}

/** Only what is different from what stands in the form; an item that is absent counts as blank. */
export function changedOnly(before: Answers, chosen: Answers): Answers {
  const changed = Object.entries(chosen).filter(([id, answer]) => toValue(answer) !== toValue(answerTo(before, id)));
  return Object.fromEntries(changed);
}
