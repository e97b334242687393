const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' });

/** "14:05", as it stands on the clock of the person at the screen. */
export const clockOf = (instant: string): string => clock.format(new Date(instant));

/**
 * The hour a person reads on her clock ("9.05", "0905", "22:25") as an instant, on the day of `near`; undefined while it
 * is no hour.
 */
export function instantAt(hour: string, near: string | null): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(hour.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const at = near === null ? new Date() : new Date(near);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  return at.toISOString();
}
