import {
  CATEGORIES,
  CATEGORY_CODES,
  CONSENT_RULE_KINDS,
  type ConsentCategory,
  type ConsentRuleKind,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { ConsentTextList } from './consent.dto.ts';

/** The text that is read out and signed now; an older one stays beside the rules that were given by it. */
export const CURRENT_CONSENT_TEXT = 'toestemming-1';

const KEY = `consents.texts.${CURRENT_CONSENT_TEXT}` as const;

/** The current text with its open places, for a screen that fills them in as somebody chooses. */
export function consentTexts(): ConsentTextList {
  const open = { organisation: '{organisation}', categories: '{categories}' };
  return {
    version: CURRENT_CONSENT_TEXT,
    rules: CONSENT_RULE_KINDS.map((rule) => ({ rule, text: text(`${KEY}.${rule}`, open) })),
    categories: CATEGORIES.map((category) => ({
      category,
      title: text(`consents.category.${CATEGORY_CODES[category]}.title`),
      meaning: categoryMeaning(category),
    })),
  };
}

/** The very words the client heard or signed. Null for a text that is not ours, such as the practice's own paper. */
export function wordingOf(
  version: string,
  rule: ConsentRuleKind,
  organisation: string,
  categories: readonly ConsentCategory[],
): string | null {
  if (version !== CURRENT_CONSENT_TEXT) return null;
  return text(`${KEY}.${rule}`, { organisation, categories: categoryWords(categories) });
}

/** What a category is, in the words of the client. */
export const categoryMeaning = (category: ConsentCategory): string =>
  text(`${KEY}.category.${CATEGORY_CODES[category]}`);

/** „a; b; en c”, each in the words of the client. */
export function categoryWords(categories: readonly ConsentCategory[]): string {
  const words = CATEGORIES.filter((one) => categories.includes(one)).map(categoryMeaning);
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join('; ')}; ${text(`${KEY}.and`)} ${last}`;
}
