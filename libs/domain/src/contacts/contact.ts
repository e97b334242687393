import { addDays, addMonths, type Day } from '../calendar/day.ts';

/** How somebody was in contact with a client. Source: domain.md 9. */
export const CONTACT_TYPES = ['HOME_VISIT', 'PHONE', 'VIDEO', 'PRACTICE_VISIT', 'MESSAGE'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** Most characters; a note fits one screen. Source: domain.md 9; the figures are ours. */
export const CONTACT_LIMITS = { present: 200, note: 2000, reason: 500 } as const;

/** Older contacts are not written down any more: a day so far back is a slip of the fingers. Ours. */
const YEARS_BACK = 10;

/**
 * What is wrong with the days of a contact: it took place today or earlier, within ten years; the next one comes on that day or
 * later (another try in the afternoon), within a year from today. Source: domain.md 9; the outer limits are ours.
 */
export function contactDayFaults(
  { on, nextOn }: { readonly on: Day; readonly nextOn: Day | null },
  today: Day,
): { readonly on?: 'IN_FUTURE' | 'FAR_DAY'; readonly nextOn?: 'BEFORE_CONTACT' | 'OVER_A_YEAR' } {
  const onFault = on > today ? 'IN_FUTURE' : on < addMonths(today, -12 * YEARS_BACK) ? 'FAR_DAY' : undefined;
  const nextFault =
    nextOn === null ? undefined : nextOn < on ? 'BEFORE_CONTACT' : nextOn > addMonths(today, 12) ? 'OVER_A_YEAR' : undefined; // prettier-ignore
  return { ...(onFault ? { on: onFault } : {}), ...(nextFault ? { nextOn: nextFault } : {}) };
}

/** Days that the screen offers for the next contact, counted from today: a week, two, a month of four weeks, a quarter. Ours. */
export const NEXT_CONTACT_STEPS = [7, 14, 28, 91] as const;

export const nextContactDays = (today: Day): readonly Day[] => NEXT_CONTACT_STEPS.map((days) => addDays(today, days));

interface KeptContact {
  readonly on: Day;
  readonly recordedAt: string;
  readonly struck: boolean;
}

/**
 * The newest contact: latest day, then latest recorded; struck ones do not count. Its next day, if it names one, is when the
 * client is expected. Source: domain.md 9, contact due day.
 */
export function newestContact<Contact extends KeptContact>(contacts: readonly Contact[]): Contact | undefined {
  return contacts
    .filter(({ struck }) => !struck)
    .toSorted((a, b) =>
      a.on === b.on ? Date.parse(b.recordedAt) - Date.parse(a.recordedAt) : a.on < b.on ? 1 : -1,
    )[0];
}
