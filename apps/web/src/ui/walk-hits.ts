import type { KeyboardEvent } from 'react';

/** Arrows walk through a field and the links below it. Returns whether the key was one of these. */
export function walkHits(event: KeyboardEvent<HTMLElement>): boolean {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') stops[here + 1]?.focus();
  else if (event.key === 'ArrowUp') stops[Math.max(here - 1, 0)]?.focus();
  else return false;
  event.preventDefault();
  return true;
}

/** Opens the first link below the field; false when there is none. */
export function openFirstHit(place: HTMLElement): boolean {
  const first = place.querySelector<HTMLElement>('li a');
  first?.click();
  return first !== null;
}
