import { query } from '../platform/request/request-context.ts';

/**
 * Runs what follows from the respondent's act in the books of the practice: the invitation takes its step, a proposal is
 * made. The database lets a respondent see her own form only; for this stretch it lets the act see what the practice sees.
 * What she may do has been decided before, and what she is answered is cut down after. A failure ends the transaction,
 * and with it this stretch.
 */
export async function asPractice<T>(work: () => Promise<T>): Promise<T> {
  await query(`SELECT set_config('app.scope', 'practice', true)`);
  const answer = await work();
  await query(`SELECT set_config('app.scope', 'form', true)`);
  return answer;
}
