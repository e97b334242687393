import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { tokenHash } from '../config/secrets.ts';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import { MembershipChooser } from './membership-chooser.ts';
import type { Membership } from './membership.ts';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.ts';
import { descriptorOf, judgeSigned, type PlacedPasskey, type StoredPasskey } from './passkey-judge.ts';
import type { PasskeyRequestOptions, SignedPasskey } from './passkey.dto.ts';
import { RelyingParties } from './relying-party.ts';
import { SessionStore } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import { SignInLog } from './sign-in-log.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { SecondFactorAnswer } from './sign-in.dto.ts';

export interface FoundPasskey extends StoredPasskey {
  readonly memberships: readonly Membership[];
}

/** Signing in with a passkey alone: the authenticator verified the person, so it counts as both factors. */
@Injectable()
export class PasskeySignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly challenges: PasskeyChallenges,
    private readonly sites: RelyingParties,
    private readonly sessions: SessionStore,
    private readonly views: SessionViews,
    private readonly memberships: MembershipChooser,
    private readonly throttle: SignInThrottle,
    private readonly log: SignInLog,
  ) {}

  /** The same for everybody: it names no credentials, and so tells nothing of accounts. */
  async offer(request: FastifyRequest): Promise<PasskeyRequestOptions> {
    return requestOptions(this.sites.of(request).id, await this.challenges.offerToSignIn());
  }

  async start(signed: SignedPasskey, request: FastifyRequest, reply: FastifyReply): Promise<SecondFactorAnswer> {
    await this.throttle.begin(`passkey ${signed.id}`, request.ip);
    const passkey = await callAuth<FoundPasskey | null>(this.dataSource, 'find_passkey', signed.id);
    const isRight = await this.accept(signed, passkey, request);
    if (!passkey || !isRight) {
      if (passkey) this.log.noteFailed(passkey, request, 'PASSKEY');
      throw new DomainError('PASSKEY_REFUSED');
    }
    await this.throttle.clear(`passkey ${signed.id}`, request.ip);
    return this.startSession(passkey, request, reply);
  }

  private async accept(signed: SignedPasskey, passkey: FoundPasskey | null, request: FastifyRequest): Promise<boolean> {
    const challenge = await this.challenges.take(signed.response.clientDataJSON, 'SIGN_IN', request);
    if (!passkey || challenge === undefined) return false;
    const counter = await judgeSigned(signed, passkey, challenge, this.sites.of(request));
    if (counter === undefined) return false;
    return callAuth<boolean>(this.dataSource, 'use_passkey', passkey.credentialId, passkey.counter, counter);
  }

  /** The session the browser had until now ends: its cookie is replaced. An only membership is chosen by itself. */
  private async startSession(
    { accountId, memberships }: FoundPasskey,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SecondFactorAnswer> {
    const before = this.sessions.cookie.read(request);
    if (before) await callAuth(this.dataSource, 'end_session', tokenHash(before), false);
    const only = memberships.length === 1 ? memberships[0] : undefined;
    const { session } = await this.sessions.start(
      reply,
      { accountId, practiceId: only?.practiceId ?? null, userId: only?.id ?? null, secondFactor: true },
      request.headers['user-agent'] ?? '',
    );
    if (!only) return { state: 'MEMBERSHIP_REQUIRED', memberships: this.memberships.viewsOf(memberships) };
    await this.log.succeeded(this.sessions.requireUser(session), request, 'PASSKEY');
    return { state: 'SIGNED_IN', ...this.views.of(session) };
  }
}

/** What a browser is asked to sign. */
export function requestOptions(
  rpId: string,
  challenge: string,
  known: readonly PlacedPasskey[] = [],
): PasskeyRequestOptions {
  const allowCredentials = known.map(descriptorOf);
  return { rpId, challenge, timeout: CHALLENGE_MS, userVerification: 'required', allowCredentials };
}
