import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { PasswordHashing } from '../platform/identity/password-hashing.ts';
import { refuseGuessable } from '../platform/identity/password-rules.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { Joining } from '../users/joining.service.ts';
import { RoleGrants } from '../users/role-grants.service.ts';
import type { AccountLinkPassword, AccountLinkView, PasswordChosen, RoleConfirmed } from './account-link.dto.ts';
import { type OpenLink, OpenLinks } from './open-link.ts';

/** What the holder of a one-time link does without a session: see what it is for, and choose a password. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly links: OpenLinks,
    private readonly hashing: PasswordHashing,
    private readonly joining: Joining,
    private readonly grants: RoleGrants,
  ) {}

  async view(token: string, request: FastifyRequest): Promise<AccountLinkView> {
    const link = await this.unused(token, request);
    const { purpose, practice, displayName, email, organisation, role, fromOn, expiresAt } = link;
    return { purpose, practice, displayName, email, organisation, role, fromOn, expiresAt };
  }

  /** Answers the same, after the same work, whether or not the address of an invitation had an account. */
  async choosePassword({ token, password }: AccountLinkPassword, request: FastifyRequest): Promise<PasswordChosen> {
    const link = await this.unused(token, request);
    if (link.purpose === 'CONFIRM') throw new DomainError('LINK_INVALID');
    refuseGuessable('/password', password, [link.email ?? '', link.displayName, link.practice]);
    const hash = await this.hashing.hash(password);
    await this.links.act(link, request, () =>
      link.purpose === 'PASSWORD' ? replace(link, hash) : this.accept(link, hash),
    );
    return { next: 'SIGN_IN' };
  }

  /** The host says yes where nobody in the practice can. */
  async confirm(token: string, request: FastifyRequest): Promise<RoleConfirmed> {
    const link = await this.unused(token, request);
    if (link.purpose !== 'CONFIRM') throw new DomainError('LINK_INVALID');
    await this.links.actAsHost(link, request, async () => {
      const used = await callAuth<boolean>(requestContext().manager, 'use_confirm_link', link.hash);
      if (!used) throw new DomainError('LINK_INVALID');
      await this.grants.approve(link.userId, 'HOST');
    });
    return { state: 'CONFIRMED' };
  }

  private async unused(token: string, request: FastifyRequest): Promise<OpenLink> {
    const link = await this.links.find(token, request);
    if (link.isUsed) throw new DomainError('LINK_INVALID');
    return link;
  }

  private async accept(link: OpenLink, passwordHash: string): Promise<void> {
    await this.joining.lock(link.userId);
    const { manager } = requestContext();
    const taken = await callAuth<{ accountId: string | null } | null>(
      manager,
      'accept_invitation',
      link.hash,
      newId(),
      passwordHash,
    );
    if (!taken) throw new DomainError('LINK_INVALID');
    if (taken.accountId !== null) {
      if (!(await this.joining.accept(link.userId, taken.accountId))) throw new DomainError('LINK_INVALID');
      await this.joining.complete(link.userId);
    }
    logLink('USE_INVITATION_LINK', link);
  }
}

async function replace(link: OpenLink, passwordHash: string): Promise<void> {
  const { manager } = requestContext();
  const changed = await callAuth<string | null>(manager, 'use_password_link', link.hash, passwordHash);
  if (changed === null) throw new DomainError('LINK_INVALID');
  logLink('USE_PASSWORD_LINK', link);
}

export function logLink(type: string, link: OpenLink): void {
  requestContext().log.push({
    type,
    action: 'U',
    objectType: 'USERS',
    objectId: link.userId,
    purpose: 'ADMINISTRATION',
  });
}
