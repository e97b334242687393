import { changeRows } from '../platform/request/request-context.ts';

type Table = 'care_plan' | 'client_problem' | 'goal';

/** Which column a field of a body changes. */
export type Columns<Body> = Readonly<Record<keyof Body & string, string>>;

/**
 * Sets what a body names, where the row still has that version. Answers whether it had; a body without anything changes nothing.
 * Names of columns come from `columns`, never from input.
 */
export async function changeRow<Body extends object>(
  table: Table,
  { id, version }: { readonly id: string; readonly version: number },
  body: Body,
  columns: Columns<Body>,
): Promise<boolean> {
  const given = (Object.keys(columns) as (keyof Body & string)[]).filter((field) => body[field] !== undefined);
  const sets = given.map((field, index) => `${columns[field]} = $${index + 3}`);
  const values = given.map((field) => (typeof body[field] === 'string' ? body[field].trim() || null : body[field]));
  return setRow(table, { id, version }, sets, values);
}

/** The same with the assignments written out; their parameters begin at $3. */
export async function setRow(
  table: Table,
  { id, version }: { readonly id: string; readonly version: number },
  sets: readonly string[],
  values: readonly unknown[] = [],
): Promise<boolean> {
  const all = [...sets, 'version = version + 1', 'changed_by = ctx.user_id()', 'changed_at = ctx.now()'];
  const changed = await changeRows(
    `UPDATE care.${table} SET ${all.join(', ')} WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
    [id, version, ...values],
  );
  return changed === 1;
}
