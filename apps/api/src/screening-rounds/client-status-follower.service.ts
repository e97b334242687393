import { Injectable } from '@nestjs/common';
import { type ClientStatus, INVITATION_STATES, type InvitationState, mayStep } from '@samenoud/domain';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { InvitationSteps, type TakenStep } from './invitation-steps.service.ts';

/** Of those who leave the practice in another way the letters stop, but no state tells it. */
const STATE_OF_STATUS: Partial<Record<ClientStatus, InvitationState>> = {
  ADMITTED: 'ADMITTED',
  MOVED: 'MOVED',
  DECEASED: 'DECEASED',
};

/**
 * Invitations follow the status of their client in the same transaction: those of open rounds, and the newest one. Nothing
 * restarts by itself when a client becomes active again. Source: `domain.md` 7.
 */
@Injectable()
export class ClientStatusFollower {
  constructor(private readonly steps: InvitationSteps) {}

  async follow(clientId: string, status: ClientStatus): Promise<void> {
    if (status === 'ACTIVE') return;
    const to = STATE_OF_STATUS[status];
    if (to !== undefined) await this.move(clientId, to);
    const invitations = await query<{ id: string }>(
      'SELECT id FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND client_id = $1',
      [clientId],
    );
    if (invitations.length > 0)
      await callAuth(
        requestContext().manager,
        'end_access_codes',
        invitations.map(({ id }) => id),
      );
  }

  private async move(clientId: string, to: InvitationState): Promise<void> {
    const taken = await query<TakenStep>(
      `WITH held AS (SELECT i.id, i.state FROM care.screening_invitation i
         JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
         WHERE i.practice_id = ctx.practice_id() AND i.client_id = $1 AND i.state = ANY ($2::text[])
           AND (r.state = 'OPEN' OR NOT EXISTS (SELECT FROM care.screening_invitation n WHERE n.practice_id = i.practice_id
             AND n.client_id = i.client_id AND (n.made_at, n.id) > (i.made_at, i.id)))
         ORDER BY i.id FOR UPDATE OF i)
       UPDATE care.screening_invitation i SET version = i.version + 1, state = $3, changed_at = ctx.now()
       FROM held WHERE i.practice_id = ctx.practice_id() AND i.id = held.id
       RETURNING i.id, i.client_id AS "clientId", held.state AS "from"`,
      [clientId, INVITATION_STATES.filter((from) => mayStep(from, to)), to],
    );
    await this.steps.record(
      taken.map(({ id, from }) => ({ invitationId: id, clientId, from, to, step: 'CLIENT_STATUS' })),
    );
  }
}
