import { type Day, dayOfInstant, formatDutchDay, instantOfClock, TIME_ZONE } from '@samenoud/domain';

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: TIME_ZONE, timeStyle: 'short' });

/** "14:05" on the clock in the Netherlands, wherever the screen is. */
export const clockOf = (instant: string | Date): string => clock.format(new Date(instant));

/** "21-11-2026 14:03" */
export const momentOf = (instant: string): string => `${formatDutchDay(dayOfInstant(instant))} ${clockOf(instant)}`;

/** The hour a person reads on her clock ("9.05", "0905", "22:25") on a day, or today, as an instant; undefined while it is no hour. */
export function instantAt(hour: string, on: Day = dayOfInstant(Date.now())): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(hour.trim()) ?? [];
  return hours === undefined ? undefined : instantOfClock(on, `${hours.padStart(2, '0')}:${minutes}`);
}
