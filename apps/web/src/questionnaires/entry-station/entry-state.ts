import { type Answer, type Answers, FORM_PAGES, isMissingAnswer, withoutPage } from '@samenoud/domain';
import type { EntryItem } from './entry-item.ts';
import type { FormValues } from './form-values.ts';

export const BLANK = { missing: 'BLANK' } as const;
export const ILLEGIBLE = { missing: 'ILLEGIBLE' } as const;

export type RefusalCode = 'USE_ONE_OF' | 'USE_MARK' | 'ANSWER_FIRST' | 'FIRST' | 'SHEET_HAS_ANSWERS';
export const SHEET_IS_MISSING = '*';
/** `count` makes two refusals in a row two events. */
export type Refusal = { code: RefusalCode; itemId: string; count: number };

export type EntryState = {
  items: readonly EntryItem[];
  answers: Answers;
  /** Sheets of the paper that did not come back; all their questions are blank. */
  missingPages: readonly number[];
  /** Index of the item at hand; `items.length` is the check page. */
  cursor: number;
  /** The 1 of a mark stands, and a 0 would make it ten. */
  waitsForTen: boolean;
  refusal: Refusal | undefined;
};

export type EntryAction =
  | { type: 'KEY'; key: string }
  | { type: 'CHOOSE'; itemId: string; answer: Answer }
  | { type: 'GO'; itemId: string }
  | { type: 'ADOPT'; answers: Answers; missingPages?: readonly number[] };

export type EntryCount = { answered: number; blank: number; illegible: number };

/** Begins at the first item without an answer, so that a form that was left goes on where it stopped. */
export function startEntry(
  items: readonly EntryItem[],
  answers: Answers,
  missingPages: readonly number[] = [],
): EntryState {
  const firstOpen = items.findIndex((item) => answers[item.id] === undefined);
  const cursor = firstOpen === -1 ? items.length : firstOpen;
  return { items, answers, missingPages, cursor, waitsForTen: false, refusal: undefined };
}

export const currentItem = (state: EntryState): EntryItem | undefined => state.items[state.cursor];
export const isAtCheckPage = (state: EntryState): boolean => state.cursor >= state.items.length;

export function countAnswers({ items, answers }: EntryState): EntryCount {
  const given = items.map((item) => answers[item.id]).filter((answer) => answer !== undefined);
  const missing = given.filter(isMissingAnswer);
  const blank = missing.filter((answer) => answer.missing === 'BLANK').length;
  return { answered: given.length - missing.length, blank, illegible: missing.length - blank };
}

/** Items that would be missing in the score: left open, blank or illegible. */
export const openItems = ({ items, answers }: EntryState): readonly EntryItem[] =>
  items.filter((item) => answers[item.id] === undefined || isMissingAnswer(answers[item.id]));

const moveTo = (state: EntryState, cursor: number): EntryState => ({
  ...state,
  cursor,
  waitsForTen: false,
  refusal: undefined,
});
const next = (state: EntryState): EntryState => moveTo(state, state.cursor + 1);

function refuse(state: EntryState, item: EntryItem, code: RefusalCode): EntryState {
  return { ...state, refusal: { code, itemId: item.id, count: (state.refusal?.count ?? 0) + 1 } };
}

const isBlank = (answer: Answer | undefined): boolean => isMissingAnswer(answer) && answer.missing === 'BLANK';

/** A sheet with an answer on it is there after all. */
const withAnswer = (state: EntryState, item: EntryItem, answer: Answer): EntryState => ({
  ...state,
  answers: { ...state.answers, [item.id]: answer },
  missingPages: isBlank(answer) ? state.missingPages : without(state.missingPages, item.sheet),
  refusal: undefined,
});

function without(pages: readonly number[], page: number): readonly number[] {
  return pages.includes(page) ? pages.filter((other) => other !== page) : pages;
}

