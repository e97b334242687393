import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { judgeSigned, type PlacedPasskey } from './passkey-judge.ts';
import { type FoundPasskey, requestOptions } from './passkey-sign-in.ts';
import type { PasskeyRequestOptions, SignedPasskey } from './passkey.dto.ts';
import { RelyingParties } from './relying-party.ts';
import { SecondFactor, sessionOf } from './second-factor.ts';
import { SessionStore, type StoredSession } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import type { SessionView } from './session.dto.ts';
import { SignInLog } from './sign-in-log.ts';

/** A fresh second factor by one of the person's own passkeys; wrong tries count as wrong codes do. */
@Injectable()
export class PasskeyStepUp {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly challenges: PasskeyChallenges,
    private readonly sites: RelyingParties,
    private readonly sessions: SessionStore,
    private readonly secondFactor: SecondFactor,
    private readonly views: SessionViews,
    private readonly log: SignInLog,
  ) {}

  async offer(request: FastifyRequest): Promise<PasskeyRequestOptions> {
    this.sessions.requireUser(sessionOf(request));
    const own = await callAuth<PlacedPasskey[]>(this.dataSource, 'own_passkeys', this.sessions.tokenHashOf(request));
    return requestOptions(this.sites.of(request).id, await this.challenges.offerToStepUp(request), own);
  }

  async pass(signed: SignedPasskey, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    this.sessions.requireUser(sessionOf(request));
    const tried = await this.secondFactor.countTry(request, reply);
    const session = await this.renew(signed, request, reply);
    if (!session) {
      await this.secondFactor.noteWrong(tried, 'STEP_UP', request, reply);
      throw new DomainError('PASSKEY_REFUSED');
    }
    await this.log.succeeded(this.sessions.requireUser(session), request, 'STEP_UP');
    return this.views.of(session);
  }

  private async renew(
    signed: SignedPasskey,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StoredSession | undefined> {
    const passkey = await callAuth<FoundPasskey | null>(this.dataSource, 'find_passkey', signed.id);
    const challenge = await this.challenges.take(signed.response.clientDataJSON, 'STEP_UP', request);
    if (!passkey || challenge === undefined) return undefined;
    const counter = await judgeSigned(signed, passkey, challenge, this.sites.of(request));
    if (counter === undefined) return undefined;
    return this.sessions.renew(request, reply, (current, next) =>
      callAuth<boolean>(this.dataSource, 'pass_passkey', current, next, passkey.credentialId, passkey.counter, counter),
    );
  }
}
