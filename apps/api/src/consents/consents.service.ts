import { Injectable } from '@nestjs/common';
import type { ConsentCategory, ConsentRuleKind } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import { AccessBasis } from './access-basis.service.ts';
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
}

/** The consent register: what a client lets one organisation read of another's; in force within the same transaction. */
@Injectable()
export class Consents {
  constructor(
    private readonly access: ClientAccess,
    private readonly basis: AccessBasis,
  ) {}

  /** Registers a rule and returns its id. */
  async register(clientId: string, given: ConsentGiven): Promise<string> {
    const id = newId();
    await this.access.open(clientId, 'CONSENT', 'CREATE', { type: 'CONSENT', id });
    await query(
      `INSERT INTO care.consent (practice_id, id, client_id, kind, from_org_id, to_org_id, categories, given_by, how, given_on,
         text_version, recorded_by, recorded_at, valid_from)
       VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ctx.user_id(), ${LAID_BACK_NOW}, ${LAID_BACK_NOW})`,
      [
        id,
        clientId,
        given.kind,
        given.fromOrgId,
        given.toOrgId,
        given.categories,
        given.givenBy,
        given.how,
        given.givenOn,
        given.textVersion,
      ],
    );
    await this.putInForce(clientId);
    return id;
  }

  async withdraw(clientId: string, consentId: string): Promise<void> {
    await this.access.open(clientId, 'CONSENT', 'VOID', { type: 'CONSENT', id: consentId });
    const withdrawn = await changeRows(
      `UPDATE care.consent SET withdrawn_at = ${LAID_BACK_NOW}, withdrawn_by = ctx.user_id()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND client_id = $2 AND withdrawn_at IS NULL`,
      [consentId, clientId],
    );
    if (withdrawn === 0) throw new DomainError('WRONG_STATE');
    await this.putInForce(clientId);
  }

  private async putInForce(clientId: string): Promise<void> {
    await endAdvisersWithoutConsent(clientId, await this.basis.facts(clientId));
    await this.basis.rewrite(clientId);
  }
}
