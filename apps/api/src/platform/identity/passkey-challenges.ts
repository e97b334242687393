import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { randomToken, tokenHash } from '../config/secrets.ts';
import { requestContext } from '../request/request-context.ts';
import { callAuth } from './auth-functions.ts';
import { SessionStore } from './session-store.ts';

/** As long as the browser is told to wait. */
export const CHALLENGE_MS = 5 * 60_000;
const VALID = '5 minutes';

/** What a passkey signs: random, for one act of one session, good once. Signing in has no session yet. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
  ) {}

  async offerToAdd(request: FastifyRequest): Promise<string> {
    const challenge = randomToken();
    const session = this.sessions.tokenHashOf(request);
    await callAuth(requestContext().manager, 'offer_challenge', tokenHash(challenge), 'ADD', session, VALID);
    return challenge;
  }

  async offerToSignIn(): Promise<string> {
    const challenge = randomToken();
    await callAuth(this.dataSource, 'offer_challenge', tokenHash(challenge), 'SIGN_IN', null, VALID);
    return challenge;
  }

  async offerToStepUp(request: FastifyRequest): Promise<string> {
    const challenge = randomToken();
    const session = this.sessions.tokenHashOf(request);
    await callAuth(this.dataSource, 'offer_challenge', tokenHash(challenge), 'STEP_UP', session, VALID);
    return challenge;
  }

  /**
   * The challenge that was signed, when it was ours, for this act and session, and nobody took it before. Outside any
   * transaction: it stays taken, whatever comes of the answer.
   */
  async take(
    clientData: string,
    purpose: 'ADD' | 'SIGN_IN' | 'STEP_UP',
    request: FastifyRequest,
  ): Promise<string | undefined> {
    const challenge = challengeIn(clientData);
    if (challenge === undefined) return undefined;
    const session = purpose === 'SIGN_IN' ? null : this.sessions.tokenHashOf(request);
    const taken = await callAuth<boolean>(this.dataSource, 'take_challenge', tokenHash(challenge), purpose, session);
    return taken ? challenge : undefined;
  }
}

function challengeIn(clientData: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString());
    if (typeof read !== 'object' || read === null || !('challenge' in read)) return undefined;
    return typeof read.challenge === 'string' ? read.challenge : undefined;
  } catch {
    return undefined;
  }
}
