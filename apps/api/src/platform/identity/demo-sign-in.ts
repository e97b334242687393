import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import { SessionStore } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import type { SessionView } from './session.dto.ts';
import { SignInLog } from './sign-in-log.ts';
import type { DemoSignIn as DemoSignInBody } from './sign-in.dto.ts';

interface DemoPerson {
  readonly accountId: string;
  readonly practiceId: string;
  readonly userId: string;
}

/** Three locks: production refuses the setting, without it there is no route, and the database must carry the mark. */
@Injectable()
export class DemoSignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly views: SessionViews,
    private readonly log: SignInLog,
  ) {}

  async start(
    { role, practice = 'noord' }: DemoSignInBody,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionView> {
    const person = await callAuth<DemoPerson | null>(this.dataSource, 'demo_membership', practice, role);
    if (!person) throw new DomainError('NOT_FOUND');
    const device = request.headers['user-agent'] ?? '';
    const { session } = await this.sessions.start(reply, { ...person, secondFactor: true }, device);
    await this.log.succeeded(this.sessions.requireUser(session), request, 'DEMO');
    return this.views.of(session);
  }
}
