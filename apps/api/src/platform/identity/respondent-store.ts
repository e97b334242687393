import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { text } from '@samenoud/texts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { randomToken, tokenHash } from '../config/secrets.ts';
import { DomainError } from '../http/problem.ts';
import { newId } from '../http/uuid.ts';
import { callAuth } from './auth-functions.ts';
import { SessionCookie } from './session-cookie.ts';
import { BACKGROUND_HEADER } from './session-store.ts';
import type { UserSession } from './session.ts';

/** After so long without input, and after so long in all, the code is asked again. */
export const RESPONDENT_IDLE_MINUTES = 60;
export const RESPONDENT_HOURS = 12;
const IDLE_LIMIT = `${RESPONDENT_IDLE_MINUTES} minutes`;
const LIFETIME = `${RESPONDENT_HOURS} hours`;

interface StoredRespondent {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceName: string;
  readonly invitationId: string;
  readonly responseId: string;
  readonly clientId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly expiresAt: string;
}

/** Which form a session of someone who answers online is for. */
export interface RespondentForm {
  readonly codeHash: Buffer;
  readonly responseId: string;
  readonly clientId: string;
}

/** Sessions of those who answer one questionnaire online: no account, a cookie of their own, one form. */
@Injectable()
export class RespondentStore {
  readonly cookie: SessionCookie;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = new SessionCookie(config.publicUrl?.startsWith('https:') ?? config.production, 'vragenlijst');
  }

  /** The respondent of a request. Throws UNAUTHENTICATED without a session that may still be used. */
  async use(request: FastifyRequest): Promise<UserSession> {
    const user = await this.find(request);
    if (!user) throw new DomainError('UNAUTHENTICATED');
    return user;
  }

  async find(request: FastifyRequest): Promise<UserSession | undefined> {
    const token = this.cookie.read(request);
    if (!token) return undefined;
    const isInput = request.headers[BACKGROUND_HEADER] === undefined;
    const stored = await callAuth<StoredRespondent | null>(
      this.dataSource,
      'use_respondent',
      tokenHash(token),
      IDLE_LIMIT,
      isInput,
    );
    return stored ? sessionOf(stored) : undefined;
  }

  /** Starts a session for one form. `database` is the transaction at hand, or the pool outside one. */
  async start(reply: FastifyReply, form: RespondentForm, database: Pick<DataSource, 'query'>): Promise<void> {
    const token = randomToken();
    await callAuth(
      database,
      'start_respondent',
      form.codeHash,
      newId(),
      tokenHash(token),
      form.responseId,
      form.clientId,
      LIFETIME,
    );
    this.cookie.write(reply, token);
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token) await callAuth(this.dataSource, 'end_respondent', tokenHash(token));
    this.cookie.clear(reply);
  }
}

/** The client's name stands nowhere in it: neither page nor log needs more than the form. */
function sessionOf(stored: StoredRespondent): UserSession {
  const { id, practiceId, practiceName, organisationId, organisationName, expiresAt } = stored;
  return {
    sessionId: id,
    accountId: stored.responseId,
    practiceId,
    practiceName,
    userId: stored.responseId,
    displayName: text('session.respondent'),
    role: 'RESPONDENT',
    bigNumber: null,
    organisationId,
    organisationName,
    organisationKind: 'PRACTICE',
    secondFactorAt: null,
    expiresAt,
    form: { responseId: stored.responseId, clientId: stored.clientId, invitationId: stored.invitationId },
  };
}
