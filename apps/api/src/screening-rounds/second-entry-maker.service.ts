import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  type Assessment,
  SECOND_ENTRY_DUE_WORKING_DAYS,
  type SecondEntryCause,
  secondEntryCause,
  type SecondEntrySettings,
} from '@samenoud/domain';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';

/** A completed form, as far as the choice for a second entry asks. */
export interface EnteredForm {
  readonly responseId: string;
  readonly clientId: string;
  readonly channel: string | null;
  readonly assessment: Assessment;
}

/** Chooses which paper forms are entered a second time; the comparing is done elsewhere. */
@Injectable()
export class SecondEntryMaker {
  /** Asks for a second entry where the form needs one, and says why; null when it does not. */
  async make({ responseId, clientId, channel, assessment }: EnteredForm): Promise<SecondEntryCause | null> {
    if (channel !== 'PAPER') return null;
    const settings = await queryOne<SecondEntrySettings>(
      `SELECT second_entry_borders AS borders, second_entry_share AS share FROM care.practice WHERE id = ctx.practice_id()`,
    );
    const cause = secondEntryCause({ channel, assessment }, settings, (max) => randomInt(max));
    if (cause === null) return null;
    const dueOn = addWorkingDays(requestContext().today, SECOND_ENTRY_DUE_WORKING_DAYS);
    await query(
      `INSERT INTO care.second_entry (practice_id, id, version, client_id, owner_org_id, response_id, cause, state, due_on)
       VALUES (ctx.practice_id(), $1, 1, $2, ctx.org_id(), $3, $4, 'PENDING', $5)`,
      [newId(), clientId, responseId, cause, dueOn],
    );
    return cause;
  }

  /** The form it was to check does not stand any longer. */
  async drop(responseId: string): Promise<void> {
    await changeRows(
      `UPDATE care.second_entry SET version = version + 1, state = 'DROPPED', closed_by = ctx.user_id(), closed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND response_id = $1 AND state IN ('PENDING', 'DIFFERENT')`,
      [responseId],
    );
  }

  async isOpen(responseId: string): Promise<boolean> {
    const { isOpen } = await queryOne<{ isOpen: boolean }>(
      `SELECT EXISTS (SELECT FROM care.second_entry WHERE practice_id = ctx.practice_id() AND response_id = $1
         AND state IN ('PENDING', 'DIFFERENT')) AS "isOpen"`,
      [responseId],
    );
    return isOpen;
  }
}
