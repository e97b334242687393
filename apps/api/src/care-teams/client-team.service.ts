import { Injectable } from '@nestjs/common';
import { mayBeCaseManager, mayBeInTeam } from '@samenoud/domain';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { PutCaseManager, PutTeam, TeamView } from './care-team.dto.ts';
import { CareTeams } from './care-teams.service.ts';
import { teamPeople } from './team-people.ts';

/** The team of one client as people see and change it. */
@Injectable()
export class ClientTeam {
  constructor(
    private readonly access: ClientAccess,
    private readonly teams: CareTeams,
  ) {}

  async get(clientId: string): Promise<TeamView> {
    await this.access.open(clientId, 'TEAM', 'READ', { type: 'TEAM' });
    return this.view(clientId);
  }

  /** @throws DomainError RECEIVER_NOT_ALLOWED for who has no care of people, CONSENT_REQUIRED for an ouderenadviseur without a grant. */
  async put(clientId: string, ifMatch: string | undefined, { members }: PutTeam): Promise<TeamView> {
    const version = expectedVersion(ifMatch);
    await this.access.open(clientId, 'TEAM', 'UPDATE', { type: 'TEAM' });
    await this.teams.hold(clientId);
    const wanted = [...new Set(members.map(({ userId }) => userId))];
    for (const userId of wanted) await this.refuseOtherRole(userId, mayBeInTeam);
    await this.take(clientId, version);
    await this.teams.setMembers(clientId, wanted);
    return this.view(clientId);
  }

  /** @throws DomainError as `put`; only a wijkverpleegkundige, ouderenadviseur or POH can be named. */
  async nameCaseManager(clientId: string, ifMatch: string | undefined, { userId }: PutCaseManager): Promise<TeamView> {
    const version = expectedVersion(ifMatch);
    await this.access.open(clientId, 'CASE_MANAGER', 'UPDATE', { type: 'CASE_MANAGER' });
    await this.teams.hold(clientId);
    if (userId !== null) await this.refuseOtherRole(userId, mayBeCaseManager);
    await this.take(clientId, version);
    if (userId === null) await this.teams.endCaseManagement(clientId);
    else await this.teams.nameCaseManager(clientId, userId);
    return this.view(clientId);
  }

  /** Of two who change at once, one is too late. */
  private async take(clientId: string, version: number): Promise<void> {
    const taken = await changeRows(
      `UPDATE care.client SET version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [clientId, version],
    );
    if (taken !== 1) throw new DomainError('STALE', { extra: { current: await this.view(clientId) } });
  }

  private async refuseOtherRole(userId: string, mayBe: (role: string) => boolean): Promise<void> {
    const [member] = await query<{ role: string }>(
      `SELECT role FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND valid @> now()`,
      [userId],
    );
    if (!member || !mayBe(member.role)) throw new DomainError('RECEIVER_NOT_ALLOWED');
  }

  private async view(clientId: string): Promise<TeamView> {
    const [client] = await query<Pick<TeamView, 'version' | 'caseManagerId'>>(
      `SELECT c.version, ${caseManagerSql('c')} AS "caseManagerId" FROM care.client c
       WHERE c.practice_id = ctx.practice_id() AND c.id = $1`,
      [clientId],
    );
    // who may read the team and not the client has no version to change anything with
    return {
      version: client?.version ?? 0,
      caseManagerId: client?.caseManagerId ?? null,
      ...(await teamPeople(clientId)),
    };
  }
}
