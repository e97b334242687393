import { Injectable } from '@nestjs/common';
import { adviserMayBeNamed, type TeamReason } from '@samenoud/domain';
import { AccessBasis } from '../consents/access-basis.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';

interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly role: string;
}

/** The whole team of a client beside the GP. */
export interface TeamFormation {
  readonly caseManagerId: string | null;
  readonly memberIds: readonly string[];
}

type Place = { readonly userId: string; readonly reason: TeamReason };

/** Who takes part in a client's care, with start and end; what organisations may then read follows in the same transaction. */
@Injectable()
export class CareTeams {
  constructor(
    private readonly access: ClientAccess,
    private readonly basis: AccessBasis,
  ) {}

  /** No other request changes the teams of these clients until this one ends; called before a row of theirs is changed. */
  hold(...clientIds: readonly string[]): Promise<void> {
    return this.basis.hold(...clientIds);
  }

  /** The first team of a new record: its GP, where one is known. */
  async startRecord(clientId: string, gpId: string | null): Promise<void> {
    if (gpId !== null) await this.addRow(clientId, gpId, 'GP');
    await this.basis.rewrite(clientId);
  }

  /** As {@link startRecord} for many new records at once; those with the same GP have the same basis of sharing. */
  async startRecords(records: readonly { readonly clientId: string; readonly gpId: string | null }[]): Promise<void> {
    const rows = records.flatMap(({ clientId, gpId }) => (gpId === null ? [] : [{ id: newId(), clientId, gpId }]));
    await query(
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
       SELECT m.practice_id, r.id, r."clientId", m.id, m.organisation_id, 'GP', tstzrange(${LAID_BACK_NOW}, NULL)
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "clientId" uuid, "gpId" uuid)
       JOIN care.membership m ON m.practice_id = ctx.practice_id() AND m.id = r."gpId"`,
      [JSON.stringify(rows)],
    );
    for (const gp of new Set(records.map(({ gpId }) => gpId))) {
      const alike = records.filter(({ gpId }) => gpId === gp);
      await this.basis.startAlike(alike.map(({ clientId }) => clientId));
    }
  }

  async changeGp(clientId: string, gpId: string | null): Promise<void> {
    await this.basis.hold(clientId);
    const ended = await this.endRows(clientId, 'GP');
    if (gpId !== null) await this.addRow(clientId, gpId, 'GP');
    await this.basis.rewrite(clientId, ended);
  }

  /** Makes a colleague a member of the team. Throws CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async join(clientId: string, userId: string): Promise<void> {
    await this.basis.hold(clientId);
    await this.refuseWithoutConsent(clientId, await this.member(userId));
    await this.addRow(clientId, userId, 'TEAM');
    await this.basis.rewrite(clientId);
  }

  /**
   * Everyone who takes part beside GP, case manager and stand-in: who is not named leaves, who is new joins.
   * Throws CONSENT_REQUIRED for an ouderenadviseur without a grant.
   */
  async setMembers(clientId: string, userIds: readonly string[]): Promise<void> {
    await this.basis.hold(clientId);
    const places = await this.places(clientId);
    const leaving = places.filter(({ userId, reason }) => reason === 'TEAM' && !userIds.includes(userId));
    for (const { userId } of leaving) await this.endRows(clientId, 'TEAM', userId);
    for (const userId of userIds.filter((id) => !places.some((place) => place.userId === id))) {
      await this.refuseWithoutConsent(clientId, await this.member(userId));
      await this.addRow(clientId, userId, 'TEAM');
    }
    await this.basis.rewrite(
      clientId,
      leaving.map(({ userId }) => userId),
    );
  }

  /** Names the case manager. Throws CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async nameCaseManager(clientId: string, userId: string): Promise<void> {
    await this.basis.hold(clientId);
    await this.refuseWithoutConsent(clientId, await this.member(userId));
    const ended = await this.endCare(clientId);
    await this.addRow(clientId, userId, 'CASE_MANAGER');
    await this.settle(clientId, ended);
  }

  /** Throws OWNER_NOT_ACTIVE for who left, CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async requireConsent(clientId: string, userId: string): Promise<void> {
    await this.basis.hold(clientId);
    await this.refuseWithoutConsent(clientId, await this.member(userId));
  }

  /**
   * Case management passes on from `startsAt`: until `endsAt` beside the giver, who keeps her part; for good without an end,
   * and then hers ends as the other begins.
   */
  async takeOver(clientId: string, toUserId: string, startsAt: string, endsAt: string | null): Promise<void> {
    await this.basis.hold(clientId);
    const reasons = endsAt === null ? ['CASE_MANAGER', 'HANDOVER'] : ['HANDOVER'];
    const ended = await query<{ userId: string }>(
      `UPDATE care.team_member SET active = tstzrange(lower(active), greatest($3::timestamptz, lower(active) + interval '1 microsecond'))
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND reason = ANY ($2) AND coalesce(upper(active) > $3, true)
       RETURNING user_id AS "userId"`,
      [clientId, reasons, startsAt],
    );
    await query(
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
       SELECT practice_id, $1, $2, id, organisation_id, $4, tstzrange($5::timestamptz, $6::timestamptz)
       FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $3`,
      [newId(), clientId, toUserId, endsAt === null ? 'CASE_MANAGER' : 'HANDOVER', startsAt, endsAt],
    );
    await this.settle(
      clientId,
      ended.map(({ userId }) => userId),
    );
  }

  /** A stand-in stops before her last day. */
  async giveBack(clientId: string, userId: string): Promise<void> {
    await this.basis.hold(clientId);
    const ended = await this.endRows(clientId, 'HANDOVER', userId);
    await query('SELECT care.expire_handovers($1)', [clientId]);
    await this.settle(clientId, ended);
  }

  /** What is asked of somebody is asked no more; who stands in already goes on. */
  async withdrawHandovers(clientId: string): Promise<void> {
    await query('SELECT care.withdraw_handovers($1)', [clientId]);
  }

  /** Nobody is the case manager any more, and nobody stands in for her. */
  async endCaseManagement(clientId: string): Promise<void> {
    await this.basis.hold(clientId);
    await this.settle(clientId, await this.endCare(clientId));
  }

  /**
   * Brings the team to what is asked in one step: who is not named leaves, who is new joins, and the case manager changes.
   * Throws CONSENT_REQUIRED for an ouderenadviseur without a grant.
   */
  async formTeam(clientId: string, { caseManagerId, memberIds }: TeamFormation): Promise<void> {
    await this.access.open(clientId, 'TEAM', 'UPDATE', { type: 'TEAM' });
    await this.basis.hold(clientId);
    const wanted: Place[] = [
      ...(caseManagerId === null ? [] : [{ userId: caseManagerId, reason: 'CASE_MANAGER' as const }]),
      ...memberIds.map((userId) => ({ userId, reason: 'TEAM' as const })),
    ];
    const present = (await this.places(clientId)).filter(
      ({ reason }) => reason === 'TEAM' || reason === 'CASE_MANAGER',
    );
    const lacksIn = (places: readonly Place[]) => (place: Place) =>
      !places.some(({ userId, reason }) => userId === place.userId && reason === place.reason);
    const left = present.filter(lacksIn(wanted));
    for (const { userId, reason } of left) await this.endRows(clientId, reason, userId);
    for (const { userId, reason } of wanted.filter(lacksIn(present))) {
      await this.refuseWithoutConsent(clientId, await this.member(userId));
      await this.addRow(clientId, userId, reason);
    }
    await this.settle(
      clientId,
      left.map(({ userId }) => userId),
    );
  }

  private async refuseWithoutConsent(clientId: string, member: Member): Promise<void> {
    if (member.role !== 'ELDERLY_ADVISER') return;
    const { rules, team, organisations, now } = await this.basis.facts(clientId);
    if (!adviserMayBeNamed(rules, team, organisations, member.organisationId, now))
      throw new DomainError('CONSENT_REQUIRED');
  }

  /** Lets the case manager's column and the basis of sharing follow the team. */
  private async settle(clientId: string, lost: readonly string[]): Promise<void> {
    await query('SELECT care.settle_case_manager($1)', [clientId]);
    await this.basis.rewrite(clientId, lost);
  }

  /** Parts that have not ended, but for a place on an agenda, which ends by itself. */
  private places(clientId: string): Promise<Place[]> {
    return query<Place>(
      `SELECT user_id AS "userId", reason FROM care.team_member
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND reason <> 'MEETING' AND coalesce(upper(active) > now(), true)`,
      [clientId],
    );
  }

  private async endCare(clientId: string): Promise<string[]> {
    await query(`SELECT care.close_handovers($1, ${LAID_BACK_NOW}, NULL)`, [clientId]);
    return [...(await this.endRows(clientId, 'CASE_MANAGER')), ...(await this.endRows(clientId, 'HANDOVER'))];
  }

  private async member(userId: string): Promise<Member> {
    const [member] = await query<Member>(
      `SELECT id, organisation_id AS "organisationId", role FROM care.membership
       WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()`,
      [userId],
    );
    if (!member) throw new DomainError('OWNER_NOT_ACTIVE');
    return member;
  }

  private async addRow(clientId: string, userId: string, reason: TeamReason): Promise<void> {
    await query(
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
       SELECT practice_id, $1, $2, id, organisation_id, $4, tstzrange(${LAID_BACK_NOW}, NULL) FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $3`,
      [newId(), clientId, userId, reason],
    );
  }

  /** Answers whose membership it was. */
  private async endRows(clientId: string, reason: TeamReason, userId: string | null = null): Promise<string[]> {
    // a row that began in this very transaction keeps a moment, as an empty period would lose its start
    const rows = await query<{ userId: string }>(
      `UPDATE care.team_member SET active = tstzrange(lower(active), greatest(${LAID_BACK_NOW}, lower(active) + interval '1 microsecond'))
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND reason = $2 AND coalesce(upper(active) > now(), true)
         AND coalesce($3, user_id) = user_id RETURNING user_id AS "userId"`,
      [clientId, reason, userId],
    );
    return rows.map((row) => row.userId);
  }
}
