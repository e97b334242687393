import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { MembershipChooser } from '../platform/identity/membership-chooser.ts';
import type { Membership } from '../platform/identity/membership.ts';
import { LIFETIME, ONE_FACTOR_LIFETIME, SessionStore } from '../platform/identity/session-store.ts';
import { SessionViews } from '../platform/identity/session-views.ts';
import { SignInLog } from '../platform/identity/sign-in-log.ts';
import { SignInThrottle } from '../platform/identity/sign-in-throttle.ts';
import { Totp } from '../platform/identity/totp.ts';
import type { OrganisationSignInAnswer, ReturnFromProvider } from './organisation-sign-in.dto.ts';
import { ProviderWays, type Return } from './provider-ways.ts';

interface StartedSignIn {
  readonly accountId: string;
  readonly email: string;
  readonly isEnrolled: boolean;
  readonly hasPasskey: boolean;
  readonly secondFactor: boolean;
  readonly memberships: readonly Membership[];
}

type FactorQuestion = Pick<OrganisationSignInAnswer, 'state' | 'passkey' | 'otpauthUri' | 'secret'>;

/** What follows for somebody who comes back from the identity provider of her organisation. */
@Injectable()
export class OrganisationSignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly ways: ProviderWays,
    private readonly sessions: SessionStore,
    private readonly views: SessionViews,
    private readonly memberships: MembershipChooser,
    private readonly throttle: SignInThrottle,
    private readonly totp: Totp,
    private readonly log: SignInLog,
  ) {}

  /** Starts the session, or makes its second factor fresh. */
  async finish(
    body: ReturnFromProvider,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<OrganisationSignInAnswer> {
    const back = await this.ways.comeBack(body, request, reply);
    return back.purpose === 'STEP_UP' ? this.stepUp(back, request, reply) : this.start(back, request, reply);
  }

  private async start(back: Return, request: FastifyRequest, reply: FastifyReply): Promise<OrganisationSignInAnswer> {
    const { issuer, person, email } = back;
    const device = (request.headers['user-agent'] ?? '').slice(0, 200);
    const started = await this.sessions.startBy(request, reply, (id, hash) => {
      const parameters = [back.stateHash, back.browserHash, issuer, person.subject, email, person.secondFactorAt];
      const session = [id, hash, ONE_FACTOR_LIFETIME, LIFETIME, device];
      return callAuth<StartedSignIn | null>(this.dataSource, 'finish_provider_sign_in', ...parameters, ...session);
    });
    if (!started) throw this.ways.refused(request, 'PERSON');
    const { made, session, tokenHash } = started;
    const elsewhere = back.purpose === 'UNLOCK';
    if (!made.secondFactor) return { elsewhere, ...(await this.askFactor(made, tokenHash, reply)) };
    await this.throttle.clear(made.email, request.ip);
    if (!session.userId)
      return { state: 'MEMBERSHIP_REQUIRED', elsewhere, memberships: this.memberships.viewsOf(made.memberships) };
    await this.log.succeeded(this.sessions.requireUser(session), request, 'ORGANISATION');
    return { state: 'SIGNED_IN', elsewhere, ...this.views.of(session) };
  }

  /** The factor one has; or a first one, of an account that opens nothing outside this organisation. */
  private async askFactor(made: StartedSignIn, tokenHash: Buffer, reply: FastifyReply): Promise<FactorQuestion> {
    if (made.isEnrolled) return { state: 'SECOND_FACTOR_REQUIRED', ...(made.hasPasskey ? { passkey: true } : {}) };
    const { otpauthUri, secret, sealed } = this.totp.offer(made.accountId, made.email);
    const isOffered = await callAuth<boolean>(this.dataSource, 'offer_totp', tokenHash, sealed);
    if (!isOffered) {
      await callAuth(this.dataSource, 'end_session', tokenHash, false);
      this.sessions.cookie.clear(reply);
      throw new DomainError('VIA_ORGANISATION');
    }
    return { state: 'ENROL_SECOND_FACTOR', otpauthUri, secret };
  }

  private async stepUp(back: Return, request: FastifyRequest, reply: FastifyReply): Promise<OrganisationSignInAnswer> {
    const { issuer, person, stateHash, browserHash } = back;
    const session = await this.sessions.renew(request, reply, (current, next) => {
      const parameters = [stateHash, browserHash, current, next, issuer, person.subject, person.secondFactorAt];
      return callAuth<boolean>(this.dataSource, 'pass_provider_step_up', ...parameters);
    });
    if (!session) throw this.ways.refused(request, 'STEP_UP');
    await this.log.succeeded(this.sessions.requireUser(session), request, 'STEP_UP');
    return { state: 'SIGNED_IN', elsewhere: true, ...this.views.of(session) };
  }
}
