import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { readAccessCode } from '@samenoud/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { AccessLogEntry } from '../platform/access-log/access-log-entry.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { tokenHash } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { accessCodeHash } from '../platform/identity/access-code.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { RespondentStore } from '../platform/identity/respondent-store.ts';
import type { UserSession } from '../platform/identity/session.ts';
import { originOf } from '../platform/request/request-origin.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { AccessThrottle } from './access-throttle.ts';
import { type BehindCode, lookBehindCode } from './behind-code.ts';
import { type GivenCode, OpenForm } from './open-form.service.ts';
import type { AccessRequest, PublicQuestionnaire } from './public-questionnaire.dto.ts';
import { respondentOf } from './respondent.ts';

interface FoundCode {
  readonly practiceId: string;
  readonly invitationId: string;
  readonly ended: boolean;
}

/** Stands in for a code that does not exist, so that looking behind it takes the same steps. */
const noCode = (): FoundCode => ({ practiceId: newId(), invitationId: newId(), ended: false });
const NOWHERE = { practiceName: '', organisationId: '', organisationName: '' } as const;

/** The way in: the access code of a letter and the birth date of whom it was sent to. */
@Injectable()
export class GrantAccess implements OnModuleDestroy {
  private readonly logger = new Logger('online questionnaire');
  private readonly pending = new Set<Promise<void>>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly respondents: RespondentStore,
    private readonly throttle: AccessThrottle,
    private readonly transactions: Transactions,
    private readonly forms: OpenForm,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pending);
  }

  /** @throws DomainError ACCESS_CODE_WRONG, the same for a wrong code and a wrong birth date; or why nothing is left to answer. */
  async open(body: AccessRequest, request: FastifyRequest, reply: FastifyReply): Promise<PublicQuestionnaire> {
    const code = readAccessCode(body.code) ?? body.code;
    await this.throttle.begin(code, request.ip);
    const codeHash = accessCodeHash(this.config.key, code);
    const found = await callAuth<FoundCode | null>(this.dataSource, 'find_access_code', codeHash);
    const behind = await this.look(found ?? noCode(), request);
    const isRight = behind !== undefined && behind.birthDate === body.birthDate;
    await this.throttle.end(code, request.ip, isRight);
    if (!found || !isRight) {
      if (found && behind) this.noteFailed(personOf(found, behind), request);
      throw new DomainError('ACCESS_CODE_WRONG');
    }
    const given = { codeHash, hasEnded: found.ended };
    try {
      return await this.enter(personOf(found, behind), given, request, reply);
    } catch (error) {
      const now = isBegunMeanwhile(error) ? await this.look(found, request) : undefined;
      if (!now) throw error;
      return this.enter(personOf(found, now), given, request, reply);
    }
  }

  private look({ practiceId, invitationId }: FoundCode, request: FastifyRequest): Promise<BehindCode | undefined> {
    const nobody = { responseId: newId(), clientId: newId(), invitationId };
    const visitor = respondentOf({ practiceId, ...NOWHERE }, nobody);
    return this.transactions.run(visitor, originOf(request), () => lookBehindCode(invitationId));
  }

  /** The session this browser had until now, for whichever form, ends: its cookie is replaced. */
  private async enter(
    person: UserSession,
    given: GivenCode,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PublicQuestionnaire> {
    const before = this.respondents.cookie.read(request);
    if (before) await callAuth(this.dataSource, 'end_respondent', tokenHash(before));
    return this.transactions.run(
      person,
      originOf(request),
      () => this.forms.open(given, reply),
      (error) => (error instanceof DomainError ? refusal(person, error.code) : undefined),
    );
  }

  /** Beside the answer instead of before it: time must not tell whether the code exists. */
  private noteFailed(person: UserSession, request: FastifyRequest): void {
    const writing = this.transactions
      .refuse(person, originOf(request), { ...refusal(person, 'BIRTH_DATE'), outcome: 'DENIED' })
      .catch(() => this.logger.error(`${request.id} a wrong birth date could not be logged`))
      .finally(() => this.pending.delete(writing));
    this.pending.add(writing);
  }
}

/** Another device began the form since the code was looked up. */
const isBegunMeanwhile = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'RESPONSE_IN_PROGRESS';

function personOf({ practiceId, invitationId }: FoundCode, { place, clientId, ownFormId }: BehindCode): UserSession {
  return respondentOf({ ...place, practiceId }, { responseId: ownFormId ?? newId(), clientId, invitationId });
}

function refusal({ form }: UserSession, code: string): AccessLogEntry {
  return {
    type: 'ONLINE_ACCESS',
    action: 'E',
    outcome: 'REFUSED',
    objectType: 'SCREENING',
    rule: 'HEALTH_ANSWERS.CREATE.RESPONDENT',
    relation: 'FORM',
    query: { code },
    ...(form ? { clientId: form.clientId } : {}),
  };
}
