import { Injectable } from '@nestjs/common';
import type { Day, InvitationState, LetterWave } from '@samenoud/domain';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { holdInvitation } from './invitation-row.ts';

/** What brought a step about. */
export const STEP_KINDS = [
  'INVITED', 'LETTER_INVITATION', 'LETTER_REMINDER_1', 'LETTER_REMINDER_2', 'STATE', 'CORRECTION', 'PHONED', 'RESPONSE',
  'AMENDMENT', 'VOID', 'SECOND_ENTRY', 'ASKING_CLOSED', 'ASSIGNED', 'CLIENT_STATUS', 'CLOSING', 'CANCELLING',
] as const; // prettier-ignore
export type StepKind = (typeof STEP_KINDS)[number];

/** One step of one invitation; equal states say that something happened without a step. */
export interface NewStep {
  readonly invitationId: string;
  readonly clientId: string;
  readonly from: InvitationState | null;
  readonly to: InvitationState;
  readonly step: StepKind;
  readonly on?: Day | null | undefined;
  readonly reason?: string | null | undefined;
}

export interface TakenStep {
  readonly id: string;
  readonly clientId: string;
  readonly from: InvitationState;
}

const INSERT_STEPS = `INSERT INTO care.screening_step (practice_id, id, client_id, owner_org_id, invitation_id, from_state, to_state, step,
    step_on, reason, made_by)
  SELECT ctx.practice_id(), s.id, s."clientId", ctx.org_id(), s."invitationId", s."from", s."to", s.step, coalesce(s."on", $2::date),
    s.reason, ctx.user_id()
  FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, "clientId" uuid, "invitationId" uuid, "from" text, "to" text, step text, "on" date,
    reason text)`;

const LETTERS: Readonly<Record<LetterWave, { from: readonly InvitationState[]; to: InvitationState; day: string }>> = {
  INVITATION: { from: ['PLANNED', 'UNDELIVERABLE'], to: 'SENT', day: 'sent_on' },
  REMINDER_1: { from: ['SENT', 'REMINDED'], to: 'REMINDED', day: 'reminded_1_on' },
  REMINDER_2: { from: ['SENT', 'REMINDED'], to: 'REMINDED', day: 'reminded_2_on' },
};

/** Steps of invitations: each is kept with who, when and why, and nothing is overwritten. */
@Injectable()
export class InvitationSteps {
  /** Keeps an invitation where it is until the end of the transaction, but for the steps of this one. */
  async hold(id: string): Promise<void> {
    await holdInvitation(id);
  }

  async record(steps: readonly NewStep[]): Promise<void> {
    if (steps.length === 0) return;
    const rows = steps.map((step) => ({ id: newId(), ...step }));
    await query(INSERT_STEPS, [JSON.stringify(rows), requestContext().today]);
  }

  /**
   * The letters of a wave were made: their invitations are sent or reminded from that day. Answers those that took the
   * step; who is no longer where the letter found her stays where she is.
   */
  async lettersMade(invitationIds: readonly string[], wave: LetterWave, on: Day): Promise<TakenStep[]> {
    const { from, to, day } = LETTERS[wave];
    const route = wave === 'INVITATION' ? `, route = 'MAIL', undeliverable_on = NULL` : '';
    const taken = await query<TakenStep>(
      `WITH held AS (SELECT id, state FROM care.screening_invitation
         WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) AND state = ANY ($2::text[]) ORDER BY id FOR UPDATE)
       UPDATE care.screening_invitation i SET version = i.version + 1, state = $3, ${day} = $4, changed_at = ctx.now() ${route}
       FROM held WHERE i.practice_id = ctx.practice_id() AND i.id = held.id
       RETURNING i.id, i.client_id AS "clientId", held.state AS "from"`,
      [invitationIds, from, to, on],
    );
    await this.record(
      taken.map((one) => ({
        invitationId: one.id,
        clientId: one.clientId,
        from: one.from,
        to,
        step: `LETTER_${wave}`,
        on,
      })),
    );
    return taken;
  }
}
