import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/problem.ts';
import { isUuid } from '../http/uuid.ts';
import { requestContext } from '../request/request-context.ts';
import { callAuth } from './auth-functions.ts';
import { requireFreshSecondFactor } from './fresh-second-factor.ts';
import { RecoveryCodeMaker } from './recovery-codes.ts';
import { requireOwnSignIn } from './own-sign-in.ts';
import { IDLE_LIMIT, SessionStore } from './session-store.ts';
import type { OwnSession } from './session.dto.ts';

/** A person's own sessions and recovery codes. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly sessions: SessionStore,
    private readonly codes: RecoveryCodeMaker,
  ) {}

  listSessions(request: FastifyRequest): Promise<OwnSession[]> {
    const { manager } = requestContext();
    return callAuth<OwnSession[]>(manager, 'own_sessions', this.sessions.tokenHashOf(request), IDLE_LIMIT);
  }

  async endSession(id: string, request: FastifyRequest): Promise<void> {
    const { manager, log } = requestContext();
    const hash = this.sessions.tokenHashOf(request);
    if (!isUuid(id) || !(await callAuth<boolean>(manager, 'end_own_session', hash, id)))
      throw new DomainError('NOT_FOUND');
    log.push({
      type: 'END_SESSION',
      action: 'D',
      objectType: 'SESSION',
      objectId: id,
      purpose: 'ADMINISTRATION',
    });
  }

  async renewRecoveryCodes(request: FastifyRequest): Promise<string[]> {
    requireOwnSignIn(request);
    requireFreshSecondFactor();
    const { manager, log, user } = requestContext();
    const { shown, hashes } = this.codes.make(user.accountId);
    await callAuth(manager, 'replace_recovery_codes', this.sessions.tokenHashOf(request), hashes);
    log.push({
      type: 'NEW_RECOVERY_CODES',
      action: 'U',
      objectType: 'ACCOUNT',
      objectId: user.accountId,
      purpose: 'ADMINISTRATION',
    });
    return shown;
  }
}
