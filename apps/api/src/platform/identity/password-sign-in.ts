import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { tokenHash } from '../config/secrets.ts';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import type { Membership } from './membership.ts';
import { PasswordHashing } from './password-hashing.ts';
import { SessionStore } from './session-store.ts';
import { SignInLog } from './sign-in-log.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { PasswordSignInAnswer, PasswordSignIn as PasswordSignInBody } from './sign-in.dto.ts';
import { Totp } from './totp.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
  /** Has a confirmed app or a passkey: the password alone enrols nothing any more. */
  readonly isEnrolled: boolean;
  readonly hasPasskey: boolean;
  /** Signs in through her organisation and has no factor here: the password alone enrols nothing. */
  readonly reliesOnProvider: boolean;
  readonly memberships: readonly Membership[];
}

/** The first factor. Text, status and time are the same whether or not the account exists. */
@Injectable()
export class PasswordSignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
    private readonly hashing: PasswordHashing,
    private readonly sessions: SessionStore,
    private readonly totp: Totp,
    private readonly log: SignInLog,
  ) {}

  async start(
    { email, password }: PasswordSignInBody,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PasswordSignInAnswer> {
    await this.throttle.begin(email, request.ip);
    const account = await callAuth<Account | null>(this.dataSource, 'find_account', email.trim().toLowerCase());
    const isRight = await this.hashing.matches(password, account?.passwordHash ?? null);
    if (!account?.passwordHash || !isRight) {
      if (account) this.log.noteFailed({ ...account, accountId: account.id }, request, 'PASSWORD');
      throw new DomainError('SIGN_IN_FAILED');
    }
    if (account.reliesOnProvider) throw new DomainError('USE_ORGANISATION');
    await this.strengthen(account.id, account.passwordHash, password);
    return this.startOneFactorSession(account, request, reply);
  }

  private async strengthen(accountId: string, stored: string, password: string): Promise<void> {
    if (!this.hashing.isOutdated(stored)) return;
    await callAuth(this.dataSource, 'replace_password', stored, await this.hashing.hash(password), accountId);
  }

  /** The session the browser had until now ends: its cookie is replaced. */
  private async startOneFactorSession(
    { id, email, isEnrolled, hasPasskey }: Account,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PasswordSignInAnswer> {
    const before = this.sessions.cookie.read(request);
    if (before) await callAuth(this.dataSource, 'end_session', tokenHash(before), false);
    const session = { accountId: id, practiceId: null, userId: null, secondFactor: false };
    const started = await this.sessions.start(reply, session, request.headers['user-agent'] ?? '');
    if (isEnrolled) return { state: 'SECOND_FACTOR_REQUIRED', ...(hasPasskey ? { passkey: true } : {}) };
    const { otpauthUri, secret, sealed } = this.totp.offer(id, email);
    await callAuth(this.dataSource, 'offer_totp', started.tokenHash, sealed);
    return { state: 'ENROL_SECOND_FACTOR', otpauthUri, secret };
  }
}
