import type { ClientBase } from 'pg';
import type { UserSession } from '../identity/session.ts';

/** Asked anew in every transaction, so that a change works at the next statement. The policies read the setting it makes. */
const FIND = `SELECT set_config('app.narrow', 'team', true) FROM care.practice
  WHERE id = ctx.practice_id() AND gp_own_clients_only`;

/** Whether the practice keeps this GP to the clients in whose team she is, and lets the policies know. */
export async function findNarrowing(connection: ClientBase, { role }: UserSession): Promise<boolean> {
  if (role !== 'GP') return false;
  const { rows } = await connection.query(FIND);
  return rows.length > 0;
}
