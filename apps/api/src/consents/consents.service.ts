import { Injectable } from '@nestjs/common';
import type { ConsentCategory, ConsentRuleKind } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import { AccessBasis } from './access-basis.service.ts';
import { wordingOf } from './consent-texts.ts';
import { endAdvisersWithoutConsent } from './end-advisers.ts';

export interface ConsentGiven {
  readonly kind: ConsentRuleKind;
  /** null: what any organisation wrote. */
  readonly fromOrgId: string | null;
  readonly toOrgId: string;
  readonly categories: readonly ConsentCategory[];
  readonly givenBy: 'CLIENT' | 'REPRESENTATIVE';
  readonly how: 'ORAL' | 'WRITTEN' | 'ONLINE';
  readonly givenOn: string;
  readonly textVersion: string;
  readonly note?: string | null;
  /** Through this day. */
  readonly validUntilOn?: string | null;
}

/** Who spoke for the client: one of the people around her, and as what. */
export interface Speaker {
  readonly id: string;
  readonly kind: string;
}

export interface Withdrawal {
  readonly by: 'CLIENT' | 'REPRESENTATIVE';
  readonly how: 'ORAL' | 'WRITTEN' | 'ONLINE';
  /** The day it was said; null: the day it is recorded. It works from now in either case. */
  readonly on: string | null;
}

/** The consent register: what a client lets one organisation read of another's; in force within the same transaction. */
@Injectable()
export class Consents {
  constructor(
    private readonly access: ClientAccess,
    private readonly basis: AccessBasis,
  ) {}

  /** As {@link AccessBasis.hold}, for who puts what the clock changed in force. */
  hold(...clientIds: readonly string[]): Promise<void> {
    return this.basis.hold(...clientIds);
  }

  /** Registers a rule and returns its id. `speaker`: who spoke for the client, asked for once her record is open. */
  async register(clientId: string, given: ConsentGiven, speaker?: () => Promise<Speaker | null>): Promise<string> {
    const id = newId();
    await this.access.open(clientId, 'CONSENT', 'CREATE', { type: 'CONSENT', id });
    await this.basis.hold(clientId);
    const representative = (await speaker?.()) ?? null;
    await query(
      `INSERT INTO care.consent (practice_id, id, client_id, kind, from_org_id, to_org_id, categories, given_by, how, given_on,
         text_version, wording, note, valid_until_on, valid_until, representative_id, representative_kind,
         recorded_by, recorded_at, valid_from)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::date,
         ($13::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam', $14, $15, ctx.user_id(), ${LAID_BACK_NOW}, ${LAID_BACK_NOW})`,
      [
        id, clientId, given.kind, given.fromOrgId, given.toOrgId, given.categories, given.givenBy, given.how, given.givenOn,
        given.textVersion, await this.wording(given), given.note ?? null, given.validUntilOn ?? null,
        representative?.id ?? null, representative?.kind ?? null,
      ], // prettier-ignore
    );
    await this.putInForce(clientId);
    return id;
  }

  /** Takes a rule back; it works from this moment. Throws WRONG_STATE where it was withdrawn or has ended. */
  async withdraw(
    clientId: string,
    consentId: string,
    { by, how, on }: Withdrawal = { by: 'CLIENT', how: 'ORAL', on: null },
  ): Promise<void> {
    await this.access.open(clientId, 'CONSENT', 'VOID', { type: 'CONSENT', id: consentId });
    await this.basis.hold(clientId);
    const withdrawn = await changeRows(
      `UPDATE care.consent SET withdrawn_at = ${LAID_BACK_NOW}, withdrawn_by = ctx.user_id(), withdrawn_by_giver = $3,
         withdrawn_how = $4, withdrawn_on = coalesce($5::date, (${LAID_BACK_NOW} AT TIME ZONE 'Europe/Amsterdam')::date)
       WHERE practice_id = ctx.practice_id() AND id = $1 AND client_id = $2 AND withdrawn_at IS NULL
         AND coalesce(valid_until > now(), true)`,
      [consentId, clientId, by, how, on],
    );
    if (withdrawn === 0) throw new DomainError('WRONG_STATE');
    await this.putInForce(clientId);
  }

  /** The very words that were read out or signed, kept beside the version of the text. */
  private async wording({ textVersion, kind, toOrgId, categories }: ConsentGiven): Promise<string | null> {
    const [receiver] = await query<{ name: string }>(
      `SELECT name FROM care.organisation WHERE practice_id = ctx.practice_id() AND id = $1`,
      [toOrgId],
    );
    return wordingOf(textVersion, kind, receiver?.name ?? '', categories);
  }

  /** What follows from the register as it stands now; `lost`: whose part in the team ended beside it. */
  async putInForce(clientId: string, lost: readonly string[] = []): Promise<void> {
    await this.basis.hold(clientId);
    const ended = await endAdvisersWithoutConsent(clientId, await this.basis.facts(clientId));
    await this.basis.rewrite(clientId, [...lost, ...ended]);
  }
}
