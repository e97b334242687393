import { type Day, formatDutchDayLong } from '@samenoud/domain';

/** Text that stays on one line, such as a phone number. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

/** 3 april 1941, on one line. */
export const longDay = (day: Day): string => unbroken(formatDutchDayLong(day));
