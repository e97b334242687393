import type { Day } from './day.ts';

export const TIME_ZONE = 'Europe/Amsterdam';

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

function toEpochMs(instant: string | number | Date): number {
  if (typeof instant !== 'string') return Number(instant);
  // Without an offset the text would mean the time zone of the machine.
  return ISO_INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
}

/**
 * The calendar day of an instant in a time zone, summer time included.
 * @param instant ISO 8601 with offset, milliseconds since 1970, or a Date. Throws RangeError for anything else.
 */
export function dayOfInstant(instant: string | number | Date, timeZone: string = TIME_ZONE): Day {
  const epochMs = toEpochMs(instant);
  if (!Number.isFinite(epochMs)) throw new RangeError('Not an instant');
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}
