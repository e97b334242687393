import { Injectable } from '@nestjs/common';
import { type ConsentCategory, mayBeGranted, type OrganisationKind } from '@samenoud/domain';
import { invalidInput } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { CONSENT_REPRESENTATIVES, type RegisterConsent } from './consent.dto.ts';
import { CURRENT_CONSENT_TEXT } from './consent-texts.ts';
import type { ConsentGiven, Speaker } from './consents.service.ts';

const REPRESENTATIVES: readonly string[] = CONSENT_REPRESENTATIVES;
const EARLIEST = '1900-01-01';

/** Reads what somebody says a client said, and refuses what a client cannot have said. */
@Injectable()
export class GivenConsent {
  /** Throws 400 at the field. Says nothing about any client: it is asked before one is looked at. */
  async read(body: RegisterConsent): Promise<ConsentGiven> {
    const categories = [...new Set(body.categories)].toSorted((a, b) => a - b) as ConsentCategory[];
    if (categories.length === 0) throw invalidInput({ pointer: '/categories', code: 'REQUIRED' });
    const receiverKind = await this.receiverKind(body.toOrganisationId);
    const fromOrgId = body.fromOrganisationId ?? null;
    if (fromOrgId !== null) await this.refuseWriter(fromOrgId, body.toOrganisationId);
    const kind = body.rule as ConsentGiven['kind'];
    if (kind === 'GRANT' && categories.some((category) => !mayBeGranted(category, receiverKind)))
      throw invalidInput({ pointer: '/categories', code: 'NOT_GRANTABLE' });
    if (body.representative && body.givenBy !== 'REPRESENTATIVE')
      throw invalidInput({ pointer: '/representative', code: 'INVALID_VALUE' });
    this.refuseDays(body);
    return {
      kind,
      fromOrgId,
      toOrgId: body.toOrganisationId,
      categories,
      givenBy: body.givenBy as ConsentGiven['givenBy'],
      how: body.how as ConsentGiven['how'],
      givenOn: body.on,
      textVersion: body.textVersion ?? CURRENT_CONSENT_TEXT,
      note: body.note?.trim() ?? null,
      validUntilOn: body.validUntil ?? null,
    };
  }

  /** Who spoke for the client, once her record is open: one of the people around her, who may still do so. */
  async speaker(clientId: string, { representative }: RegisterConsent): Promise<Speaker | null> {
    if (!representative) return null;
    const [known] = await query<{ kind: string | null }>(
      `SELECT representative_kind AS kind FROM care.contact_person
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND id = $2 AND removed_at IS NULL
         AND coalesce(valid_until >= $3, true)`,
      [clientId, representative.contactPersonId, requestContext().today],
    );
    if (!known) throw invalidInput({ pointer: '/representative/contactPersonId', code: 'INVALID_ID' });
    const kind = representative.kind ?? known.kind;
    if (kind === null || kind !== known.kind || !REPRESENTATIVES.includes(kind))
      throw invalidInput({ pointer: '/representative/kind', code: 'NOT_A_REPRESENTATIVE' });
    return { id: representative.contactPersonId, kind };
  }

  private refuseDays({ on, rule, validUntil }: RegisterConsent): void {
    const { today } = requestContext();
    if (on > today) throw invalidInput({ pointer: '/on', code: 'IN_FUTURE' });
    if (on < EARLIEST) throw invalidInput({ pointer: '/on', code: 'BEFORE_1900' });
    if (validUntil === undefined || validUntil === null) return;
    if (rule !== 'GRANT') throw invalidInput({ pointer: '/validUntil', code: 'NO_END_OF_REFUSAL' });
    if (validUntil <= today) throw invalidInput({ pointer: '/validUntil', code: 'NOT_AFTER_TODAY' });
  }

  private async receiverKind(id: string): Promise<OrganisationKind> {
    const [receiver] = await query<{ kind: OrganisationKind }>(
      `SELECT kind FROM care.organisation WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    if (!receiver) throw invalidInput({ pointer: '/toOrganisationId', code: 'INVALID_ID' });
    return receiver.kind;
  }

  private async refuseWriter(id: string, receiverId: string): Promise<void> {
    const pointer = '/fromOrganisationId';
    if (id === receiverId) throw invalidInput({ pointer, code: 'INVALID_VALUE' });
    const found = await query<object>(
      `SELECT FROM care.organisation WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    if (found.length === 0) throw invalidInput({ pointer, code: 'INVALID_ID' });
  }
}
