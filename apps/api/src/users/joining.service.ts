import { Injectable } from '@nestjs/common';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import { startOfDay } from './period-sql.ts';
import { UserAlerts } from './user-alerts.ts';

/** From invitation to membership. */
@Injectable()
export class Joining {
  constructor(private readonly alerts: UserAlerts) {}

  /** One act on an invitation at a time; the next sees what this one left. Throws NOT_FOUND for what is no id. */
  async lock(id: string): Promise<void> {
    if (!isUuid(id)) throw new DomainError('NOT_FOUND');
    await query('SELECT FROM care.user_invitation WHERE practice_id = ctx.practice_id() AND id = $1 FOR UPDATE', [id]);
  }

  /**
   * Makes the membership of an invitation that is accepted and, where its role needs that, approved; tells whether it is
   * there now. It begins with its first day, or now when that is past.
   */
  async complete(id: string): Promise<boolean> {
    const made = await query(
      `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name, phone, big_number, valid)
       SELECT practice_id, id, account_id, organisation_id, role, display_name, phone, big_number,
         tstzrange(greatest(${startOfDay('from_on')}, ${LAID_BACK_NOW}), ${startOfDay('until_on + 1')})
       FROM care.user_invitation WHERE practice_id = ctx.practice_id() AND id = $1 AND accepted_at IS NOT NULL
         AND withdrawn_at IS NULL AND (NOT needs_approval OR approved_at IS NOT NULL)
         AND coalesce(${startOfDay('until_on + 1')} > now(), true)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id],
    );
    if (made.length > 0) await this.alerts.tell(id);
    const there = await query('SELECT FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1', [id]);
    return there.length > 0;
  }

  /** The account that will hold the membership; false when another took the invitation before, or it is closed. */
  async accept(id: string, accountId: string): Promise<boolean> {
    const accepted = await changeRows(
      `UPDATE care.user_invitation SET account_id = $2, accepted_at = now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL
         AND coalesce(${startOfDay('until_on + 1')} > now(), true)`,
      [id, accountId],
    );
    return accepted > 0;
  }
}
