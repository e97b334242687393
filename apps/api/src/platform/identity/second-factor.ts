import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../http/problem.ts';
import { callAuth } from './auth-functions.ts';
import type { Membership } from './membership.ts';
import { RecoveryCodeMaker } from './recovery-codes.ts';
import { LIFETIME, SessionStore, type StoredSession } from './session-store.ts';
import { SignInLog } from './sign-in-log.ts';
import { Totp } from './totp.ts';

/** Wrong codes a session may give; after these the password again. */
const MOST_TRIES = 10;

interface Try {
  readonly attempts: number;
  /** Base 64. */
  readonly sealedSecret: string | null;
  /** Has a confirmed app or a passkey. */
  readonly isEnrolled: boolean;
  readonly email: string;
  readonly memberships: readonly Membership[];
}

interface PassedFactor {
  readonly session: StoredSession;
  readonly memberships: readonly Membership[];
  /** Made at the first confirmation. */
  readonly recoveryCodes: string[] | undefined;
}

type Step = 'SECOND_FACTOR' | 'STEP_UP';

/** Judges a code of the app or a recovery code, each of which counts once, and gives the session a new token. */
@Injectable()
export class SecondFactor {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly totp: Totp,
    private readonly codes: RecoveryCodeMaker,
    private readonly log: SignInLog,
  ) {}

  async pass(code: string, step: Step, request: FastifyRequest, reply: FastifyReply): Promise<PassedFactor> {
    const { accountId } = sessionOf(request);
    const tried = await this.countTry(request, reply);
    const typed = code.replace(/\s/g, '');
    const totpStep = /^\d{6}$/.test(typed) ? this.stepOf(typed, tried, accountId) : undefined;
    const fresh = tried.isEnrolled ? undefined : this.codes.make(accountId);
    const session = await this.sessions.renew(request, reply, (current, next) => {
      const codeHash = totpStep === undefined ? this.codes.hashOf(typed, accountId) : null;
      const parameters = [current, next, totpStep ?? null, codeHash, fresh?.hashes ?? [], LIFETIME];
      return callAuth<boolean>(this.dataSource, 'pass_factor', ...parameters);
    });
    if (!session) {
      await this.noteWrong(tried, step, request, reply);
      throw new DomainError('CODE_WRONG');
    }
    request.session = session;
    return { session, memberships: tried.memberships, recoveryCodes: fresh?.shown };
  }

  /** Counts a try before it is judged. Throws when the session has no more. */
  async countTry(request: FastifyRequest, reply: FastifyReply): Promise<Try> {
    const hash = this.sessions.tokenHashOf(request);
    const tried = await callAuth<Try | null>(this.dataSource, 'begin_factor', hash, MOST_TRIES);
    return tried ?? this.signOut(request, reply);
  }

  /** Logs a wrong try. Throws after the last one, which ends the session. */
  async noteWrong(tried: Try, step: Step | 'PASSWORD', request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { accountId } = sessionOf(request);
    await this.log.failed({ accountId, memberships: tried.memberships }, request, step);
    if (tried.attempts >= MOST_TRIES) await this.signOut(request, reply);
  }

  private stepOf(code: string, { sealedSecret }: Try, accountId: string): number | undefined {
    return sealedSecret === null ? undefined : this.totp.stepOf(code, Buffer.from(sealedSecret, 'base64'), accountId);
  }

  private async signOut(request: FastifyRequest, reply: FastifyReply): Promise<never> {
    await this.sessions.end(request, reply);
    throw new DomainError('TOO_MANY_WRONG_CODES');
  }
}

/** The session the guard found. */
export function sessionOf(request: FastifyRequest): StoredSession {
  if (!request.session) throw new DomainError('UNAUTHENTICATED');
  return request.session;
}
