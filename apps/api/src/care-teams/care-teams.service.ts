import { Injectable } from '@nestjs/common';
import { adviserMayBeNamed } from '@samenoud/domain';
import { AccessBasis } from '../consents/access-basis.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';

type TeamReason = 'GP' | 'TEAM' | 'CASE_MANAGER';

interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly role: string;
}

/** Who takes part in a client's care, with start and end; what organisations may then read follows in the same transaction. */
@Injectable()
export class CareTeams {
  constructor(private readonly basis: AccessBasis) {}

  /** The first team of a new record: its GP, where one is known. */
  async startRecord(clientId: string, gpId: string | null): Promise<void> {
    if (gpId !== null) await this.addRow(clientId, gpId, 'GP');
    await this.basis.rewrite(clientId);
  }

  async changeGp(clientId: string, gpId: string | null): Promise<void> {
    await this.endRows(clientId, 'GP');
    if (gpId !== null) await this.addRow(clientId, gpId, 'GP');
    await this.basis.rewrite(clientId);
  }

  /** Makes a colleague a member of the team. Throws CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async join(clientId: string, userId: string): Promise<void> {
    await this.refuseWithoutConsent(clientId, await this.member(userId));
    await this.addRow(clientId, userId, 'TEAM');
    await this.basis.rewrite(clientId);
  }

  /** Names the case manager. Throws CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async nameCaseManager(clientId: string, userId: string): Promise<void> {
    await this.refuseWithoutConsent(clientId, await this.member(userId));
    await this.endRows(clientId, 'CASE_MANAGER');
    await this.addRow(clientId, userId, 'CASE_MANAGER');
    await query(
      'UPDATE care.client SET case_manager_id = $2, version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1',
      [clientId, userId],
    );
    await this.basis.rewrite(clientId);
  }

  private async refuseWithoutConsent(clientId: string, member: Member): Promise<void> {
    if (member.role !== 'ELDERLY_ADVISER') return;
    const { rules, team, organisations, now } = await this.basis.facts(clientId);
    if (!adviserMayBeNamed(rules, team, organisations, member.organisationId, now))
      throw new DomainError('CONSENT_REQUIRED');
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
      `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason)
       SELECT practice_id, $1, $2, id, organisation_id, $4 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $3`,
      [newId(), clientId, userId, reason],
    );
  }

  private async endRows(clientId: string, reason: TeamReason): Promise<void> {
    // a row that began in this very transaction keeps a moment, as an empty period would lose its start
    await query(
      `UPDATE care.team_member SET active = tstzrange(lower(active), greatest(now(), lower(active) + interval '1 microsecond'))
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND reason = $2 AND upper_inf(active)`,
      [clientId, reason],
    );
  }
}
