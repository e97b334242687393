import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NetworkOrganisations } from '../organisations/network-organisations.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { SessionStore } from '../platform/identity/session-store.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { type UserRow, USERS_SQL, userView } from './user-row.ts';
import type { UserList, UserView } from './user.dto.ts';

/** Who works in the practice network, worked there, or will. */
@Injectable()
export class Users {
  constructor(
    private readonly sessions: SessionStore,
    private readonly organisations: NetworkOrganisations,
  ) {}

  async list(request: FastifyRequest): Promise<UserList> {
    return { organisations: await this.organisations.list(), items: await this.all(request) };
  }

  async all(request: FastifyRequest): Promise<UserView[]> {
    const emails = await this.emails(request);
    const { accountId } = requestContext().user;
    const rows = await query<UserRow>(USERS_SQL, [null]);
    return rows.map((row) => userView(row, emails[row.id] ?? null, accountId));
  }

  async get(id: string, request: FastifyRequest): Promise<UserView> {
    const emails = await this.emails(request);
    return userView(await this.row(id), emails[id] ?? null, requestContext().user.accountId);
  }

  /** Throws NOT_FOUND for who is not of this network. */
  async row(id: string): Promise<UserRow> {
    const [row] = isUuid(id) ? await query<UserRow>(USERS_SQL, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  private emails(request: FastifyRequest): Promise<Record<string, string>> {
    const { manager } = requestContext();
    return callAuth<Record<string, string>>(manager, 'member_emails', this.sessions.tokenHashOf(request));
  }
}
