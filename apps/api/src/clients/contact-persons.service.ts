import { Injectable } from '@nestjs/common';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { whyUnseen } from '../platform/access/why-unseen.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type {
  ContactPersonList,
  ContactPersonView,
  CreateContactPerson,
  UpdateContactPerson,
} from './contact-person.dto.ts';
import { noteReason } from './change-reason.ts';
import { CONTACT_COLUMNS, contactColumns, type ContactPersonRow, contactView } from './contact-person-row.ts';

const LIVE = `practice_id = ctx.practice_id() AND removed_at IS NULL`;

/** The people around a client: whom to call first, and who may decide. Source: `domain.md` 13.7. */
@Injectable()
export class ContactPersons {
  constructor(private readonly access: ClientAccess) {}

  /** First contact and representatives first. */
  async listOf(clientId: string, page: PageQuery): Promise<ContactPersonList> {
    const rows = await this.rowsOf(clientId);
    const owned = rows.map(({ ownerOrgId }) => ({ ownerOrgId, category: 1 }) as const);
    const opened = await this.access.openList(clientId, 'IDENTITY', { type: 'CONTACT_PERSONS' }, owned);
    const items = rows.filter((row) => mayRead(opened, row)).map((row) => contactView(row));
    return { ...pageOf(items, page), ...(items.length < rows.length ? { hidden: [SOME_HIDDEN] } : {}) };
  }

  private async rowsOf(clientId: string): Promise<ContactPersonRow[]> {
    if (!isUuid(clientId)) return [];
    return query<ContactPersonRow>(
      `SELECT ${CONTACT_COLUMNS} FROM care.contact_person WHERE ${LIVE} AND client_id = $1
       ORDER BY is_first_contact DESC, representative_kind IS NULL, name COLLATE "C", id LIMIT 200`,
      [clientId],
    );
  }

  async add(clientId: string, body: CreateContactPerson): Promise<ContactPersonView> {
    const id = newId();
    await this.access.open(clientId, 'IDENTITY', 'UPDATE', { type: 'CONTACT_PERSON', id });
    const columns = contactColumns(undefined, body, requestContext().today);
    if (columns.isFirstContact) await this.releaseFirstContact(clientId, id);
    await query(
      `INSERT INTO care.contact_person (practice_id, id, client_id, version, owner_org_id, name, relation, phone, second_phone,
         role_code, is_first_contact, representative_kind, document_seen_on, valid_until)
       VALUES (ctx.practice_id(), $1, $2, 1, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id, clientId, columns.name, columns.relation, columns.phone, columns.secondPhone, columns.roleCode,
        columns.isFirstContact, columns.representativeKind, columns.documentSeenOn, columns.validUntil,
      ], // prettier-ignore
    );
    return contactView({ ...columns, id, clientId, version: 1, ownerOrgId: requestContext().user.organisationId });
  }

  /** Changes a contact person; with `removed` it leaves the list. */
  async update(id: string, ifMatch: string | undefined, body: UpdateContactPerson): Promise<ContactPersonView> {
    const version = expectedVersion(ifMatch);
    const row = await this.row(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
    await this.access.open(row.clientId, 'IDENTITY', 'UPDATE', { type: 'CONTACT_PERSON', id }, owned);
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: contactView(row) } });
    const columns = contactColumns(row, body, requestContext().today);
    const removed = body.removed ?? false;
    await noteReason(body.changeReason);
    if (columns.isFirstContact && !row.isFirstContact && !removed) await this.releaseFirstContact(row.clientId, id);
    const changed = await changeRows(
      `UPDATE care.contact_person SET version = version + 1, name = $3, relation = $4, phone = $5, second_phone = $6,
         role_code = $7, is_first_contact = $8, representative_kind = $9, document_seen_on = $10, valid_until = $11,
         removed_at = CASE WHEN $12 THEN ctx.now() END
       WHERE ${LIVE} AND id = $1 AND version = $2`,
      [
        id, version, columns.name, columns.relation, columns.phone, columns.secondPhone, columns.roleCode,
        columns.isFirstContact, columns.representativeKind, columns.documentSeenOn, columns.validUntil, removed,
      ], // prettier-ignore
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: contactView(await this.row(id)) } });
    return contactView({ ...row, ...columns, version: version + 1 }, removed);
  }

  private async releaseFirstContact(clientId: string, exceptId: string): Promise<void> {
    await query('SELECT care.release_first_contact($1, $2)', [clientId, exceptId]);
  }

  private async row(id: string): Promise<ContactPersonRow> {
    const rows = isUuid(id)
      ? await query<ContactPersonRow>(`SELECT ${CONTACT_COLUMNS} FROM care.contact_person WHERE ${LIVE} AND id = $1`, [
          id,
        ])
      : [];
    if (!rows[0]) throw new DomainError(await whyUnseen('CONTACT_PERSON', id, 'IDENTITY'));
    return rows[0];
  }
}

/** Of another organisation, which the client does not share with hers. */
const SOME_HIDDEN = { pointer: '/items', code: 'NO_BASIS' } as const;

const mayRead = (opened: ClientView, { ownerOrgId }: ContactPersonRow): boolean =>
  opened.mayRead('IDENTITY', { ownerOrgId, category: 1 });
