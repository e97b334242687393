import { query } from '../platform/request/request-context.ts';

/** Names of the organisations of the practice network, by id. */
export async function organisationNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, name FROM care.organisation WHERE practice_id = ctx.practice_id()',
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
