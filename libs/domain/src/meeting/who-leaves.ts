/**
 * The lines in the order in which one laptop shows them: first those that somebody who has to leave brings in, each group in the order of
 * the agenda, which itself stays as it is. Without somebody the agenda. Source: domain.md 10, filter "eerst: wie moet weg".
 */
export function firstOf<Line extends { readonly presenterId: string | null }>(
  lines: readonly Line[],
  leavesId: string | null,
): readonly Line[] {
  if (leavesId === null) return lines;
  const isHers = ({ presenterId }: Line): boolean => presenterId === leavesId;
  return [...lines.filter(isHers), ...lines.filter((line) => !isHers(line))];
}
