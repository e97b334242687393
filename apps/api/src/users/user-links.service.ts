import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { randomToken, tokenHash } from '../platform/config/secrets.ts';
import { DomainError, type ProblemCode } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { SessionStore } from '../platform/identity/session-store.ts';
import { queryOne, requestContext } from '../platform/request/request-context.ts';
import { refuseOneself } from './own-acts.ts';
import { UserAlerts } from './user-alerts.ts';
import { logUser } from './user-log.ts';
import type { ReEnrolment, ReEnrolmentAnswer, UserLink } from './user.dto.ts';
import { Users } from './users.service.ts';

const VALID = '72 hours';

const PURPOSES: readonly string[] = ['INVITATION', 'PASSWORD'];
const OUTCOMES: readonly string[] = ['DONE', 'WAITS'];

/** What a manager may do to the account of a colleague; the database decides, by the session of who asks. */
@Injectable()
export class UserLinks {
  constructor(
    private readonly users: Users,
    private readonly sessions: SessionStore,
    private readonly alerts: UserAlerts,
  ) {}

  /** A one-time link, shown this once: to accept an invitation, or for another password. */
  async make(id: string, request: FastifyRequest): Promise<UserLink> {
    const row = await this.users.row(id);
    if (row.isMember) await refuseOneself(row);
    requireFreshSecondFactor();
    const token = randomToken();
    const asked = [this.sessions.tokenHashOf(request), id, tokenHash(token), VALID];
    const purpose = await callAuth<string>(requestContext().manager, 'offer_user_link', ...asked);
    if (!PURPOSES.includes(purpose)) refuse(purpose);
    logUser('MAKE_USER_LINK', 'C', id, { purpose });
    if (purpose === 'PASSWORD') await this.alerts.tell(id);
    const { expiresAt } = await queryOne<{ expiresAt: string }>(`SELECT ctx.utc(now() + $1::interval) AS "expiresAt"`, [
      VALID,
    ]);
    return { purpose, path: `/uitnodiging#${token}`, expiresAt };
  }

  /** Takes factors and passkeys of a colleague away and ends her sessions, after a check that it is she who asks. */
  async reEnrol(id: string, { identityCheck }: ReEnrolment, request: FastifyRequest): Promise<ReEnrolmentAnswer> {
    await refuseOneself(await this.users.row(id));
    requireFreshSecondFactor();
    const asked = [this.sessions.tokenHashOf(request), id];
    const state = await callAuth<string>(requestContext().manager, 're_enrol', ...asked);
    if (!OUTCOMES.includes(state)) refuse(state);
    logUser('RE_ENROL_USER', 'U', id, { identityCheck, state });
    await this.alerts.tell(id);
    return { state };
  }
}

const REFUSALS: readonly ProblemCode[] = [
  'ROLE',
  'NOT_FOUND',
  'NOT_ONESELF',
  'LINK_AFTER_RE_ENROL',
  'LINK_WITHOUT_FACTOR',
  'RE_ENROL_AFTER_LINK',
];

/** Throws the refusal of the database as ours; who is not there any more has no account to change. */
function refuse(answer: string): never {
  const refusal = REFUSALS.find((code) => code === answer) ?? 'INTERNAL';
  throw new DomainError(refusal === 'NOT_FOUND' ? 'WRONG_STATE' : refusal);
}
