import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { DomainError } from '../http/problem.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { requestContext } from '../request/request-context.ts';
import { SessionStore } from './session-store.ts';
import type { DemoSignIn, SessionView } from './sign-in.dto.ts';

interface DemoPerson {
  readonly accountId: string;
  readonly practiceId: string;
  readonly userId: string;
}

@Injectable()
export class SignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionStore,
    private readonly transactions: Transactions,
  ) {}

  view(request: FastifyRequest): SessionView {
    if (!request.session) throw new DomainError('UNAUTHENTICATED');
    const user = this.sessions.requireUser(request.session);
    return {
      user: { id: user.userId, displayName: user.displayName, role: user.role, organisation: user.organisationName },
      practice: { id: user.practiceId, name: user.practiceName },
      expiresAt: user.expiresAt,
      secondFactorAt: user.secondFactorAt,
    };
  }

  /** Three locks: production refuses the setting, the setting makes this work, and the database must carry the mark. */
  async asDemoPerson(
    { role, practice = 'noord' }: DemoSignIn,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionView> {
    if (!this.config.demo) throw new DomainError('NOT_FOUND');
    const rows: { person: DemoPerson | null }[] = await this.dataSource.query(
      'SELECT auth.demo_membership($1, $2) AS person',
      [practice, role],
    );
    const person = rows[0]?.person;
    if (!person) throw new DomainError('NOT_FOUND');
    const device = request.headers['user-agent'] ?? '';
    request.session = await this.sessions.start(reply, { ...person, secondFactor: true }, device);
    return this.signedIn(request);
  }

  async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<void> {
    await this.sessions.end(request, reply, everywhere);
  }

  /** Notes the sign-in in the practice's log and answers with the new session. */
  private async signedIn(request: FastifyRequest): Promise<SessionView> {
    if (!request.session) throw new DomainError('UNAUTHENTICATED');
    const user = this.sessions.requireUser(request.session);
    await this.transactions.run(user, originOf(request), () => {
      requestContext().log.push({
        type: 'SIGN_IN',
        action: 'E',
        objectType: 'SESSION',
        objectId: user.sessionId,
        purpose: 'ADMINISTRATION',
      });
      return Promise.resolve();
    });
    return this.view(request);
  }
}
