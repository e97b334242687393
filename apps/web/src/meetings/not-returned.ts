import { type AgendaLine, type AgendaPlace, holds, isShared } from './meeting-queries.ts';

/**
 * The open lines around the one that is shown which are on the agenda for nothing but a form that did not come back, in a row: they may
 * be dealt with in one go. Places that are not shared, and lines that were decided on, do not break the row. Source: domain.md 10.
 */
export function notReturnedAround(places: readonly AgendaPlace[], at: number): readonly AgendaLine[] {
  const isIn = (place: AgendaPlace | undefined): boolean =>
    place !== undefined && (!isShared(place) || isNotReturned(place));
  const shown = places[at - 1];
  if (shown === undefined || !isNotReturned(shown)) return [];
  const before = places.slice(0, at).findLastIndex((place) => !isIn(place));
  const after = places.findIndex((place, index) => index >= at && !isIn(place));
  return places
    .slice(before + 1, after === -1 ? undefined : after)
    .filter(isShared)
    .filter(isOpen);
}

const isNotReturned = ({ shared, reasons, hidden = [] }: AgendaPlace): boolean =>
  shared && hidden.length === 0 && reasons.length > 0 && reasons.every(({ code }) => code === 'NOT_RETURNED');

const isOpen = ({ outcome, decisions }: AgendaPlace): boolean => outcome === null && !decisions.some(holds);
