import type { OrganisationKind } from '../access/roles.ts';

/** Consent categories of rows (trust.md 3, domain.md 13.8). A category belongs to the item, not to the form. */
export const CATEGORIES = [1, 2, 3, 4, 5, 6] as const;
export type ConsentCategory = (typeof CATEGORIES)[number];

export const CATEGORY_CODES = {
  1: 'IDENTITY',
  2: 'WELLBEING_ANSWERS',
  3: 'HEALTH_ANSWERS',
  4: 'CARE_PLAN',
  5: 'MEDICAL_PLAN',
  6: 'MEETING',
} as const satisfies Readonly<Record<ConsentCategory, string>>;
export type ConsentCategoryCode = (typeof CATEGORY_CODES)[ConsentCategory];

const WELLBEING_ITEMS: readonly string[] = [
  'gfi-11',
  'gfi-12',
  'gfi-13',
  'imesa-11',
  'imesa-12',
  'imesa-13',
  'imesa-14',
  'imesa-15',
];
const WELLBEING_SIGNALS: readonly string[] = [
  'LONELINESS',
  'LIFE_EVENT',
  'FINANCIAL_WORRIES',
  'IS_CARER',
  'CARER_OVERLOAD',
  'PARTNER_DIED',
];

/** Category of the answer to one item, e.g. `gfi-11`: 2 for the wellbeing items, 3 for all others (domain.md 13.8). */
export function categoryOfItem(itemId: string): 2 | 3 {
  return WELLBEING_ITEMS.includes(itemId) ? 2 : 3;
}

/** Category of a signal by its type: 2 for the six on wellbeing, 4 for all others (domain.md 13.8). */
export function categoryOfSignal(signalType: string): 2 | 4 {
  return WELLBEING_SIGNALS.includes(signalType) ? 2 : 4;
}

/** Whether an organisation of this kind ever writes rows of a category: the medical plan is of physicians only (trust.md 3). */
export function writesCategory(kind: OrganisationKind, category: ConsentCategory): boolean {
  return category !== 5 || kind === 'PRACTICE' || kind === 'SPECIALIST';
}
