import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import { MembershipChooser } from './membership-chooser.ts';
import { SecondFactor, sessionOf } from './second-factor.ts';
import { SessionStore } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import type { SessionView } from './session.dto.ts';
import { SignInLog } from './sign-in-log.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { SecondFactorAnswer } from './sign-in.dto.ts';

/** What follows the password: the second factor, and later a fresh one. */
@Injectable()
export class SignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionStore,
    private readonly views: SessionViews,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: SignInThrottle,
    private readonly memberships: MembershipChooser,
    private readonly log: SignInLog,
  ) {}

  view(request: FastifyRequest): SessionView {
    return this.views.of(sessionOf(request));
  }

  async confirm(code: string, request: FastifyRequest, reply: FastifyReply): Promise<SecondFactorAnswer> {
    const { email, secondFactorAt } = sessionOf(request);
    if (secondFactorAt) throw new DomainError('WRONG_STATE');
    const passed = await this.secondFactor.pass(code, 'SECOND_FACTOR', request, reply);
    await this.throttle.clear(email, request.ip);
    const codes = passed.recoveryCodes ? { recoveryCodes: passed.recoveryCodes } : {};
    if (!passed.session.userId)
      return { state: 'MEMBERSHIP_REQUIRED', memberships: this.memberships.viewsOf(passed.memberships), ...codes };
    await this.log.succeeded(this.sessions.requireUser(passed.session), request, 'SECOND_FACTOR');
    return { state: 'SIGNED_IN', ...this.views.of(passed.session), ...codes };
  }

  /** A fresh second factor. Made-up people of the demo have none and press a button. */
  async stepUp(code: string | undefined, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    this.sessions.requireUser(sessionOf(request));
    const pressed = this.config.demo ? await this.pressDemoButton(request, reply) : false;
    if (!pressed) await this.secondFactor.pass(code ?? '', 'STEP_UP', request, reply);
    await this.log.succeeded(this.sessions.requireUser(sessionOf(request)), request, 'STEP_UP');
    return this.view(request);
  }

  private async pressDemoButton(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const session = await this.sessions.renew(request, reply, (current, next) =>
      callAuth<boolean>(this.dataSource, 'pass_demo_step_up', current, next),
    );
    if (session) request.session = session;
    return session !== undefined;
  }
}
