import { Injectable } from '@nestjs/common';
import { ROLE_GRANT_CONFIRMERS } from '@samenoud/domain';
import { Notices } from '../notices/notices.service.ts';
import { query } from '../platform/request/request-context.ts';

/** What one manager does to people and their accounts is seen by everybody who could have been the second person. */
@Injectable()
export class UserAlerts {
  constructor(private readonly notices: Notices) {}

  /** For a new membership, a link for another password and a re-enrolment; in the transaction of that act. */
  async tell(userId: string): Promise<void> {
    const rows = await query<{ id: string }>(
      `SELECT id FROM care.membership WHERE practice_id = ctx.practice_id() AND valid @> now() AND role = ANY ($1) AND id <> $2`,
      [ROLE_GRANT_CONFIRMERS, userId],
    );
    await this.notices.tell(
      rows.map(({ id }) => id),
      { kind: 'USERS_CHANGED', objectId: userId },
    );
  }
}
