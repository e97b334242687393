import { Injectable } from '@nestjs/common';
import { mayStepRestriction, RESTRICTION_STATES, type RestrictionState } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { registeringAct } from '../platform/access/registering-act.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type {
  AskRestriction, ClientRestrictionList, ClientRestrictionView, DecideRestriction, LiftRestriction,
} from './client-restriction.dto.ts'; // prettier-ignore

type RestrictionRow = ClientRestrictionView & { readonly ownerOrgId: string };

const SELECT = `SELECT r.id, r.client_id AS "clientId", r.owner_org_id AS "ownerOrgId", r.state, r.reason,
  r.asked_by AS "askedBy", r.asked_on AS "askedOn", r.registered_by AS "registeredBy", ctx.utc(r.registered_at) AS "registeredAt",
  r.decided_by AS "decidedBy", ctx.utc(r.decided_at) AS "decidedAt", r.decision_reason AS "decisionReason",
  r.lifted_by AS "liftedBy", ctx.utc(r.lifted_at) AS "liftedAt", r.lift_reason AS "liftReason"
  FROM care.client_restriction r WHERE r.practice_id = ctx.practice_id()`;

/**
 * Restriction of a record at the wish of the client (AVG 18): while it is in force only the GP sees it, in no list of others,
 * no letter goes out, and the codes of letters that did go out stop working. Source: `trust.md` 2.
 */
@Injectable()
export class ClientRestrictions {
  constructor(
    private readonly access: ClientAccess,
    private readonly teams: CareTeams,
  ) {}

  async listOf(clientId: string, page: PageQuery): Promise<ClientRestrictionList> {
    await this.access.open(clientId, 'DESTRUCTION', registeringAct(), { type: 'CLIENT_RESTRICTIONS' });
    const rows = await query<RestrictionRow>(`${SELECT} AND r.client_id = $1 ORDER BY r.registered_at DESC, r.id`, [
      clientId,
    ]);
    return pageOf(rows.map(restrictionView), page);
  }

  /** Throws WRONG_STATE while another wish is open or in force. */
  async ask(clientId: string, { reason, askedBy, askedOn }: AskRestriction): Promise<ClientRestrictionView> {
    const id = newId();
    await this.access.open(clientId, 'DESTRUCTION', registeringAct(), { type: 'CLIENT_RESTRICTION', id });
    if (askedOn > requestContext().today) throw invalidInput({ pointer: '/askedOn', code: 'IN_FUTURE' });
    await refusingBroken({ client_restriction_open_key: 'WRONG_STATE' }, () =>
      query(
        `INSERT INTO care.client_restriction (practice_id, id, client_id, owner_org_id, state, reason, asked_by, asked_on, registered_by)
         VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), 'REQUESTED', $3, $4, $5, ctx.user_id())`,
        [id, clientId, reason.trim(), askedBy, askedOn],
      ),
    );
    return restrictionView(await this.row(id));
  }

  async decide(id: string, { decision, reason }: DecideRestriction): Promise<ClientRestrictionView> {
    const { clientId } = await this.open(id);
    await this.teams.hold(clientId);
    const to = decision === 'RESTRICT' ? 'IN_FORCE' : 'REFUSED';
    await this.step(id, to, 'decided_by = ctx.user_id(), decided_at = ctx.now(), decision_reason = $3', reason);
    if (to === 'IN_FORCE') {
      await this.teams.withdrawHandovers(clientId);
      await this.mark(clientId, true);
      await this.endOnlineAccess(clientId);
    }
    return restrictionView(await this.row(id));
  }

  /** What stopped does not start again by itself: a letter with a new code is made by hand. */
  async lift(id: string, { reason }: LiftRestriction): Promise<ClientRestrictionView> {
    const { clientId } = await this.open(id);
    await this.step(id, 'LIFTED', 'lifted_by = ctx.user_id(), lifted_at = ctx.now(), lift_reason = $3', reason);
    await this.mark(clientId, false);
    return restrictionView(await this.row(id));
  }

  /** Throws STEP_UP_REQUIRED without a fresh second factor: who sees a record changes. */
  private async open(id: string): Promise<RestrictionRow> {
    const row = await this.row(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 1, madeBy: row.registeredBy } as const;
    await this.access.open(row.clientId, 'DESTRUCTION', 'FINALISE', { type: 'CLIENT_RESTRICTION', id }, owned);
    requireFreshSecondFactor();
    return row;
  }

  private async step(id: string, to: RestrictionState, columns: string, reason: string): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.client_restriction SET state = $2, ${columns}
       WHERE practice_id = ctx.practice_id() AND id = $1 AND state = ANY ($4::text[])`,
      [id, to, reason.trim(), RESTRICTION_STATES.filter((from) => mayStepRestriction(from, to))],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE');
  }

  private async mark(clientId: string, restricted: boolean): Promise<void> {
    await query(
      `UPDATE care.client SET restricted = $2, version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1`,
      [clientId, restricted],
    );
  }

  private async endOnlineAccess(clientId: string): Promise<void> {
    const invitations = await query<{ id: string }>(
      'SELECT id FROM care.screening_invitation WHERE practice_id = ctx.practice_id() AND client_id = $1',
      [clientId],
    );
    const ids = invitations.map(({ id }) => id);
    if (ids.length > 0) await callAuth(requestContext().manager, 'end_access_codes', ids);
  }

  private async row(id: string): Promise<RestrictionRow> {
    const [row] = isUuid(id) ? await query<RestrictionRow>(`${SELECT} AND r.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function restrictionView(row: RestrictionRow): ClientRestrictionView {
  const { ownerOrgId: _owner, ...shown } = row;
  return shown;
}