/** The sheet at hand did not come back: all its questions blank, on with the next. Pressed again: it is there after all. */
function missingSheet(state: EntryState, item: EntryItem): EntryState {
  const page = FORM_PAGES.find((candidate) => candidate.page === item.sheet);
  if (page === undefined) return state;
  if (state.missingPages.includes(page.page)) {
    return { ...state, missingPages: without(state.missingPages, page.page), refusal: undefined };
  }
  const isOpen = (id: string): boolean => state.answers[id] === undefined || isBlank(state.answers[id]);
  if (!page.items.every(isOpen)) return refuse(state, item, 'SHEET_HAS_ANSWERS');
  const nextSheet = state.items.findIndex(({ sheet }) => sheet > page.page);
  const marked = {
    ...state,
    answers: withoutPage(state.answers, page),
    missingPages: [...state.missingPages, page.page].toSorted((a, b) => a - b),
  };
  return moveTo(marked, nextSheet === -1 ? state.items.length : nextSheet);
}

function back(state: EntryState): EntryState {
  if (state.waitsForTen) return moveTo(state, state.cursor);
  if (state.cursor > 0) return moveTo(state, Math.min(state.cursor, state.items.length) - 1);
  const first = currentItem(state);
  return first === undefined ? state : refuse(state, first, 'FIRST');
}

/** The 1 of a mark is an answer already; `0` makes it ten, any other key first goes on to the next question. */
function afterOne(state: EntryState, item: EntryItem, key: string): EntryState {
  if (key === '0') return next(withAnswer(state, item, 10));
  return key === 'Enter' ? next(state) : pressed(next(state), key);
}

function answerKey(state: EntryState, item: EntryItem, key: string): EntryState {
  if (key === '-') return next(withAnswer(state, item, BLANK));
  if (key === '?') return next(withAnswer(state, item, ILLEGIBLE));
  const option = item.options.find((candidate) => candidate.key === key);
  if (option === undefined) return refuse(state, item, item.kind === 'MARK' ? 'USE_MARK' : 'USE_ONE_OF');
  const answered = withAnswer(state, item, option.code);
  return item.kind === 'MARK' && key === '1' ? { ...answered, waitsForTen: true } : next(answered);
}

function pressed(state: EntryState, key: string): EntryState {
  if (key === 'Backspace') return back(state);
  const item = currentItem(state);
  const isForEntry = key === 'Enter' || key.length === 1;
  if (item === undefined || !isForEntry || key === ' ') return state;
  if (key === SHEET_IS_MISSING) return missingSheet(state, item);
  if (state.waitsForTen) return afterOne(state, item, key);
  if (key !== 'Enter') return answerKey(state, item, key);
  return state.answers[item.id] === undefined ? refuse(state, item, 'ANSWER_FIRST') : next(state);
}

function withCursorAt(state: EntryState, itemId: string): EntryState {
  const index = state.items.findIndex((item) => item.id === itemId);
  return index === -1 ? state : moveTo(state, index);
}

/**
 * The entry of one paper form, as keys come in. One digit is one answer and goes on by itself; `-` is left blank,
 * `?` cannot be read, `*` the whole sheet did not come back, Enter goes on where there is an answer, Backspace goes back. A key that means nothing for the
 * question is refused with a word and changes nothing. Keys that are not for typing (arrows, Tab, F-keys) pass by.
 */
export function reduceEntry(state: EntryState, action: EntryAction): EntryState {
  if (action.type === 'KEY') return pressed(state, action.key);
  if (action.type === 'GO') return withCursorAt(state, action.itemId);
  if (action.type === 'ADOPT') {
    const { answers, missingPages = state.missingPages } = action;
    return { ...state, answers: { ...state.answers, ...answers }, missingPages };
  }
  const item = state.items.find(({ id }) => id === action.itemId);
  return item === undefined ? state : withAnswer(withCursorAt(state, item.id), item, action.answer);
}

/** What differs between two moments of the same entry, in the keys in which it is saved. */
export function changesBetween(before: EntryState, after: EntryState): FormValues {
  const answers = Object.entries(after.answers).filter(([id, answer]) => before.answers[id] !== answer);
  const isSameSheets = before.missingPages === after.missingPages;
  return { ...Object.fromEntries(answers), ...(!isSameSheets && { missingPages: after.missingPages }) };
}
