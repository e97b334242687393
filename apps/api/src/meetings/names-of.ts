import { query } from '../platform/request/request-context.ts';

/** Names of colleagues by id, also of who left. */
export async function namesOf(ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])',
    [ids.filter((id) => id)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
