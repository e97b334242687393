import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { invalidInput } from '../http/problem.ts';
import { requestContext } from '../request/request-context.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { callAuth } from './auth-functions.ts';
import { requireFreshSecondFactor } from './fresh-second-factor.ts';
import { PasswordHashing } from './password-hashing.ts';
import { refuseGuessable } from './password-rules.ts';
import type { Account } from './password-sign-in.ts';
import { SecondFactor, sessionOf } from './second-factor.ts';
import { SessionStore } from './session-store.ts';
import type { PasswordChange } from './sign-in.dto.ts';

/** Another password, by its owner; her other sessions end. */
@Injectable()
export class ChangePassword {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly hashing: PasswordHashing,
    private readonly secondFactor: SecondFactor,
    private readonly transactions: Transactions,
  ) {}

  async change(body: PasswordChange, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { email, accountName, practiceName } = sessionOf(request);
    requireFreshSecondFactor(sessionOf(request));
    refuseGuessable('/new', body.new, [email, accountName, practiceName ?? '']);
    const stored = await this.confirmCurrent(body.current, request, reply);
    const fresh = await this.hashing.hash(body.new);
    await this.store(stored, fresh, request);
  }

  /** Wrong passwords count as wrong codes do: a stolen session must not be a way to guess. */
  private async confirmCurrent(current: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const tried = await this.secondFactor.countTry(request, reply);
    const account = await callAuth<Account | null>(this.dataSource, 'find_account', tried.email);
    const stored = account?.passwordHash ?? null;
    if (stored !== null && (await this.hashing.matches(current, stored))) return stored;
    await this.secondFactor.noteWrong(tried, 'PASSWORD', request, reply);
    throw invalidInput({ pointer: '/current', code: 'PASSWORD_WRONG' });
  }

  private async store(stored: string, fresh: string, request: FastifyRequest): Promise<void> {
    const user = this.sessions.requireUser(sessionOf(request));
    await this.transactions.run(user, originOf(request), async () => {
      const { manager, log } = requestContext();
      await callAuth(manager, 'replace_password', stored, fresh, user.accountId);
      await callAuth(manager, 'end_other_sessions', this.sessions.tokenHashOf(request));
      log.push({
        type: 'CHANGE_PASSWORD',
        action: 'U',
        objectType: 'ACCOUNT',
        objectId: user.accountId,
        purpose: 'ADMINISTRATION',
      });
    });
  }
}
