import { Injectable } from '@nestjs/common';
import { grantFor } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { ContactView, CorrectContact } from './contact.dto.ts';
import { contactFacts } from './contact-facts.ts';
import { type ContactFacts, type ContactRow, contactRow, contactView, ownedContact } from './contact-row.ts';

type Kept = ContactFacts & { readonly strikeReason: string | null };

/** Corrections of contacts. Nothing is removed: what was wrong is struck with a reason, and what was before is kept. */
@Injectable()
export class CorrectContacts {
  constructor(
    private readonly access: ClientAccess,
    private readonly events: LiveEvents,
  ) {}

  /** Throws STALE with the contact as it is, WRONG_STATE for correcting what is struck or striking it twice. */
  async correct(id: string, ifMatch: string | undefined, body: CorrectContact): Promise<ContactView> {
    if (grantFor(requestContext().user.role, 'CONTACTS', 'UPDATE')?.limit === 'REFERRAL_SENT_ONLY') throw new DomainError('ROLE'); // prettier-ignore
    const version = expectedVersion(ifMatch);
    const row = await contactRow(id);
    const opened = await this.access.open(row.clientId, 'CONTACTS', 'UPDATE', { type: 'CONTACT', id }, ownedContact(row)); // prettier-ignore
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: contactView(row, opened) } });
    refuseStrike(opened, row, body);
    const before = keptOf(row);
    const after: Kept = { ...contactFacts(body, row), strikeReason: strikeAfter(row, body) };
    if (JSON.stringify(before) === JSON.stringify(after)) return contactView(row, opened);
    await this.write(row, after, opened);
    await noteChange(row, before, after);
    await this.events.hint('CONTACT', id, version + 1, row.clientId);
    return contactView(await contactRow(id), opened);
  }

  private async write({ id, version, nextOn }: ContactRow, after: Kept, opened: ClientView): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.contact_moment SET version = version + 1, contact_on = $3, type = $4, reached = $5, present = $6, note = $7,
         next_contact_on = $8, next_type = $9, next_time = $10, next_order = CASE WHEN $12 THEN next_order END, strike_reason = $11,
         struck_by = CASE WHEN $11::text IS NULL THEN NULL ELSE coalesce(struck_by, ctx.user_id()) END,
         struck_at = CASE WHEN $11::text IS NULL THEN NULL ELSE coalesce(struck_at, ctx.now()) END
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [
        id, version, after.on, after.type, after.reached, after.present, after.note, after.nextOn, after.nextType, after.nextTime,
        after.strikeReason, after.nextOn !== null && after.nextOn === nextOn,
      ], // prettier-ignore
    );
    if (changed === 0)
      throw new DomainError('STALE', { extra: { current: contactView(await contactRow(id), opened) } });
  }
}

function refuseStrike(opened: ClientView, row: ContactRow, { strikeReason, ...facts }: CorrectContact): void {
  const corrects = Object.values(facts).some((value) => value !== undefined);
  if (strikeReason === undefined) {
    if (row.strikeReason !== null && corrects) throw new DomainError('WRONG_STATE');
    return;
  }
  const decision = opened.decide('CONTACTS', 'VOID', ownedContact(row));
  if (!decision.allow) throw new DomainError(decision.code);
  if (strikeReason !== null && strikeReason.trim() === '') throw invalidInput({ pointer: '/strikeReason', code: 'REQUIRED' }); // prettier-ignore
  if ((strikeReason === null) === (row.strikeReason === null)) throw new DomainError('WRONG_STATE');
}

const strikeAfter = (row: ContactRow, { strikeReason }: CorrectContact): string | null =>
  strikeReason === undefined ? row.strikeReason : (strikeReason?.trim() ?? null);

const factsOf = ({ on, type, reached, present, note, nextOn, nextType, nextTime }: ContactRow): ContactFacts => ({
  on,
  type,
  reached,
  present,
  note,
  nextOn,
  nextType,
  nextTime,
});
const keptOf = (row: ContactRow): Kept => ({ ...factsOf(row), strikeReason: row.strikeReason });

/** Only what differs is kept, with what it was. */
async function noteChange(row: ContactRow, before: Kept, after: Kept): Promise<void> {
  const changed = (Object.keys(after) as (keyof Kept)[]).filter((key) => before[key] !== after[key]);
  const only = (kept: Kept): string => JSON.stringify(Object.fromEntries(changed.map((key) => [key, kept[key]])));
  await query(
    `INSERT INTO care.contact_change (practice_id, id, client_id, owner_org_id, contact_id, before, after, changed_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, ctx.user_id())`,
    [newId(), row.clientId, row.id, only(before), only(after)],
  );
}
