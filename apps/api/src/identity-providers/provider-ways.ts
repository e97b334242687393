import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { domainOfEmail, readAccessCode } from '@samenoud/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { tokenHash } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { sessionOf } from '../platform/identity/second-factor.ts';
import { SessionStore } from '../platform/identity/session-store.ts';
import { SignInThrottle } from '../platform/identity/sign-in-throttle.ts';
import { FlowCookie, type FlowWay } from './flow-cookie.ts';
import type { OrganisationSignIn, ProviderAddress, ReturnFromProvider } from './organisation-sign-in.dto.ts';
import { type ProviderAccess, ProviderClient, type ProvenPerson } from './provider-client.ts';
import { ProviderSecrets } from './provider-secrets.ts';

/** The page of the web app that a provider sends the browser back to. */
const RETURN_PATH = '/via-organisatie';

interface FoundProvider {
  readonly practiceId: string;
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: string;
  readonly emailDomains: readonly string[];
}

/** Somebody who came back, with what the provider said of her. */
export interface Return {
  readonly purpose: 'SIGN_IN' | 'UNLOCK' | 'STEP_UP';
  readonly issuer: string;
  readonly person: ProvenPerson;
  /** Where the practice named domains, an address elsewhere proves nothing. */
  readonly email: string | null;
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
}

type Flow = Pick<Return, 'purpose'> & { readonly provider: FoundProvider };

/** The ways to identity providers and back. Whatever goes wrong has one text, and says nothing of accounts. */
@Injectable()
export class ProviderWays {
  private readonly logger = new Logger('organisation-sign-in');
  private readonly client: ProviderClient;
  private readonly cookie: FlowCookie;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly secrets: ProviderSecrets,
    private readonly sessions: SessionStore,
    private readonly throttle: SignInThrottle,
  ) {
    this.client = new ProviderClient(config.production);
    this.cookie = new FlowCookie(config.publicUrl?.startsWith('https:') ?? config.production, config.key);
  }

  /** The way there, by code or by the domain of an address; whether somebody has an account is not looked at. */
  async begin(body: OrganisationSignIn, request: FastifyRequest, reply: FastifyReply): Promise<ProviderAddress> {
    const way = this.cookie.write(reply);
    const found = await callAuth<{ waitSeconds?: number; provider?: FoundProvider }>(
      this.dataSource,
      'begin_provider_flow',
      tokenHash(way.secrets.state),
      way.browserHash,
      body.elsewhere === true ? 'UNLOCK' : 'SIGN_IN',
      body.name.includes('@') ? null : readAccessCode(body.name),
      domainOfEmail(body.name),
      this.throttle.addressKey(request.ip),
    );
    if (found.waitSeconds !== undefined)
      throw new DomainError('TOO_MANY_REQUESTS', { extra: { retryAfter: found.waitSeconds } });
    return { href: found.provider ? await this.addressOf(found.provider, way, request, false) : RETURN_PATH };
  }

  /** The way there once more, for a fresh second factor. */
  async beginStepUp(request: FastifyRequest, reply: FastifyReply): Promise<ProviderAddress> {
    this.sessions.requireUser(sessionOf(request));
    const way = this.cookie.write(reply);
    const provider = await callAuth<FoundProvider | null>(
      this.dataSource,
      'begin_provider_step_up',
      tokenHash(way.secrets.state),
      way.browserHash,
      this.sessions.tokenHashOf(request),
    );
    if (!provider) throw new DomainError('WRONG_STATE');
    return { href: await this.addressOf(provider, way, request, true) };
  }

  /** The way back: once, in the browser that went, and with a token that is right in every respect. */
  async comeBack(body: ReturnFromProvider, request: FastifyRequest, reply: FastifyReply): Promise<Return> {
    const way = this.cookie.take(request, reply);
    const flow = way && (await this.takeFlow(body.state, way, request));
    if (!way || !flow) throw this.refused(request, 'STATE');
    const { purpose, provider } = flow;
    const person = await this.prove(flow, body, way, request);
    return {
      purpose,
      issuer: provider.issuer,
      person,
      email: emailWithin(person.verifiedEmail, provider.emailDomains),
      stateHash: tokenHash(way.secrets.state),
      browserHash: way.browserHash,
    };
  }

  /** One refusal for everybody; why stands in the log of the server, as a code. */
  refused(request: FastifyRequest, why: string): DomainError {
    this.logger.warn(`${request.id} refused: ${why}`);
    return new DomainError('ORGANISATION_SIGN_IN_REFUSED');
  }

  private takeFlow(state: string, way: FlowWay, request: FastifyRequest): Promise<Flow | null> {
    const token = this.sessions.cookie.read(request);
    const current = token === undefined ? null : tokenHash(token);
    return callAuth<Flow | null>(this.dataSource, 'take_provider_flow', tokenHash(state), way.browserHash, current);
  }

  private async prove(
    { purpose, provider }: Flow,
    body: ReturnFromProvider,
    { secrets }: FlowWay,
    request: FastifyRequest,
  ): Promise<ProvenPerson> {
    try {
      const access = this.accessOf(provider);
      return await this.client.exchange(access, this.returnUri(request), body, secrets, purpose === 'STEP_UP');
    } catch (error) {
      throw this.refused(request, codeOf(error));
    }
  }

  /** A provider that is away looks like one that does not exist. */
  private async addressOf(
    provider: FoundProvider,
    { secrets }: FlowWay,
    request: FastifyRequest,
    again: boolean,
  ): Promise<string> {
    try {
      return await this.client.authorizationUrl(this.accessOf(provider), this.returnUri(request), secrets, again);
    } catch (error) {
      this.refused(request, codeOf(error));
      return RETURN_PATH;
    }
  }

  private accessOf({ practiceId, id, issuer, clientId, sealedSecret }: FoundProvider): ProviderAccess {
    const sealed = Buffer.from(sealedSecret, 'base64');
    return { issuer, clientId, clientSecret: this.secrets.open(sealed, practiceId, id) };
  }

  /** Of the settings; outside production of the page that asks, whose origin was judged already. */
  private returnUri(request: FastifyRequest): string {
    const origin = this.config.publicUrl ?? request.headers.origin ?? `http://127.0.0.1:${request.socket.localPort}`;
    return `${origin}${RETURN_PATH}`;
  }
}

function emailWithin(email: string | null, domains: readonly string[]): string | null {
  if (email === null || domains.length === 0) return email;
  return domains.includes(domainOfEmail(email) ?? '') ? email : null;
}

/** A code of `openid-client` or of Node, and never a message, which may quote what was sent. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z_]{1,60}$/.test(code) ? code : 'PROVIDER';
}
