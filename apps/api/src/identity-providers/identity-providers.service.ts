import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { makeAccessCode, showAccessCode } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { originOf } from '../platform/request/request-origin.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { checkProvider } from './check-provider.ts';
import type {
  IdentityProviderChange,
  IdentityProviderView,
  NewIdentityProvider,
  ProviderLink,
  ProviderTest,
} from './identity-provider.dto.ts';
import { type ProviderAccess, ProviderClient } from './provider-client.ts';
import { isAllowed } from './provider-fetch.ts';
import { ProviderSecrets } from './provider-secrets.ts';
import { SwitchOnProvider } from './switch-on-provider.service.ts';

type ProviderRow = Omit<IdentityProviderView, 'people' | 'isWaiting'> & {
  readonly clientSecret: Buffer;
  readonly approvalId: string | null;
};

/** What decides who gets in, and with what. */
const LETS_IN = ['issuer', 'clientId', 'clientSecret', 'secondFactor'] as const;

const SELECT = `SELECT i.id, i.version, jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation, i.issuer,
    i.client_id AS "clientId", i.client_secret AS "clientSecret", i.email_domains AS "emailDomains",
    i.second_factor AS "secondFactor", i.enabled, i.approval_id AS "approvalId", i.code
  FROM care.identity_provider i
  JOIN care.organisation o ON o.practice_id = i.practice_id AND o.id = i.organisation_id
  WHERE i.practice_id = ctx.practice_id()`;

