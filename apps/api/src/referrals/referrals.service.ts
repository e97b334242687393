import { Injectable } from '@nestjs/common';
import { grantFor } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ChangeReferral, CloseReferral, GiveFeedback, ReferralList, ReferralView, SendReferral, WriteReferral } from './referral.dto.ts'; // prettier-ignore
import { mayChange, maySend, ownedReferral, REFERRAL_SELECT, type ReferralRow, referralRow, referralView } from './referral-row.ts'; // prettier-ignore
import { ReferralSteps } from './referral-steps.service.ts';

/** Referrals of clients to welfare and care, and what came of them. Source: domain.md 11.3. */
@Injectable()
export class Referrals {
  constructor(
    private readonly access: ClientAccess,
    private readonly steps: ReferralSteps,
  ) {}

  /** What awaits feedback first, by its day; then newest first. */
  async ofClient(clientId: string, page: PageQuery): Promise<ReferralList> {
    const opened = await this.access.open(clientId, 'CONTACTS', 'READ', { type: 'REFERRALS' });
    const rows = await query<ReferralRow>(
      `${REFERRAL_SELECT} AND r.client_id = $1
       ORDER BY r.state = 'CLOSED', r.state = 'FEEDBACK_GIVEN', CASE WHEN r.state IN ('DRAFT', 'SENT') THEN r.due_on END,
         r.made_at DESC, r.id`,
      [clientId],
    );
    const part = pageOf(rows.filter((row) => opened.mayRead('CONTACTS', ownedReferral(row))), page); // prettier-ignore
    const shown = part.items.map((row) => ({ decision: opened.decide('CONTACTS', 'READ', ownedReferral(row)), row: ownedReferral(row) })); // prettier-ignore
    this.access.logShown(opened, { type: 'REFERRALS' }, shown);
    const kept = opened.decide('CONTACTS', 'READ', { ownerOrgId: opened.practiceOrgId, category: 4 });
    return {
      ...part,
      items: part.items.map((row) => referralView(row, opened)),
      ...(kept.allow ? {} : { hidden: [{ pointer: '/items', code: hiddenCode(kept.code) }] }),
    };
  }

  async get(id: string): Promise<ReferralView> {
    const row = await referralRow(id);
    const opened = await this.access.open(row.clientId, 'CONTACTS', 'READ', { type: 'REFERRAL', id }, ownedReferral(row)); // prettier-ignore
    return referralView(row, opened);
  }

  /** Throws ROLE for who writes down signals only, and who is not her case manager. */
  async write(clientId: string, body: WriteReferral): Promise<ReferralView> {
    if (grantFor(requestContext().user.role, 'CONTACTS', 'CREATE')?.limit === 'SIGNAL_ONLY')
      throw new DomainError('ROLE');
    const opened = await this.access.open(clientId, 'CONTACTS', 'CREATE', { type: 'REFERRAL' });
    if (!mayChange(opened.related)) throw new DomainError('ROLE');
    return referralView(await this.steps.draft(clientId, body), opened);
  }

  /** Throws ROLE, WRONG_STATE, STALE with the referral as it is. */
  async change(id: string, ifMatch: string | undefined, body: ChangeReferral): Promise<ReferralView> {
    return this.take(id, ifMatch, mayChange, (row) => this.steps.change(row, body));
  }

  /** By the assistant too. Throws PERMISSION_REQUIRED and as {@link change}. */
  async send(id: string, ifMatch: string | undefined, body: SendReferral): Promise<ReferralView> {
    return this.take(id, ifMatch, maySend, (row) => this.steps.send(row, body));
  }

  async feedback(id: string, ifMatch: string | undefined, body: GiveFeedback): Promise<ReferralView> {
    return this.take(id, ifMatch, mayChange, (row) => this.steps.feedback(row, body));
  }

  async close(id: string, ifMatch: string | undefined, body: CloseReferral): Promise<ReferralView> {
    return this.take(id, ifMatch, mayChange, (row) => this.steps.close(row, body));
  }

  private async take(
    id: string,
    ifMatch: string | undefined,
    may: typeof mayChange,
    step: (row: ReferralRow) => Promise<void>,
  ): Promise<ReferralView> {
    refuseAssistant(may);
    const version = expectedVersion(ifMatch);
    const row = await referralRow(id);
    const opened = await this.access.open(row.clientId, 'CONTACTS', 'UPDATE', { type: 'REFERRAL', id }, ownedReferral(row)); // prettier-ignore
    if (!may(row)) throw new DomainError('ROLE');
    if (row.version !== version) throw stale(row, opened);
    await step(row);
    return referralView(await referralRow(id), opened);
  }
}

/** Who only notes that a referral was sent is refused the rest before any id is looked at. */
function refuseAssistant(may: typeof mayChange): void {
  const limit = grantFor(requestContext().user.role, 'CONTACTS', 'UPDATE')?.limit;
  if (limit === 'REFERRAL_SENT_ONLY' && may !== maySend) throw new DomainError('ROLE');
}

const stale = (row: ReferralRow, opened: ClientView): DomainError =>
  new DomainError('STALE', { extra: { current: referralView(row, opened) } });
