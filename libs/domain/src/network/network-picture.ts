/** Where one tie stands in the picture: from the middle, in units of its side. */
export interface PlacedTie {
  readonly x: number;
  readonly y: number;
}

/** How far each ring is from the middle, of a picture that is 1 wide. */
export const RING_RADII = [0.17, 0.305, 0.44] as const;
const FULL_TURN = 2 * Math.PI;

/**
 * Places the ties of a network on three rings round the client: the nearer, the smaller the ring. On one ring they stand at equal
 * distances, in the order given; each ring begins a little further round than the one inside it, so that names do not pile up.
 * Answers places in [-0.5, 0.5], in the order of `closeness`. Throws RangeError for a closeness that is not 1, 2 or 3.
 */
export function placeTies(closeness: readonly number[]): PlacedTie[] {
  const taken = [0, 0, 0];
  return closeness.map((ring) => {
    const radius = RING_RADII[ring - 1];
    if (radius === undefined) throw new RangeError('closeness is 1, 2 or 3');
    const onRing = closeness.filter((other) => other === ring).length;
    const place = taken[ring - 1] ?? 0;
    taken[ring - 1] = place + 1;
    const angle = -FULL_TURN / 4 + (ring - 1) * (FULL_TURN / 9) + (place / onRing) * FULL_TURN;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}
