import {
  type Answer,
  FORM_PAGES,
  type FormPage,
  type InstrumentItem,
  type InstrumentPacks,
  isMissingAnswer,
  itemsOf,
} from '@samenoud/domain';

/** `key` is the digit that stands printed beside the box on the paper. */
export type EntryOption = { key: string; code: string | number; label: string };

/** One question of the paper form. `MARK` is a mark of 0 to 10, the only one that may take two keys. */
export type EntryItem = {
  id: string;
  /** 1..n over the whole form, as printed. */
  number: number;
  label: string;
  /** The whole question, to be read aloud. */
  wording: string;
  sheet: number;
  kind: 'CHOICE' | 'MARK';
  options: readonly EntryOption[];
};

function optionsOf({ answer }: InstrumentItem): readonly EntryOption[] {
  if (answer.kind === 'CHOICE') return answer.options.map(({ key, code, label }) => ({ key, code, label }));
  const count = answer.maximum - answer.minimum + 1;
  return Array.from({ length: count }, (_, index) => answer.minimum + index).map((mark) => ({
    key: String(mark),
    code: mark,
    label: String(mark),
  }));
}

/** The questions in the order of the paper form, each with the sheet it stands on. */
export function entryItems(packs: InstrumentPacks, pages: readonly FormPage[] = FORM_PAGES): readonly EntryItem[] {
  const known = new Map(itemsOf(packs).map((item) => [item.id, item]));
  const placed = pages.flatMap(({ page, items }) => items.map((id) => ({ page, item: known.get(id) })));
  return placed.flatMap(({ page, item }, index): EntryItem[] => {
    if (item === undefined) return [];
    const kind = item.answer.kind === 'INTEGER' ? 'MARK' : 'CHOICE';
    const { id, label, text: wording } = item;
    return [{ id, number: index + 1, label, wording, sheet: page, kind, options: optionsOf(item) }];
  });
}

/** What stands in the answer box: the digit of the paper, `-`, `?`, or nothing yet. */
export function answerSign(item: EntryItem, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (isMissingAnswer(answer)) return answer.missing === 'BLANK' ? '-' : '?';
  return item.options.find(({ code }) => code === answer)?.key ?? '';
}
