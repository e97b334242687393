import { type Answer, answerOf, type InstrumentItem, type ShownAnswer } from '@samenoud/domain';
import { text } from '@samenoud/texts';

export const shownWords = (shown: ShownAnswer): string =>
  'words' in shown ? shown.words : text(`profiles.answer.${shown.without}`);

/** An answer as it was worded beside its question. */
export const answerWords = (item: InstrumentItem, given: Answer): string => shownWords(answerOf(item, given));
