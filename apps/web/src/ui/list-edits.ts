/** The list with this part of one of its rows changed. */
export const changedAt = <Row extends object>(rows: readonly Row[], at: number, part: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, ...part } : row));

export const without = <Row>(rows: readonly Row[], at: number): Row[] => rows.filter((_, index) => index !== at);

/** The list with one row a place earlier; the first stays where it is. */
export function movedUp<Row>(rows: readonly Row[], at: number): Row[] {
  const moved = rows[at];
  if (moved === undefined || at === 0) return [...rows];
  const rest = without(rows, at);
  return [...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)];
}
