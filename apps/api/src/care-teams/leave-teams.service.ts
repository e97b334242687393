import { Injectable } from '@nestjs/common';
import { AccessBasis } from '../consents/access-basis.service.ts';
import { query, requestContext } from '../platform/request/request-context.ts';

interface Left {
  readonly clientId: string;
  readonly sharingChanges: boolean;
}

/** What follows for clients when somebody's membership has ended. Who their GP was stays known, but gives nothing any more. */
@Injectable()
export class LeaveTeams {
  constructor(private readonly basis: AccessBasis) {}

  /** Ends her places in teams and her case management at the instant the membership ended, and rewrites what is shared. */
  async leave(userId: string): Promise<void> {
    const parts = await query<{ clientId: string }>(
      `SELECT DISTINCT client_id AS "clientId" FROM care.team_member
       WHERE practice_id = ctx.practice_id() AND user_id = $1 AND coalesce(upper(active) > now(), true)`,
      [userId],
    );
    await this.basis.hold(...parts.map(({ clientId }) => clientId));
    const left = await query<Left>(
      `SELECT client_id AS "clientId", sharing_changes AS "sharingChanges" FROM care.end_parts_of($1)`,
      [userId],
    );
    for (const { clientId, sharingChanges } of left) {
      await query('SELECT care.settle_case_manager($1)', [clientId]); // for whom she stood in is case manager again
      if (sharingChanges) await this.basis.rewrite(clientId);
      requestContext().log.push({
        type: 'LEAVE_TEAM',
        action: 'U',
        objectType: 'TEAM',
        objectId: userId,
        clientId,
        purpose: 'ADMINISTRATION',
      });
    }
  }

  /** Memberships of the practice at hand that ended by themselves, whose places in teams are still open. */
  async leavers(): Promise<string[]> {
    const rows = await query<{ id: string }>(
      `SELECT m.id FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND upper(m.valid) <= now()
         AND EXISTS (SELECT FROM care.team_member t WHERE t.practice_id = m.practice_id AND t.user_id = m.id
           AND (upper_inf(t.active) OR upper(t.active) > greatest(upper(m.valid), lower(t.active) + interval '1 microsecond')))`,
    );
    return rows.map(({ id }) => id);
  }
}
