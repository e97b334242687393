import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isRole } from '@samenoud/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { randomToken, tokenHash } from '../config/secrets.ts';
import { DomainError } from '../http/problem.ts';
import { newId } from '../http/uuid.ts';
import { callAuth } from './auth-functions.ts';
import { SessionCookie } from './session-cookie.ts';
import type { UserSession } from './session.ts';

export const IDLE_LIMIT = '15 minutes';
export const LIFETIME = '12 hours';

/** Enough to find a phone; after it the password again. */
export const ONE_FACTOR_LIFETIME = '15 minutes';

/** Set by the web app on requests that no key or click caused. */
export const BACKGROUND_HEADER = 'samenoud-background';

/** A session as stored: possibly still without second factor or membership. */
export interface StoredSession {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly accountName: string;
  readonly totpConfirmed: boolean;
  /** Began at the identity provider of an organisation: holds memberships of that organisation only. */
  readonly viaProvider: boolean;
  /** The second factor was given there too. */
  readonly providerFactor: boolean;
  readonly secondFactorAt: string | null;
  readonly expiresAt: string;
  readonly practiceId: string | null;
  readonly practiceName: string | null;
  readonly userId: string | null;
  readonly displayName: string | null;
  readonly role: string | null;
  readonly bigNumber: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly organisationKind: string | null;
}

export interface NewSession {
  readonly accountId: string;
  readonly practiceId: string | null;
  readonly userId: string | null;
  readonly secondFactor: boolean;
}

interface StartedSession {
  readonly session: StoredSession;
  readonly tokenHash: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    session?: StoredSession;
    /** Who is at work, once the guard has let her in. */
    user?: UserSession;
  }
}

/** Sessions live in the database and are looked up per request: ending one works at once, everywhere. */
@Injectable()
export class SessionStore {
  readonly cookie: SessionCookie;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = new SessionCookie(config.publicUrl?.startsWith('https:') ?? config.production);
  }

  /**
   * The session of a request. Throws UNAUTHENTICATED without one that may still be used. `background`: the request is no
   * input, whatever it says itself.
   */
  async use(request: FastifyRequest, background = false): Promise<StoredSession> {
    const token = this.cookie.read(request);
    if (!token) throw new DomainError('UNAUTHENTICATED');
    return this.find(token, !background && request.headers[BACKGROUND_HEADER] === undefined);
  }

  /** Hash of the cookie's token, which is what the functions of schema `auth` ask for. */
  tokenHashOf(request: FastifyRequest): Buffer {
    const token = this.cookie.read(request);
    if (!token) throw new DomainError('UNAUTHENTICATED');
    return tokenHash(token);
  }

  private async find(token: string, isInput: boolean): Promise<StoredSession> {
    const session = await callAuth<StoredSession | null>(
      this.dataSource,
      'use_session',
      tokenHash(token),
      IDLE_LIMIT,
      isInput,
    );
    if (!session) throw new DomainError('UNAUTHENTICATED');
    return session;
  }

  /** Starts a session with a token of its own and hands it out as a cookie. */
  async start(reply: FastifyReply, session: NewSession, device: string): Promise<StartedSession> {
    const token = randomToken();
    await callAuth(
      this.dataSource,
      'start_session',
      newId(),
      tokenHash(token),
      session.accountId,
      session.practiceId,
      session.userId,
      session.secondFactor,
      session.secondFactor ? LIFETIME : ONE_FACTOR_LIFETIME,
      device.slice(0, 200),
    );
    this.cookie.write(reply, token);
    return { session: await this.find(token, true), tokenHash: tokenHash(token) };
  }

  /** Gives the session a new token while `change` happens to it; undefined when the change was refused. */
  async renew(
    request: FastifyRequest,
    reply: FastifyReply,
    change: (current: Buffer, next: Buffer) => Promise<boolean>,
  ): Promise<StoredSession | undefined> {
    const token = randomToken();
    if (!(await change(this.tokenHashOf(request), tokenHash(token)))) return undefined;
    this.cookie.write(reply, token);
    return this.find(token, true);
  }

  /** The same for a session that `start` makes in the database by itself; undefined when it made none. */
  async startBy<Made>(
    request: FastifyRequest,
    reply: FastifyReply,
    start: (id: string, hash: Buffer) => Promise<Made | null>,
  ): Promise<{ made: Made; session: StoredSession; tokenHash: Buffer } | undefined> {
    const before = this.cookie.read(request);
    const token = randomToken();
    const made = await start(newId(), tokenHash(token));
    if (made === null) return undefined;
    if (before) await callAuth(this.dataSource, 'end_session', tokenHash(before), false);
    this.cookie.write(reply, token);
    return { made, session: await this.find(token, true), tokenHash: tokenHash(token) };
  }

  /** Ends the session of a request, or all sessions of its person. */
  async end(request: FastifyRequest, reply: FastifyReply, everywhere = false): Promise<void> {
    const token = this.cookie.read(request);
    if (token) await callAuth(this.dataSource, 'end_session', tokenHash(token), everywhere);
    this.cookie.clear(reply);
  }

  /** The person at work. Throws while the second factor or the choice of a membership is missing. */
  requireUser(session: StoredSession): UserSession {
    if (!session.secondFactorAt) throw new DomainError('SECOND_FACTOR_REQUIRED');
    const { practiceId, practiceName, userId, displayName, role, organisationId, organisationName, organisationKind } =
      session;
    if (!practiceId || !practiceName || !userId || !displayName || !isRole(role))
      throw new DomainError('MEMBERSHIP_REQUIRED');
    if (!organisationId || !organisationName || !organisationKind) throw new DomainError('MEMBERSHIP_REQUIRED');
    return {
      sessionId: session.id,
      accountId: session.accountId,
      practiceId,
      practiceName,
      userId,
      displayName,
      role,
      bigNumber: session.bigNumber,
      organisationId,
      organisationName,
      organisationKind,
      secondFactorAt: session.secondFactorAt,
      expiresAt: session.expiresAt,
    };
  }
}
