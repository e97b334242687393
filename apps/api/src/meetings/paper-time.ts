import { TIME_ZONE } from '@samenoud/domain';

/** „13:30”, as the clock says it here. */
export const timeOf = (instant: string): string =>
  new Intl.DateTimeFormat('nl-NL', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
