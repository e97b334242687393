import { Injectable } from '@nestjs/common';
import { normalisePhone, ROLES_GRANTED_BY_TWO } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import { LeaveTeams } from '../care-teams/leave-teams.service.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { refuseOneself } from './own-acts.ts';
import { startOfDay } from './period-sql.ts';
import { logUser } from './user-log.ts';
import type { UserRow } from './user-row.ts';
import type { UserChange, UserEnd, UserView } from './user.dto.ts';
import { Users } from './users.service.ts';

/** Name and phone of a colleague, and the end of her membership. */
@Injectable()
export class ChangeUsers {
  constructor(
    private readonly users: Users,
    private readonly teams: LeaveTeams,
  ) {}

  async change(id: string, ifMatch: string | undefined, body: UserChange, request: FastifyRequest): Promise<UserView> {
    const version = expectedVersion(ifMatch);
    const row = await this.users.row(id);
    await refuseOneself(row);
    requireFreshSecondFactor();
    const before = await this.users.get(id, request);
    if (before.state === 'ENDED' || before.state === 'WITHDRAWN') throw new DomainError('WRONG_STATE');
    const name = body.displayName?.trim() ?? row.displayName;
    const phone = body.phone === undefined ? row.phone : body.phone && (normalisePhone(body.phone) ?? null);
    const changed = await changeRows(
      `UPDATE ${row.isMember ? 'care.membership' : 'care.user_invitation'}
       SET display_name = $3, phone = $4, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version, name, phone],
    );
    const after = await this.users.get(id, request);
    if (changed === 0) throw new DomainError('STALE', { extra: { current: after } });
    logUser('CHANGE_USER', 'U', id, {
      fields: (['displayName', 'phone'] as const).filter((field) => before[field] !== after[field]),
    });
    return after;
  }

  /**
   * The last day of a membership. Today ends it at once, with everything she was to clients; a later day ends it by itself.
   * An end that has not come can be moved, but not to a later day where two people granted the role.
   */
  async end(id: string, { on }: UserEnd, request: FastifyRequest): Promise<UserView> {
    if (!isUuid(id)) throw new DomainError('NOT_FOUND');
    await query('SELECT FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 FOR UPDATE', [id]);
    const row = await this.users.row(id);
    await refuseOneself(row);
    requireFreshSecondFactor();
    const { today } = requestContext();
    if (on < today) throw invalidInput({ pointer: '/on', code: 'BEFORE_TODAY' });
    if (!mayEnd(row, on)) throw new DomainError('WRONG_STATE');
    const atOnce = on === today || on < row.fromOn;
    await query(atOnce ? END_NOW : END_LATER, atOnce ? [id] : [id, on]);
    logUser('END_USER', 'U', id, { on });
    if (atOnce) await this.teams.leave(id);
    return this.users.get(id, request);
  }
}

function mayEnd({ isMember, validUntil, untilOn, role, now }: UserRow, on: string): boolean {
  if (!isMember || (validUntil !== null && validUntil <= now)) return false;
  return untilOn === null || on <= untilOn || !ROLES_GRANTED_BY_TWO.some((one) => one === role);
}

/** One that has not begun keeps a microsecond that is past, as an empty period would lose its days. */
const END_NOW = `UPDATE care.membership SET valid = tstzrange(least(lower(valid), now() - interval '1 microsecond'), now()),
  version = version + 1 WHERE practice_id = ctx.practice_id() AND id = $1`;

const END_LATER = `UPDATE care.membership SET valid = tstzrange(lower(valid), ${startOfDay('$2::date + 1')}), version = version + 1
  WHERE practice_id = ctx.practice_id() AND id = $1`;
