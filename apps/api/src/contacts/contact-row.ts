import type { ConsentCategory, ContactType } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import type { ClientView } from '../platform/access/client-access.ts';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { ContactView } from './contact.dto.ts';

/** What people write of a contact, and correct. */
export interface ContactFacts {
  readonly on: string;
  readonly type: ContactType;
  readonly reached: boolean;
  readonly present: string | null;
  readonly note: string | null;
  readonly nextOn: string | null;
  readonly nextType: ContactType | null;
  readonly nextTime: string | null;
}

export interface ContactRow extends ContactFacts {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly struckBy: string | null;
  readonly struckAt: string | null;
  readonly strikeReason: string | null;
}

/** Alias `m`. */
export const CONTACT_COLUMNS = `m.id, m.version, m.client_id AS "clientId", m.owner_org_id AS "ownerOrgId", m.category, m.contact_on AS "on",
  m.type, m.reached, m.present, m.note, m.next_contact_on AS "nextOn", m.next_type AS "nextType",
  to_char(m.next_time, 'HH24:MI') AS "nextTime", m.recorded_by AS "recordedBy", ctx.utc(m.recorded_at) AS "recordedAt",
  m.struck_by AS "struckBy", ctx.utc(m.struck_at) AS "struckAt", m.strike_reason AS "strikeReason"`;

export const CONTACT_SELECT = `SELECT ${CONTACT_COLUMNS} FROM care.contact_moment m WHERE m.practice_id = ctx.practice_id()`;

/** Throws NOT_FOUND for what is not there, else why it is not there for her. */
export async function contactRow(id: string): Promise<ContactRow> {
  const [row] = isUuid(id) ? await query<ContactRow>(`${CONTACT_SELECT} AND m.id = $1`, [id]) : [];
  if (!row) throw new DomainError(await whyUnseen('CONTACT', id, 'CONTACTS'));
  return row;
}

export const ownedContact = ({ ownerOrgId, category, recordedBy }: ContactRow): Owned => ({
  ownerOrgId,
  category,
  madeBy: recordedBy,
});

const BEYOND_DATE_AND_KIND = ['recordedBy', 'reached', 'present', 'note', 'struck'] as const;

/** What the person at hand may see of a contact that she may see: all of it, or day and kind. */
export function contactView(row: ContactRow, opened: ClientView): ContactView {
  const { id, version, clientId, on, type, recordedAt } = row;
  const next = row.nextOn === null ? null : { on: row.nextOn, type: row.nextType, time: row.nextTime };
  const dated = { id, version, clientId, on, type, next, recordedAt };
  const decision = opened.decide('CONTACTS', 'READ', ownedContact(row));
  if (decision.allow && decision.grant.limit === 'DATE_AND_KIND_ONLY') {
    const hidden = BEYOND_DATE_AND_KIND.map((field) => ({ pointer: `/${field}`, code: 'ROLE' }));
    return { ...dated, recordedBy: null, reached: null, present: null, note: null, struck: null, mayStrike: false, hidden }; // prettier-ignore
  }
  const { recordedBy, reached, present, note, strikeReason: reason, struckBy: by, struckAt: at } = row;
  const struck = reason === null || by === null || at === null ? null : { reason, by, at };
  const mayStrike = opened.decide('CONTACTS', 'VOID', ownedContact(row)).allow;
  return { ...dated, recordedBy, reached, present, note, struck, mayStrike };
}
