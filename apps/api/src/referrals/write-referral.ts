import type { ReferralState } from '@samenoud/domain';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { ReferralFeedback, ReferralPermission } from './referral.dto.ts';
import type { ReferralRow, ReferralWords } from './referral-row.ts';

/** What a step brings beside the state. */
export interface ReferralChange {
  readonly words?: ReferralWords;
  readonly before?: object;
  readonly after?: object;
  readonly permission?: ReferralPermission;
  readonly feedback?: Pick<ReferralFeedback, 'on' | 'text' | 'outcome'>;
  readonly reason?: string | null;
}

/** The row as it is from now on, and the step that made it so. False when somebody was first. */
export async function writeReferral(row: ReferralRow, to: ReferralState, change: ReferralChange): Promise<boolean> {
  const { words = row, permission, feedback } = change;
  const reason = change.reason ?? null;
  const changed = await changeRows(
    `UPDATE care.referral SET version = version + 1, state = $3, type = $4, type_text = $5, bridges_wait = $6, receiver = $7,
       receiver_contact = $8, reason = $9, due_on = $10, permission_on = coalesce($11, permission_on),
       permission_asked_by = coalesce($12, permission_asked_by), sent_on = CASE WHEN $11::date IS NULL THEN sent_on ELSE $16 END,
       feedback_on = coalesce($13, feedback_on), outcome = coalesce($14, outcome), close_reason = $15, changed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
    [
      row.id, row.version, to, words.type, words.typeText, words.bridgesWait, words.receiver, words.receiverContact, words.reason,
      words.dueOn, permission?.on ?? null, permission?.askedBy ?? null, feedback?.on ?? null, feedback?.outcome ?? null, reason,
      requestContext().today,
    ], // prettier-ignore
  );
  if (changed === 0) return false;
  await query(
    `INSERT INTO care.referral_step (practice_id, id, client_id, owner_org_id, referral_id, from_state, to_state, permission_on,
       permission_asked_by, feedback_on, feedback, outcome, reason, before, after, made_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ctx.user_id())`,
    [
      newId(), row.clientId, row.id, row.state, to, permission?.on ?? null, permission?.askedBy ?? null, feedback?.on ?? null,
      feedback?.text ?? null, feedback?.outcome ?? null, reason, jsonOrNull(change.before), jsonOrNull(change.after),
    ], // prettier-ignore
  );
  return true;
}

const jsonOrNull = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
