import { categoryOfItem } from '../consent/categories.ts';
import type { Answers } from './answers.ts';

/** Answers by consent category: the category is a property of the item, not of the form. Source: trust reference 3. */
export function sheetsOf(answers: Answers): Record<2 | 3, Answers> {
  const entries = Object.entries(answers);
  const ofCategory = (category: 2 | 3): Answers =>
    Object.fromEntries(entries.filter(([item]) => categoryOfItem(item) === category));
  return { 2: ofCategory(2), 3: ofCategory(3) };
}