/** Where the people of an organisation sign in. A change can let people in, so it takes a fresh second factor, as a role does. */
@Injectable()
export class IdentityProviders {
  private readonly client: ProviderClient;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly secrets: ProviderSecrets,
    private readonly transactions: Transactions,
    private readonly switchOn: SwitchOnProvider,
  ) {
    this.client = new ProviderClient(config.production);
  }

  async list(): Promise<IdentityProviderView[]> {
    const rows = await query<ProviderRow>(`${SELECT} ORDER BY o.kind = 'PRACTICE' DESC, o.name, o.id`);
    const items: IdentityProviderView[] = [];
    for (const row of rows) items.push(await this.view(row));
    note('READ_IDENTITY_PROVIDERS', 'R', undefined, { ids: rows.map(({ id }) => id) });
    return items;
  }

  /** Off until it is switched on. Throws PROVIDER_EXISTS for an organisation that has one. */
  async add(body: NewIdentityProvider): Promise<IdentityProviderView> {
    requireFreshSecondFactor();
    this.refuseAddress(body.issuer);
    const id = newId();
    const { practiceId } = requestContext().user;
    const sealed = this.secrets.seal(body.clientSecret, practiceId, id);
    const added = await refusingBroken({ identity_provider_organisation_key: 'PROVIDER_EXISTS' }, () =>
      changeRows(
        `INSERT INTO care.identity_provider (practice_id, id, organisation_id, issuer, client_id, client_secret, email_domains,
           second_factor, code)
         SELECT o.practice_id, $1, o.id, $3, $4, $5, $6, $7, $8 FROM care.organisation o
         WHERE o.practice_id = ctx.practice_id() AND o.id = $2`,
        [id, body.organisationId, body.issuer.trim(), body.clientId.trim(), sealed, body.emailDomains ?? [],
          body.secondFactor ?? false, makeAccessCode(randomInt)], // prettier-ignore
      ),
    );
    if (added === 0) throw invalidInput({ pointer: '/organisationId', code: 'INVALID_VALUE' });
    note('ADD_IDENTITY_PROVIDER', 'C', id, { organisationId: body.organisationId });
    return this.view(await this.get(id));
  }

  /** Whatever lets people in switches it off, which ends the sessions that came through it. */
  async change(id: string, ifMatch: string | undefined, body: IdentityProviderChange): Promise<IdentityProviderView> {
    const version = expectedVersion(ifMatch);
    requireFreshSecondFactor();
    const before = await this.get(id);
    if (before.version !== version) throw new DomainError('STALE', { extra: { current: await this.view(before) } });
    const after = this.changed(before, body);
    if (before.approvalId !== null) await this.switchOn.cancel(before.approvalId);
    const approvalId = body.enabled === true && !after.enabled ? await this.switchOn.ask(after) : null;
    const written = await changeRows(
      `UPDATE care.identity_provider SET version = version + 1, issuer = $3, client_id = $4, client_secret = $5,
         email_domains = $6, second_factor = $7, enabled = $8, approval_id = $9
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version, after.issuer, after.clientId, after.clientSecret, after.emailDomains, after.secondFactor, after.enabled, approvalId],
    ); // prettier-ignore
    if (written === 0) throw new DomainError('STALE', { extra: { current: await this.view(await this.get(id)) } });
    if (!after.enabled) await callAuth(requestContext().manager, 'end_provider_sessions', id);
    const fields = Object.keys(body).filter((field) => body[field as keyof IdentityProviderChange] !== undefined);
    note('CHANGE_IDENTITY_PROVIDER', 'U', id, { version: version + 1, fields, enabled: after.enabled });
    return this.view(await this.get(id));
  }

  /** Somebody got another account at the provider: she proves anew who she is. */
  async endLink(id: string, linkId: string): Promise<IdentityProviderView> {
    requireFreshSecondFactor();
    const before = await this.get(id);
    const { manager } = requestContext();
    if (!isUuid(linkId) || !(await callAuth<boolean>(manager, 'end_provider_link', id, linkId)))
      throw new DomainError('NOT_FOUND');
    note('END_PROVIDER_LINK', 'D', id, { linkId });
    return this.view(before);
  }

  /** Asks the provider outside any transaction. */
  async test(id: string, request: FastifyRequest): Promise<ProviderTest> {
    const { user } = request;
    if (!user) throw new DomainError('UNAUTHENTICATED');
    const access = await this.transactions.run(user, originOf(request), async () => this.accessOf(await this.get(id)));
    const finding = await checkProvider(this.client, access);
    await this.transactions.run(user, originOf(request), async () =>
      note('TEST_IDENTITY_PROVIDER', 'E', id, { finding }),
    );
    return { finding };
  }

  private accessOf({ id, issuer, clientId, clientSecret }: ProviderRow): ProviderAccess {
    const { practiceId } = requestContext().user;
    return { issuer, clientId, clientSecret: this.secrets.open(clientSecret, practiceId, id) };
  }

  private changed(before: ProviderRow, body: IdentityProviderChange): ProviderRow {
    const issuer = body.issuer?.trim() ?? before.issuer;
    const clientId = body.clientId?.trim() ?? before.clientId;
    this.refuseAddress(issuer);
    const isOther = issuer !== before.issuer || clientId !== before.clientId;
    if (isOther && body.clientSecret === undefined) throw invalidInput({ pointer: '/clientSecret', code: 'REQUIRED' });
    const { practiceId } = requestContext().user;
    const clientSecret =
      body.clientSecret === undefined
        ? before.clientSecret
        : this.secrets.seal(body.clientSecret, practiceId, before.id);
    return {
      ...before,
      issuer,
      clientId,
      clientSecret,
      emailDomains: body.emailDomains ?? before.emailDomains,
      secondFactor: body.secondFactor ?? before.secondFactor,
      enabled: before.enabled && body.enabled !== false && LETS_IN.every((field) => body[field] === undefined),
    };
  }

  private refuseAddress(issuer: string): void {
    const typed = issuer.trim();
    const isGood = URL.canParse(typed) && isAllowed(new URL(typed), this.config.production);
    if (!isGood || /[?#]/.test(typed)) throw invalidInput({ pointer: '/issuer', code: 'INVALID_ISSUER' });
  }

  private async get(id: string): Promise<ProviderRow> {
    const [row] = isUuid(id) ? await query<ProviderRow>(`${SELECT} AND i.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async view(provider: ProviderRow): Promise<IdentityProviderView> {
    const { id, version, organisation, issuer, clientId, emailDomains, secondFactor, enabled } = provider;
    const people = await callAuth<ProviderLink[]>(requestContext().manager, 'provider_links', id);
    const isWaiting = provider.approvalId !== null;
    const code = showAccessCode(provider.code);
    return {
      id,
      version,
      organisation,
      issuer,
      clientId,
      emailDomains,
      secondFactor,
      enabled,
      isWaiting,
      code,
      people,
    };
  }
}

function note(
  type: string,
  action: 'C' | 'R' | 'U' | 'D' | 'E',
  id: string | undefined,
  what: Readonly<Record<string, unknown>>,
): void {
  requestContext().log.push({
    type,
    action,
    objectType: 'IDENTITY_PROVIDER',
    ...(id === undefined ? {} : { objectId: id }),
    purpose: 'ADMINISTRATION',
    query: what,
  });
}
