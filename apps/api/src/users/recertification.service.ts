import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { isDue } from './user-row.ts';
import { logUser } from './user-log.ts';
import type { RecertificationList, UserView } from './user.dto.ts';
import { Users } from './users.service.ts';

/** Each quarter somebody looks who still belongs here. Each confirmation is a row that stays. */
@Injectable()
export class Recertifications {
  constructor(private readonly users: Users) {}

  async list(request: FastifyRequest): Promise<RecertificationList> {
    const items = (await this.users.all(request)).filter((user) => isDue(user, requestContext().today));
    return { items, total: items.length };
  }

  /** Confirms all of these or none; who was confirmed meanwhile is left as she is. */
  async confirm(userIds: readonly string[], request: FastifyRequest): Promise<RecertificationList> {
    const ids = [...new Set(userIds)];
    await query(
      `SELECT FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids],
    );
    const all = await this.users.all(request);
    const chosen = ids.map((id) => all.find((user) => user.id === id));
    if (!chosen.every((user) => user !== undefined)) throw new DomainError('NOT_FOUND');
    if (chosen.some(({ isOneself }) => isOneself) && hasOtherManager(all)) throw new DomainError('NOT_ONESELF');
    requireFreshSecondFactor();
    if (chosen.some(({ state }) => state !== 'ACTIVE')) throw new DomainError('WRONG_STATE');
    await this.keep(chosen.filter((one) => isDue(one, requestContext().today)).map(({ id }) => id));
    return this.list(request);
  }

  /** One row for each, by whoever is at work; none is ever changed or removed. */
  async keep(userIds: readonly string[]): Promise<void> {
    for (const id of userIds) {
      await query(
        `INSERT INTO care.membership_confirmation (practice_id, id, user_id, confirmed_by)
         VALUES (ctx.practice_id(), $1, $2, ctx.user_id())`,
        [newId(), id],
      );
      logUser('CONFIRM_USER', 'C', id);
    }
  }
}

/** Who is the only manager has nobody else to confirm her. */
const hasOtherManager = (all: readonly UserView[]): boolean =>
  all.some(({ role, state, isOneself }) => role === 'PRACTICE_MANAGER' && state === 'ACTIVE' && !isOneself);
