import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '@samenoud/domain';
import { AccessBasis } from '../consents/access-basis.service.ts';
import { relationColumns } from '../platform/access/access-question.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { IDLE_LIMIT } from '../platform/identity/session-store.ts';
import type { AccessExplanation } from './access-explanation.dto.ts';
import { explainPerson, type ExplanationFacts, type PersonRow, type RunningEmergency } from './explain-person.ts';

interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** Everybody who works in the network today, with the relation each has to client $1. */
const PEOPLE = `SELECT w.id AS "userId", w.display_name AS "displayName", w.role, w.organisation_id AS "organisationId",
  k.owner_org_id AS "ownerOrgId", coalesce(k.case_manager_id = w.id, false) AS "isCaseManager",
  ${relationColumns('w.id', 'w.organisation_id')}
  FROM care.membership w LEFT JOIN care.client_marks_of_access($1) k ON true
  WHERE w.practice_id = ctx.practice_id() AND w.valid @> now() ORDER BY w.display_name, w.id`;

const EMERGENCIES = `SELECT user_id AS "userId", session_id AS "sessionId", reason_code AS "reasonCode",
  ctx.utc(ends_at) AS "endsAt" FROM care.running_emergencies($1)`;

/** Who can see what of one client now, and by which rule. */
@Injectable()
export class AccessExplanations {
  constructor(
    private readonly access: ClientAccess,
    private readonly basis: AccessBasis,
  ) {}

  async explain(clientId: string): Promise<AccessExplanation> {
    await this.access.open(clientId, 'ACCESS_EXPLANATION', 'READ', { type: 'ACCESS_EXPLANATION' });
    const people = await query<PersonRow>(PEOPLE, [clientId]);
    const facts: ExplanationFacts = {
      ...(await this.basis.facts(clientId)),
      givenOn: await this.givenOn(clientId),
      emergencies: await runningEmergencies(clientId),
      narrowToTeam: await areGpsNarrowed(),
    };
    const explained = people.map((person) => ({ at: person.organisationId, ...explainPerson(person, facts) }));
    return {
      clientId,
      at: facts.now,
      restricted: people[0]?.restricted ?? false,
      organisations: (await this.organisations()).map((organisation) => ({
        ...organisation,
        people: explained.flatMap(({ at, ...person }) => (at === organisation.id ? [person] : [])),
      })),
    };
  }

  private organisations(): Promise<OrganisationRow[]> {
    return query<OrganisationRow>(
      `SELECT id, name, kind FROM care.organisation WHERE practice_id = ctx.practice_id()
       ORDER BY kind <> 'PRACTICE', name, id`,
    );
  }

  private async givenOn(clientId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await query<{ id: string; on: string }>(
      `SELECT id, given_on AS on FROM care.consent WHERE practice_id = ctx.practice_id() AND client_id = $1`,
      [clientId],
    );
    return new Map(rows.map(({ id, on }) => [id, on]));
  }
}

/** It opens the record in the session that began it and in no other, so it is over when that session is. */
async function runningEmergencies(clientId: string): Promise<RunningEmergency[]> {
  const rows = await query<RunningEmergency & { sessionId: string }>(EMERGENCIES, [clientId]);
  if (rows.length === 0) return [];
  const ids = rows.map(({ sessionId }) => sessionId);
  const standing = await callAuth<string[]>(requestContext().manager, 'standing_sessions', ids, IDLE_LIMIT);
  return rows.filter(({ sessionId }) => standing.includes(sessionId));
}

async function areGpsNarrowed(): Promise<boolean> {
  const { narrowed } = await queryOne<{ narrowed: boolean }>(
    'SELECT gp_own_clients_only AS narrowed FROM care.practice WHERE id = ctx.practice_id()',
  );
  return narrowed;
}
