import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { makeFormCode, withWaveDays } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { noteClients } from './bulk-log.ts';
import { InvitationSteps } from './invitation-steps.service.ts';
import { candidatesOf, clientFacts, leftOutCounts } from './round-selection.ts';
import { holdRound, type RoundRow } from './round-row.ts';
import type { InvitedCounts } from './screening-round.dto.ts';
import { ScreeningRounds } from './screening-rounds.service.ts';
import { coversPractice } from './whole-practice.ts';

interface Invited {
  readonly id: string;
  readonly clientId: string;
}

interface Start {
  readonly gfi: string;
  readonly imesa: string;
  readonly reminderDays: [number, number];
}

const CODE_TRIES = 5;

/** Invites, in a few statements, every eligible client that the round does not have yet. */
@Injectable()
export class InviteClients {
  constructor(
    private readonly steps: InvitationSteps,
    private readonly rounds: ScreeningRounds,
  ) {}

  /** Repeating it invites who became eligible since. Throws WRONG_STATE once the round is closed or cancelled. */
  async invite(roundId: string): Promise<InvitedCounts> {
    const round = await holdRound(roundId);
    if (round.state !== 'DRAFT' && round.state !== 'OPEN')
      throw new DomainError('WRONG_STATE', { extra: { current: await this.rounds.view(round) } });
    await oneInviterAtATime();
    const candidates = candidatesOf(round, await clientFacts());
    const wanted = candidates.filter(({ outcome }) => outcome === 'INVITE').map(({ clientId }) => clientId);
    const start = await this.start();
    const invited = await this.add(roundId, await stillActive(wanted), start);
    const leftOut = leftOutCounts(candidates);
    await this.open(round, start, leftOut);
    noteClients('INVITE_CLIENTS', 'C', roundId, invited.map(({ clientId }) => clientId)); // prettier-ignore
    return {
      invited: invited.length,
      alreadyInvited: candidates.filter(({ outcome }) => outcome === 'INVITED').length,
      leftOut,
      round: await this.rounds.get(roundId),
    };
  }

  private start(): Promise<Start> {
    return queryOne<Start>(
      `SELECT p.reminder_days AS "reminderDays",
         (SELECT instrument_version FROM care.instrument_version WHERE practice_id = p.id AND instrument = 'gfi' AND active) AS gfi,
         (SELECT instrument_version FROM care.instrument_version WHERE practice_id = p.id AND instrument = 'imesa' AND active) AS imesa
       FROM care.practice p WHERE p.id = ctx.practice_id()`,
    );
  }

  /** A form code that was given out before, to whomever, is drawn again. */
  private async add(roundId: string, clientIds: readonly string[], { gfi, imesa }: Start): Promise<Invited[]> {
    const added: Invited[] = [];
    let left = clientIds;
    for (let tries = 0; left.length > 0 && tries < CODE_TRIES; tries++) {
      const rows = left.map((clientId) => ({ id: newId(), clientId, formCode: makeFormCode((max) => randomInt(max)) }));
      const done = await query<Invited>(
        `INSERT INTO care.screening_invitation (practice_id, id, version, client_id, owner_org_id, round_id, state, form_code,
           gfi_version, imesa_version)
         SELECT ctx.practice_id(), n.id, 1, n."clientId", ctx.org_id(), $1, 'PLANNED', n."formCode", $3, $4
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "clientId" uuid, "formCode" text)
         ON CONFLICT DO NOTHING RETURNING id, client_id AS "clientId"`,
        [roundId, JSON.stringify(rows), gfi, imesa],
      );
      added.push(...done);
      const known = new Set(done.map(({ clientId }) => clientId));
      left = left.filter((clientId) => !known.has(clientId));
    }
    await this.steps.record(
      added.map(({ id, clientId }) => ({ invitationId: id, clientId, from: null, to: 'PLANNED', step: 'INVITED' })),
    );
    return added;
  }

  /** The first invitations open the round, from the day that was set or from today. */
  private async open(round: RoundRow, { reminderDays }: Start, leftOut: object): Promise<void> {
    const days = withWaveDays({ ...round, invitationOn: round.invitationOn ?? requestContext().today }, reminderDays);
    await changeRows(
      `UPDATE care.screening_round SET state = 'OPEN', opened_at = coalesce(opened_at, ctx.now()), invitation_on = $2,
         reminder_1_on = $3, reminder_2_on = $4, left_out = CASE WHEN $5 THEN $6::jsonb ELSE left_out END,
         version = version + CASE WHEN state = 'DRAFT' THEN 1 ELSE 0 END
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [
        round.id, days.invitationOn, days.reminder1On, days.reminder2On, coversPractice('CREATE'), JSON.stringify(leftOut),
      ], // prettier-ignore
    );
  }
}

/** Two rounds that invite at once could each take the same client: inviters of a practice take turns. */
async function oneInviterAtATime(): Promise<void> {
  await query(`SELECT pg_advisory_xact_lock(hashtextextended('invite ' || ctx.practice_id(), 0))`);
}

/** Those whose status does not change until the invitations stand: who dies in this moment is found by her invitation. */
async function stillActive(clientIds: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT c.id FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[]) AND c.status = 'ACTIVE'
     ORDER BY c.id FOR SHARE OF c`,
    [clientIds],
  );
  return rows.map(({ id }) => id);
}
