import { Injectable } from '@nestjs/common';
import { type ClientStatus, consentState } from '@samenoud/domain';
import { AccessBasis } from '../consents/access-basis.service.ts';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { ClientAccess, type ClientView as Opened } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { ClientStatusFollower } from '../screening-rounds/client-status-follower.service.ts';
import { BsnVault } from './bsn-vault.ts';
import { noteReason } from './change-reason.ts';
import type { BsnView, ClientView, CreateClient, UpdateClient } from './client.dto.ts';
import { ClientEntity } from './client.entity.ts';
import { columnsOfChange, columnsOfNew } from './client-columns.ts';
import { CLIENT_COLUMNS, type ClientRow, clientView, hiddenHalves, profileView } from './client-row.ts';
import { ClientDuplicates } from './client-duplicates.ts';

/** Fields a visiting professional may change; all others are the practice's. Source: `trust.md` 3, footnote 5. */
const CONTACT_DETAILS: readonly string[] = ['phone', 'address', 'changeReason'];

/** Whose the halves of the profile are: who assigned it, and who typed the form behind the proposal. */
interface ProfileOwners {
  readonly assignedOwnerId: string | null;
  readonly proposedOwnerId: string | null;
}

/** What another request in the same moment may have taken. */
const NUMBERS_IN_USE = { client_bsn_key: 'BSN_IN_USE', client_his_number_key: 'HIS_NUMBER_IN_USE' } as const;

@Injectable()
export class Clients {
  constructor(
    private readonly access: ClientAccess,
    private readonly teams: CareTeams,
    private readonly vault: BsnVault,
    private readonly duplicates: ClientDuplicates,
    private readonly invitations: ClientStatusFollower,
    private readonly basis: AccessBasis,
    private readonly events: LiveEvents,
  ) {}

  async get(id: string): Promise<ClientView> {
    const opened = await this.access.open(id, 'IDENTITY', 'READ', { type: 'CLIENT' });
    return this.view(opened, await this.row(id));
  }

  async create(body: CreateClient): Promise<ClientView> {
    const { user, today, manager, log } = requestContext();
    const id = newId();
    const columns = columnsOfNew(body, today);
    const numbers = body.bsn
      ? this.vault.seal(plainBsn(body.bsn), user.practiceId, id)
      : { bsnCipher: null, bsnBidx: null };
    await this.refuseOtherThanGp(columns.gpId);
    await this.duplicates.refuse({ id, ...columns, ...numbers }, body.confirmDuplicate ?? false);
    await refusingBroken(NUMBERS_IN_USE, () =>
      manager.insert(ClientEntity, {
        practiceId: user.practiceId,
        id,
        version: 1,
        ownerOrgId: user.organisationId,
        caseManagerId: null,
        ...columns,
        ...numbers,
      }),
    );
    await this.teams.startRecord(id, columns.gpId);
    log.push({
      type: 'CREATE_CLIENT',
      action: 'C',
      objectType: 'CLIENT',
      objectId: id,
      clientId: id,
      category: 1,
      rule: `IDENTITY.CREATE.${user.role}`,
      relation: 'PRACTICE',
    });
    return this.view(await this.access.look(id), await this.row(id));
  }

