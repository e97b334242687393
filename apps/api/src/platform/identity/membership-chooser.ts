import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import type { Membership } from './membership.ts';
import { sessionOf } from './second-factor.ts';
import { SessionStore } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import type { MembershipView, SessionView } from './session.dto.ts';
import { SignInLog } from './sign-in-log.ts';

/** A person with several roles or practices works in one at a time: rights are never added up. */
@Injectable()
export class MembershipChooser {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly views: SessionViews,
    private readonly log: SignInLog,
  ) {}

  async list(request: FastifyRequest): Promise<MembershipView[]> {
    requireSecondFactor(request);
    const hash = this.sessions.tokenHashOf(request);
    return this.viewsOf(await callAuth<Membership[]>(this.dataSource, 'session_memberships', hash));
  }

  async choose(membershipId: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    requireSecondFactor(request);
    const session = await this.sessions.renew(request, reply, (current, next) =>
      callAuth<boolean>(this.dataSource, 'choose_membership', current, next, membershipId),
    );
    if (!session) throw new DomainError('NOT_FOUND');
    await this.log.succeeded(this.sessions.requireUser(session), request, 'MEMBERSHIP');
    return this.views.of(session);
  }

  viewsOf(memberships: readonly Membership[]): MembershipView[] {
    return memberships.map(({ id, role, organisation, practiceId, practiceName }) => ({
      id,
      role,
      organisation,
      practice: { id: practiceId, name: practiceName },
    }));
  }
}

function requireSecondFactor(request: FastifyRequest): void {
  if (!sessionOf(request).secondFactorAt) throw new DomainError('SECOND_FACTOR_REQUIRED');
}
