import { answerTo } from './answers.ts';
import type { Answers } from './answers.ts';

export type FormPage = { readonly page: number; readonly items: readonly string[] };

function itemIds(instrument: string, first: number, last: number): readonly string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${instrument}-${String(first + index).padStart(2, '0')}`,
  );
}

/** Our own paper form, in the order of entry; the printed form and the entry station both follow it. */
export const FORM_PAGES: readonly FormPage[] = [
  { page: 1, items: itemIds('gfi', 1, 8) },
  { page: 2, items: itemIds('gfi', 9, 15) },
  { page: 3, items: itemIds('imesa', 1, 10) },
  { page: 4, items: itemIds('imesa', 11, 20) },
];

/** The answers with all items of a page that did not come back set to BLANK. */
export function withoutPage(answers: Answers, { items }: FormPage): Answers {
  return { ...answers, ...Object.fromEntries(items.map((item) => [item, { missing: 'BLANK' } as const])) };
}

/** Which of the pages marked as missing are unknown, named twice, or hold an answer after all. */
export function missingPagesProblems(
  missingPages: readonly number[],
  answers: Answers,
  pages: readonly FormPage[] = FORM_PAGES,
): readonly number[] {
  return missingPages.filter((number, index) => {
    const page = pages.find((known) => known.page === number);
    const isBlank = (item: string) => {
      const answer = answerTo(answers, item);
      return typeof answer === 'object' && answer.missing === 'BLANK';
    };
    return page === undefined || missingPages.indexOf(number) < index || !page.items.every(isBlank);
  });
}
