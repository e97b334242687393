import { Injectable } from '@nestjs/common';
import { grantFor } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { SignalRecorder } from '../signals/record-signal.service.ts';
import type { ContactList, ContactView, RecordContact } from './contact.dto.ts';
import { contactFacts } from './contact-facts.ts';
import { CONTACT_SELECT, type ContactRow, contactRow, contactView, ownedContact } from './contact-row.ts';

/** Contact moments with a client: visits, calls, messages, with the day of the next one. Source: domain.md 9. */
@Injectable()
export class Contacts {
  constructor(
    private readonly access: ClientAccess,
    private readonly signals: SignalRecorder,
    private readonly events: LiveEvents,
  ) {}

  /** Newest first: latest day, then latest recorded. */
  async ofClient(clientId: string, page: PageQuery): Promise<ContactList> {
    const opened = await this.access.open(clientId, 'CONTACTS', 'READ', { type: 'CONTACTS' });
    const rows = await query<ContactRow>(
      `${CONTACT_SELECT} AND m.client_id = $1 ORDER BY m.contact_on DESC, m.recorded_at DESC, m.id`,
      [clientId],
    );
    const part = pageOf(rows.filter((row) => opened.mayRead('CONTACTS', ownedContact(row))), page); // prettier-ignore
    const shown = part.items.map((row) => ({ decision: opened.decide('CONTACTS', 'READ', ownedContact(row)), row: ownedContact(row) })); // prettier-ignore
    this.access.logShown(opened, { type: 'CONTACTS' }, shown);
    const kept = opened.decide('CONTACTS', 'READ', { ownerOrgId: opened.practiceOrgId, category: 4 });
    return {
      ...part,
      items: part.items.map((row) => contactView(row, opened)),
      ...(kept.allow ? {} : { hidden: [{ pointer: '/items', code: hiddenCode(kept.code) }] }),
    };
  }

  /** With what was noticed at it, in one act. Throws ROLE for who writes down signals only. */
  async record(clientId: string, body: RecordContact): Promise<ContactView> {
    if (grantFor(requestContext().user.role, 'CONTACTS', 'CREATE')?.limit === 'SIGNAL_ONLY')
      throw new DomainError('ROLE');
    const id = newId();
    const opened = await this.access.open(clientId, 'CONTACTS', 'CREATE', { type: 'CONTACT', id });
    const facts = contactFacts(body);
    await query(
      `INSERT INTO care.contact_moment (practice_id, id, client_id, owner_org_id, contact_on, type, reached, present, note, next_contact_on,
         next_type, next_time, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, ctx.user_id())`,
      [
        id, clientId, facts.on, facts.type, facts.reached, facts.present, facts.note, facts.nextOn, facts.nextType, facts.nextTime,
      ], // prettier-ignore
    );
    for (const [place, signal] of (body.signals ?? []).entries())
      await this.signals.record(clientId, { ...signal, on: facts.on, contactId: id }, `/signals/${place}`);
    await this.events.hint('CONTACT', id, 1, clientId);
    return contactView(await contactRow(id), opened);
  }
}
