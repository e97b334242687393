import { Injectable } from '@nestjs/common';
import { type InvitationState, mayRoundStep, type RoundState } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { noteClients } from './bulk-log.ts';
import { InvitationSteps, type StepKind } from './invitation-steps.service.ts';
import { holdRound, type RoundRow } from './round-row.ts';
import type { CancelRound, RoundView } from './screening-round.dto.ts';
import { ScreeningRounds } from './screening-rounds.service.ts';
import { refusePartOfPractice } from './whole-practice.ts';

interface Moved {
  readonly id: string;
  readonly clientId: string;
  readonly from: InvitationState;
  readonly to: InvitationState;
}

/** Of a form without one valid answer. */
const EMPTY_FORM = `EXISTS (SELECT FROM care.assessment s WHERE s.practice_id = i.practice_id AND s.response_id = i.response_id
  AND s.empty_form)`;

const AT_CLOSING = `CASE WHEN i.state = 'PLANNED' THEN 'CANCELLED'
  WHEN i.state IN ('SENT', 'REMINDED') OR i.state = 'RECEIVED_INCOMPLETE' AND ${EMPTY_FORM} THEN 'NOT_RETURNED' END`;
/** MOVED and DECEASED have ended already. */
const AT_CANCELLING = `CASE WHEN i.state NOT IN ('CANCELLED', 'MOVED', 'DECEASED') THEN 'CANCELLED' END`;

/** The end of a round: closed when its time is over, or cancelled as long as nobody answered. Codes of letters end with it. */
@Injectable()
export class EndRound {
  constructor(
    private readonly steps: InvitationSteps,
    private readonly rounds: ScreeningRounds,
  ) {}

  /** SENT, REMINDED and empty forms become NOT_RETURNED, what was never sent CANCELLED. Throws WRONG_STATE. */
  async close(id: string): Promise<RoundView> {
    const round = await this.hold(id, 'UPDATE', 'CLOSED');
    await this.move(id, AT_CLOSING, 'CLOSING', text('screeningRounds.record.notSent'));
    await changeRows(
      `UPDATE care.screening_round SET state = 'CLOSED', version = version + 1, closed_at = ctx.now(), closed_by = ctx.user_id()
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    return this.ended(round, 'CLOSE_SCREENING_ROUND');
  }

  /** Every invitation is withdrawn. Throws ROUND_HAS_RESPONSES once somebody answered, WRONG_STATE. */
  async cancel(id: string, { reason }: CancelRound): Promise<RoundView> {
    const round = await this.hold(id, 'FINALISE', 'CANCELLED');
    const { answered } = await queryOne<{ answered: boolean }>(
      `SELECT EXISTS (SELECT FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND round_id = $1
         AND response_id IS NOT NULL) AS answered`,
      [id],
    );
    if (answered) throw new DomainError('ROUND_HAS_RESPONSES');
    await this.move(id, AT_CANCELLING, 'CANCELLING', reason.trim());
    await changeRows(
      `UPDATE care.screening_round SET state = 'CANCELLED', version = version + 1, cancelled_at = ctx.now(),
         cancelled_by = ctx.user_id(), cancel_reason = $2
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id, reason.trim()],
    );
    return this.ended(round, 'CANCEL_SCREENING_ROUND');
  }

  private async hold(id: string, action: 'UPDATE' | 'FINALISE', to: RoundState): Promise<RoundRow> {
    const round = await holdRound(id);
    refusePartOfPractice(action);
    if (mayRoundStep(round.state, to)) return round;
    throw new DomainError('WRONG_STATE', { extra: { current: await this.rounds.view(round) } });
  }

  /** Moves every invitation of the round for which `to` gives a state. */
  private async move(roundId: string, to: string, step: StepKind, reason: string): Promise<void> {
    const moved = await query<Moved>(
      `WITH held AS (SELECT i.id, i.state, ${to} AS to_state FROM care.screening_invitation i
         WHERE i.practice_id = ctx.practice_id() AND i.round_id = $1 ORDER BY i.id FOR UPDATE OF i)
       UPDATE care.screening_invitation i SET version = i.version + 1, state = held.to_state, changed_at = ctx.now(),
         exit_reason = CASE held.to_state WHEN 'CANCELLED' THEN $2 ELSE i.exit_reason END
       FROM held WHERE i.practice_id = ctx.practice_id() AND i.id = held.id AND held.to_state IS NOT NULL
       RETURNING i.id, i.client_id AS "clientId", held.state AS "from", i.state AS "to"`,
      [roundId, reason],
    );
    await this.steps.record(
      moved.map(({ id, clientId, from, to: reached }) => ({
        invitationId: id,
        clientId,
        from,
        to: reached,
        step,
        reason: reached === 'CANCELLED' ? reason : null,
      })),
    );
  }

  private async ended({ id }: RoundRow, type: string): Promise<RoundView> {
    const invitations = await query<{ id: string; clientId: string }>(
      `SELECT id, client_id AS "clientId" FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND round_id = $1`,
      [id],
    );
    const { manager } = requestContext();
    await callAuth(manager, 'end_access_codes', invitations.map((invitation) => invitation.id)); // prettier-ignore
    noteClients(type, 'U', id, invitations.map(({ clientId }) => clientId)); // prettier-ignore
    return this.rounds.get(id);
  }
}
