import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { AccessBasis } from './access-basis.service.ts';
import type { ConsentList, ConsentView, RegisterConsent, WithdrawConsent } from './consent.dto.ts';
import { CONSENT_ROWS, type ConsentRow } from './consent-row.ts';
import { consentView, sharingView } from './consent-view.ts';
import { Consents, type Withdrawal } from './consents.service.ts';
import { GivenConsent } from './given-consent.service.ts';

/** The register as people read and keep it. */
@Injectable()
export class ConsentRegister {
  constructor(
    private readonly access: ClientAccess,
    private readonly basis: AccessBasis,
    private readonly consents: Consents,
    private readonly given: GivenConsent,
  ) {}

  /** Newest first, with what follows from it now. */
  async list(clientId: string, page: PageQuery): Promise<ConsentList> {
    const opened = await this.access.open(clientId, 'CONSENT', 'READ', { type: 'CONSENTS' });
    const rows = await query<ConsentRow>(
      `${CONSENT_ROWS} AND n.client_id = $1 ORDER BY n.recorded_at DESC, n.id DESC`,
      [clientId],
    );
    const items = rows.map((row) => consentView(opened, row));
    return { ...pageOf(items, page), ...sharingView(await this.basis.facts(clientId), rows) };
  }

  async register(clientId: string, body: RegisterConsent): Promise<ConsentView> {
    const given = await this.given.read(body);
    const id = await this.consents.register(clientId, given, () => this.given.speaker(clientId, body));
    return this.view(await this.row(id));
  }

  async withdraw(id: string, { by = 'CLIENT', how = 'ORAL', on }: WithdrawConsent): Promise<ConsentView> {
    if (on !== undefined && on > requestContext().today) throw invalidInput({ pointer: '/on', code: 'IN_FUTURE' });
    const { clientId } = await this.row(id);
    await this.consents.withdraw(clientId, id, { by, how, on: on ?? null } as Withdrawal);
    return this.view(await this.row(id));
  }

  private async view(row: ConsentRow): Promise<ConsentView> {
    return consentView(await this.access.look(row.clientId), row);
  }

  private async row(id: string): Promise<ConsentRow> {
    const [row] = isUuid(id) ? await query<ConsentRow>(`${CONSENT_ROWS} AND n.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}
