import { canonicalJson } from '../instruments/canonical-json.ts';
import { answerTo } from './answers.ts';
import type { Answer, Answers } from './answers.ts';
import { FORM_PAGES } from './form-pages.ts';

/** The items of our form in the order of the paper. */
const FORM_ITEMS: readonly string[] = FORM_PAGES.flatMap(({ items }) => items);
export const FORM_ITEM_COUNT = FORM_ITEMS.length;

export type EntryDifference = { readonly item: string; readonly first: Answer; readonly second: Answer };

/** Items nobody typed anything for yet, not even "left blank". A second entry is compared when there are none. */
export function untypedItems(answers: Answers): readonly string[] {
  return FORM_ITEMS.filter((item) => !Object.hasOwn(answers, item));
}

/**
 * Where two entries of one paper form differ, in the order of the paper. An item that is absent counts as BLANK; BLANK
 * and ILLEGIBLE differ, since the second asks for another look at the paper. Source: domain reference 5, our rule.
 */
export function entryDifferences(first: Answers, second: Answers): readonly EntryDifference[] {
  return FORM_ITEMS.map((item) => ({ item, first: answerTo(first, item), second: answerTo(second, item) })).filter(
    (pair) => canonicalJson(pair.first) !== canonicalJson(pair.second),
  );
}
