import { Injectable } from '@nestjs/common';
import { grantFor, listName } from '@samenoud/domain';
import { requestContext } from '../platform/request/request-context.ts';
import type { MeetingRow } from './meeting-row.ts';
import type { ConfirmedBefore } from './profile-review.dto.ts';
import { confirmedRowsOf } from './review-rows.ts';

/** "Bevestigd, niet op de agenda": whom the physicians confirmed before a meeting, for who may read profiles. Source: domain.md 10. */
@Injectable()
export class ConfirmedBeforeMeetings {
  async of({ id }: Pick<MeetingRow, 'id'>): Promise<ConfirmedBefore[]> {
    const { user, log } = requestContext();
    const grant = grantFor(user.role, 'RISK_PROFILE', 'READ');
    if (grant === undefined || grant.limit === 'CLASS_ONLY') return [];
    const rows = await confirmedRowsOf(id);
    const ids = rows.map(({ clientId }) => clientId);
    if (ids.length > 0)
      log.push({
        type: 'READ_REVIEW',
        action: 'R',
        objectType: 'MEETING',
        objectId: id,
        query: { count: ids.length, ids },
        category: 3,
      });
    return rows.map(({ name, ...row }) => ({ ...row, clientName: listName(name) }));
  }
}