  async update(id: string, ifMatch: string | undefined, body: UpdateClient): Promise<ClientView> {
    const version = expectedVersion(ifMatch);
    const { user, today, manager } = requestContext();
    const opened = await this.access.open(id, 'IDENTITY', 'UPDATE', { type: 'CLIENT' });
    if (body.gpId !== undefined) await this.teams.hold(id);
    this.refuseMoreThanContactDetails(opened, body);
    const row = await this.row(id);
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: await this.view(opened, row) } });
    const columns = columnsOfChange(row, body, today);
    const numbers = this.changedBsn(opened, body, id);
    if (columns.gpId !== row.gpId) await this.refuseOtherThanGp(columns.gpId);
    await this.duplicates.refuseNumbers({ id, ...columns, bsnBidx: numbers.bsnBidx ?? null });
    await noteReason(body.changeReason);
    const { affected } = await refusingBroken(NUMBERS_IN_USE, () =>
      manager.update(
        ClientEntity,
        { practiceId: user.practiceId, id, version },
        { ...columns, ...numbers, version: version + 1 },
      ),
    );
    if (affected !== 1)
      throw new DomainError('STALE', { extra: { current: await this.view(opened, await this.row(id)) } });
    await this.events.hint('CLIENT', id, version + 1, id);
    if (columns.gpId !== row.gpId) await this.teams.changeGp(id, columns.gpId);
    if (columns.status !== row.status) await this.invitations.follow(id, columns.status as ClientStatus);
    return this.view(opened, await this.row(id));
  }

  /** The whole number, which is an act of its own in the log. */
  async revealBsn(id: string): Promise<BsnView> {
    await this.access.open(id, 'BSN', 'READ', { type: 'BSN' });
    const { bsnCipher, practiceId } = await this.row(id);
    return { bsn: bsnCipher ? this.vault.open(bsnCipher, practiceId, id) : null };
  }

  /** A sealed number as the database writes it in JSON, masked for who may see one; null for nobody else's eyes. */
  maskedIn(opened: Opened, sealed: unknown): string | null {
    const bsn = opened.decide('BSN', 'READ', { ownerOrgId: opened.ownerOrgId, category: 1 });
    if (!bsn.allow || typeof sealed !== 'string') return null;
    return this.vault.masked(Buffer.from(sealed.slice(2), 'hex'), requestContext().user.practiceId, opened.clientId);
  }

  /**
   * The number itself, for the client's own copy of her record. Never for social work, which may see no number: the matrix
   * gives it none.
   */
  openedIn(opened: Opened, sealed: unknown): string | null {
    const bsn = opened.decide('BSN', 'READ', { ownerOrgId: opened.ownerOrgId, category: 1 });
    if (!bsn.allow || typeof sealed !== 'string') return null;
    return this.vault.open(Buffer.from(sealed.slice(2), 'hex'), requestContext().user.practiceId, opened.clientId);
  }

  private async row(id: string): Promise<ClientRow & ProfileOwners> {
    const [row] = await query<ClientRow & ProfileOwners>(
      `SELECT ${CLIENT_COLUMNS}, p.assigned_owner_id AS "assignedOwnerId", p.proposed_owner_id AS "proposedOwnerId" FROM care.client c
       LEFT JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id
       WHERE c.practice_id = ctx.practice_id() AND c.id = $1`,
      [id],
    );
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** What the person at hand may see; the rest is absent and named. */
  private async view(opened: Opened, row: ClientRow & ProfileOwners): Promise<ClientView> {
    const bsn = opened.decide('BSN', 'READ', { ownerOrgId: row.ownerOrgId, category: 1 });
    const profile = opened.decide('RISK_PROFILE', 'READ', { ownerOrgId: row.ownerOrgId, category: 3 });
    const halves = {
      assignedHidden: isHidden(opened, row.assignedOwnerId),
      proposedHidden: isHidden(opened, row.proposedOwnerId),
    };
    const hidden = [
      ...(bsn.allow ? [] : [{ pointer: '/bsn', code: hiddenCode(bsn.code) }]),
      ...(profile.allow ? hiddenHalves(halves) : [{ pointer: '/profile', code: hiddenCode(profile.code) }]),
    ];
    return {
      ...clientView(row, requestContext().today),
      ...(bsn.allow ? { bsn: row.bsnCipher ? this.vault.masked(row.bsnCipher, row.practiceId, row.id) : null } : {}),
      ...(profile.allow ? { profile: profileView(row, halves) } : {}),
      ...(opened.mayRead('CONSENT') ? { consent: consentState(await this.basis.facts(row.id)) } : {}),
      ...(hidden.length > 0 ? { hidden } : {}),
    };
  }

  private refuseMoreThanContactDetails(opened: Opened, body: UpdateClient): void {
    const decision = opened.decide('IDENTITY', 'UPDATE', { ownerOrgId: opened.ownerOrgId, category: 1 });
    if (!decision.allow || decision.grant.limit !== 'CONTACT_DETAILS_ONLY') return;
    const asked = Object.entries(body).filter(([key, value]) => value !== undefined && !CONTACT_DETAILS.includes(key));
    if (asked.length > 0) throw new DomainError('ROLE');
  }

  private changedBsn(
    opened: Opened,
    body: UpdateClient,
    id: string,
  ): { bsnCipher?: Buffer | null; bsnBidx?: Buffer | null } {
    if (body.bsn === undefined) return {};
    const decision = opened.decide('BSN', 'CREATE');
    if (!decision.allow) throw new DomainError(decision.code);
    if (body.bsn === null) return { bsnCipher: null, bsnBidx: null };
    return this.vault.seal(plainBsn(body.bsn), requestContext().user.practiceId, id);
  }

  private async refuseOtherThanGp(gpId: string | null): Promise<void> {
    if (gpId === null) return;
    const found = await query<object>(
      `SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND role = 'GP' AND valid @> now()`,
      [gpId],
    );
    if (found.length === 0) throw invalidInput({ pointer: '/gpId', code: 'NOT_A_GP' });
  }
}

/** A half of the profile that another organisation wrote, and that is not shared by that one. */
const isHidden = (opened: Opened, ownerOrgId: string | null): boolean =>
  ownerOrgId !== null && !opened.mayRead('RISK_PROFILE', { ownerOrgId, category: 3 });

const plainBsn = (bsn: string): string => bsn.replace(/[ .]/g, '');
