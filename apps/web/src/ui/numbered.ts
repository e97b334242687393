export type Numbered<Row> = { key: string; row: Row; index: number };

/** Rows that have no id and are known by their place: what stands in their fields comes from the rows alone. */
export const numbered = <Row>(rows: readonly Row[], prefix = ''): Numbered<Row>[] =>
  rows.map((row, index) => ({ key: `${prefix}${index}`, row, index }));
