import { type Day, formatPhone, normalisePhone } from '@samenoud/domain';
import { type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import type { ContactPersonView, CreateContactPerson, UpdateContactPerson } from './contact-person.dto.ts';

/** One row of care.contact_person that stands on the list. */
export interface ContactPersonRow extends Omit<ContactPersonView, 'removed'> {
  readonly ownerOrgId: string;
}

export type ContactColumns = Omit<ContactPersonRow, 'id' | 'version' | 'clientId' | 'ownerOrgId'>;

export const CONTACT_COLUMNS = `id, version, client_id AS "clientId", owner_org_id AS "ownerOrgId", name, relation, phone,
  second_phone AS "secondPhone", role_code AS "roleCode", is_first_contact AS "isFirstContact",
  representative_kind AS "representativeKind", document_seen_on AS "documentSeenOn", valid_until AS "validUntil"`;

const NOBODY: ContactColumns = {
  name: '',
  relation: null,
  phone: null,
  secondPhone: null,
  roleCode: null,
  isFirstContact: false,
  representativeKind: null,
  documentSeenOn: null,
  validUntil: null,
};

/** Columns with what is asked merged in. Throws 400 for a representation that cannot be. */
export function contactColumns(
  before: ContactPersonRow | undefined,
  change: CreateContactPerson | UpdateContactPerson,
  today: Day,
): ContactColumns {
  const old = before ?? NOBODY;
  const kept = <Key extends keyof ContactColumns>(key: Key): ContactColumns[Key] =>
    (change[key] === undefined ? old[key] : change[key]) as ContactColumns[Key];
  const columns: ContactColumns = {
    name: kept('name').trim(),
    relation: kept('relation')?.trim() || null,
    phone: e164(kept('phone')),
    secondPhone: e164(kept('secondPhone')),
    roleCode: kept('roleCode'),
    isFirstContact: kept('isFirstContact'),
    representativeKind: kept('representativeKind'),
    documentSeenOn: kept('documentSeenOn'),
    validUntil: kept('validUntil'),
  };
  refuseImpossibleRepresentation(columns, today);
  return columns;
}

const e164 = (phone: string | null): string | null => (phone === null ? null : (normalisePhone(phone) ?? null));

function refuseImpossibleRepresentation(columns: ContactColumns, today: Day): void {
  const { representativeKind, documentSeenOn, validUntil } = columns;
  const faults: FieldProblem[] = [];
  if (representativeKind === null && (documentSeenOn !== null || validUntil !== null))
    faults.push({ pointer: '/representativeKind', code: 'REQUIRED' });
  if (documentSeenOn !== null && documentSeenOn > today) faults.push({ pointer: '/documentSeenOn', code: 'IN_FUTURE' });
  if (faults.length > 0) throw invalidInput(...faults);
}

export function contactView(contact: ContactPersonRow, removed = false): ContactPersonView {
  const { ownerOrgId: _, phone, secondPhone, ...row } = contact;
  const shown = (number: string | null): string | null => (number === null ? null : formatPhone(number));
  return { ...row, phone: shown(phone), secondPhone: shown(secondPhone), removed };
}
