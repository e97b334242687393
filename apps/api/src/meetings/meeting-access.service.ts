import { Injectable } from '@nestjs/common';
import { type AccessAction, grantFor } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { findMeeting, type MeetingLock, type MeetingRow } from './meeting-row.ts';

const LOG_ACTION = { READ: 'R', CREATE: 'C', UPDATE: 'U', FINALISE: 'U' } as const;

/** Who may open a meeting: its attendees, and where the matrix says so everybody of the practice. Source: trust.md 3. */
@Injectable()
export class MeetingAccess {
  /**
   * Opens a meeting for one act, and notes it in the access log; whose clients it shows is noted by who shows them.
   * Throws NOT_FOUND for who does not take part, ROLE for whose role never does this.
   */
  async open(id: string, action: keyof typeof LOG_ACTION, lock: MeetingLock = 'NONE'): Promise<MeetingRow> {
    const row = await findMeeting(id, lock);
    const rule = this.ruleFor(action, row?.attends ?? false);
    if (row === undefined || rule === undefined) throw new DomainError('NOT_FOUND');
    if (action !== 'READ') this.log(row, action, rule);
    return row;
  }

  /** Whether the person at hand, who takes part or not, may do this; undefined: not. */
  ruleFor(action: AccessAction, attends: boolean): string | undefined {
    const { user, narrowToTeam } = requestContext();
    const grant = grantFor(user.role, 'MEETING', action);
    if (grant === undefined) return undefined;
    const ofPractice = grant.relation === 'PRACTICE' && !(grant.narrows && narrowToTeam);
    return attends || ofPractice ? `MEETING.${action}.${user.role}` : undefined;
  }

  private log({ id, attends }: MeetingRow, action: keyof typeof LOG_ACTION, rule: string): void {
    requestContext().log.push({
      type: `${action}_MEETING`,
      action: LOG_ACTION[action],
      objectType: 'MEETING',
      objectId: id,
      rule,
      relation: attends ? 'TEAM' : 'PRACTICE',
    });
  }
}
