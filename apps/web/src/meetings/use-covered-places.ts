import { useState } from 'react';
import { coverRefused } from './cover-refused.ts';
import type { AgendaPlace } from './meeting-queries.ts';
import type { Shown } from './use-shown-place.ts';

/** What stands on this screen: while others follow it, a client who refused is covered, until she who presents uncovers that one. */
export function useCoveredPlaces(places: readonly AgendaPlace[], { at, looks }: Shown) {
  const [uncovered, setUncovered] = useState<number>();
  const here = places[at - 1]?.place;
  if (uncovered !== undefined && uncovered !== here) setUncovered(undefined);
  return {
    places: looks === 'PRESENTS' ? coverRefused(places, uncovered) : places,
    uncover: () => setUncovered(here),
  };
}
