import { TextField } from '../platform/http/fields.ts';
import { query } from '../platform/request/request-context.ts';

/** Why data were corrected, in the history beside the old and the new value. */
export function ChangeReasonField(): PropertyDecorator {
  return TextField({ max: 200, optional: true, nullable: true, description: 'Kept in the history of the data.' });
}

/** The triggers that write the history find the reason in the context of the transaction. */
export async function noteReason(reason: string | null | undefined): Promise<void> {
  if (reason) await query(`SELECT set_config('app.change_reason', $1, true)`, [reason.trim()]);
}
