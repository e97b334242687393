import { Injectable } from '@nestjs/common';
import {
  type Day,
  normaliseBigNumber,
  normalisePhone,
  type OrganisationKind,
  ROLES_GRANTED_BY_TWO,
  ROLES_OF_KIND,
} from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import { refusingBroken } from '../platform/http/constraints.ts';
import { DomainError, type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { Joining } from './joining.service.ts';
import { refuseOneself } from './own-acts.ts';
import { RoleGrants } from './role-grants.service.ts';
import { logUser } from './user-log.ts';
import type { NewUser, UserView } from './user.dto.ts';
import { Users } from './users.service.ts';

/** Colleagues are asked in; a role that two people grant waits for the second. */
@Injectable()
export class InviteUsers {
  constructor(
    private readonly users: Users,
    private readonly joining: Joining,
    private readonly grants: RoleGrants,
  ) {}

  async invite(body: NewUser, request: FastifyRequest): Promise<UserView> {
    await refuseMisfit(body);
    if (body.role !== 'GP' || !(await this.grants.isForHost(body)))
      await refuseOneself({ accountId: null, email: body.email });
    requireFreshSecondFactor();
    await this.refuseTwice(body, request);
    const id = newId();
    await refusingBroken({ user_invitation_open_key: 'ALREADY_MEMBER' }, () => insert(id, body));
    logUser('INVITE_USER', 'C', id, { role: body.role, organisationId: body.organisationId });
    await this.grants.ask(id);
    return this.users.get(id, request);
  }

  /** Takes an invitation back that nobody works by yet. */
  async withdraw(id: string, request: FastifyRequest): Promise<UserView> {
    await this.joining.lock(id);
    const row = await this.users.row(id);
    requireFreshSecondFactor();
    const withdrawn = row.isMember
      ? 0
      : await changeRows(
          `UPDATE care.user_invitation SET withdrawn_at = ctx.now(), withdrawn_by = ctx.user_id(), version = version + 1
           WHERE practice_id = ctx.practice_id() AND id = $1 AND withdrawn_at IS NULL`,
          [id],
        );
    if (withdrawn === 0) throw new DomainError('WRONG_STATE');
    await this.grants.cancel(id);
    logUser('WITHDRAW_INVITATION', 'U', id);
    return this.users.get(id, request);
  }

  /** The same person in the same role of the same organisation: once is enough. */
  private async refuseTwice({ email, role, organisationId }: NewUser, request: FastifyRequest): Promise<void> {
    const asked = email.trim().toLowerCase();
    const live = ['INVITED', 'WAITING', 'PLANNED', 'ACTIVE'];
    const there = (await this.users.all(request)).some(
      (user) =>
        user.email === asked &&
        user.role === role &&
        user.organisationId === organisationId &&
        live.includes(user.state),
    );
    if (there) throw new DomainError('ALREADY_MEMBER');
  }
}

async function refuseMisfit({ organisationId, role, bigNumber, fromOn, untilOn }: NewUser): Promise<void> {
  const [organisation] = await query<{ kind: OrganisationKind }>(
    'SELECT kind FROM care.organisation WHERE practice_id = ctx.practice_id() AND id = $1',
    [organisationId],
  );
  if (!organisation) throw invalidInput({ pointer: '/organisationId', code: 'INVALID_ID' });
  const problems: FieldProblem[] = [];
  if (!ROLES_OF_KIND[organisation.kind].some((fitting) => fitting === role))
    problems.push({ pointer: '/role', code: 'ROLE_OF_OTHER_KIND' });
  if (bigNumber && normaliseBigNumber(bigNumber) === undefined)
    problems.push({ pointer: '/bigNumber', code: 'INVALID_BIG_NUMBER' });
  problems.push(...dayProblems(requestContext().today, fromOn ?? null, untilOn ?? null));
  if (problems.length > 0) throw invalidInput(...problems);
}

function dayProblems(today: Day, fromOn: Day | null, untilOn: Day | null): FieldProblem[] {
  if (fromOn !== null && fromOn < today) return [{ pointer: '/fromOn', code: 'BEFORE_TODAY' }];
  if (untilOn !== null && untilOn < (fromOn ?? today)) return [{ pointer: '/untilOn', code: 'BEFORE_START' }];
  return [];
}

async function insert(id: string, body: NewUser): Promise<void> {
  await query(
    `INSERT INTO care.user_invitation (practice_id, id, organisation_id, role, email, display_name, phone, big_number, from_on,
       until_on, invited_by, needs_approval)
     VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, ctx.user_id(), $10)`,
    [
      id,
      body.organisationId,
      body.role,
      body.email.trim().toLowerCase(),
      body.displayName.trim(),
      body.phone ? (normalisePhone(body.phone) ?? null) : null,
      body.bigNumber ? (normaliseBigNumber(body.bigNumber) ?? null) : null,
      body.fromOn ?? requestContext().today,
      body.untilOn ?? null,
      ROLES_GRANTED_BY_TWO.some((role) => role === body.role),
    ],
  );
}
