import type { Day } from './day.ts';
import { TIME_ZONE } from './instant.ts';

const DAY_MS = 86_400_000;
const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** How far the clock in the Netherlands is ahead of UTC at an instant. */
function offsetMs(epochMs: number): number {
  const parts = new Map(wall.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(epochMs / 1000) * 1000;
}

/**
 * The instant at which the clock in the Netherlands shows `HH:MM` on a day, as ISO 8601 in UTC. An hour that summer time skips is an
 * hour later; of an hour that comes twice it is the first. Ours.
 */
export function instantOfClock(day: Day, time: string): string {
  const shown = Date.parse(`${day}T${time}:00Z`);
  if (!Number.isFinite(shown)) throw new RangeError('Not a day and an hour');
  const [before, after] = [offsetMs(shown - DAY_MS), offsetMs(shown + DAY_MS)];
  const candidates = [shown - Math.max(before, after), shown - Math.min(before, after)];
  const found = candidates.find((candidate) => candidate + offsetMs(candidate) === shown);
  return new Date(found ?? shown - before).toISOString();
}
