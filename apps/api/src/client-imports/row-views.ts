import { Injectable } from '@nestjs/common';
import {
  formatPhone, type ImportChange, type ImportDuplicate, type ImportedKey, type ImportedPerson, type ImportError, importedName, maskBsn,
} from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { type CandidateFacts, ClientRegister } from '../clients/client-register.service.ts';
import type { ClientImportRowView } from './client-import.dto.ts';
import { twinsOf } from './decide-rows.ts';
import type { RowContent } from './import-content.ts';
import type { StoredRow } from './import-rows.ts';
import { maskedCell, maskedEnd } from './import-store.ts';

interface Known {
  readonly bsns: ReadonlyMap<string, string>;
  readonly candidates: ReadonlyMap<string, CandidateFacts>;
}

/** Rows as the review shows them: with words, and never a whole BSN. */
@Injectable()
export class RowViews {
  constructor(private readonly register: ClientRegister) {}

  async of(rows: readonly StoredRow[]): Promise<ClientImportRowView[]> {
    const twins = rows.flatMap(({ content }) => (content && twinsOf(content)?.candidates.map(({ id }) => id)) ?? []);
    const targets = rows.flatMap(({ clientId, content }) =>
      [clientId, content?.without?.clientId].filter((id) => typeof id === 'string'),
    );
    const known = {
      bsns: await this.register.maskedBsns([...twins, ...targets]),
      candidates: await this.register.candidates(twins),
    };
    return rows.map((row) => viewOf(row, known));
  }
}

function viewOf({ content, ...row }: StoredRow, known: Known): ClientImportRowView {
  const person = content?.person ?? {};
  const { ordinal, lineNumber, status, outcome, decision, clientId, targetId } = row;
  const changes = (list: readonly ImportChange[], of: string | null) =>
    list.map((change) => changeView(change, of, known));
  return {
    ordinal,
    lineNumber,
    status,
    outcome,
    options: [...row.options],
    decision,
    clientId,
    targetId,
    name: content === null ? null : importedName(person),
    birthDate: person.birthDate ?? null,
    hisNumber: person.hisNumber ?? null,
    bsn: person.bsn === undefined ? null : maskBsn(person.bsn),
    changes: changes(content?.changes ?? [], clientId),
    errors: content?.errors.map(errorView) ?? [],
    notices: content?.notices.map((code) => ({ code, detail: text(`clientImports.notice.${code}`) })) ?? [],
    duplicate: content === null ? null : duplicateView(content, known),
    without:
      content === null || content.without === null
        ? null
        : {
            fields: withoutFields(content),
            status: content.without.status,
            changes: changes(content.without.changes, content.without.clientId),
          },
  };
}

function changeView({ key, from, to }: ImportChange, clientId: string | null, { bsns }: Known) {
  if (key !== 'bsn') return { field: key, from: shown(key, from), to: shown(key, to) };
  return {
    field: key,
    from: from === null ? null : (bsns.get(clientId ?? '') ?? ''),
    to: to === null ? null : maskBsn(to),
  };
}

const shown = (key: string, value: string | null): string | null =>
  key === 'phone' && value !== null ? formatPhone(value) : value;

function errorView({ field, code, value }: ImportError) {
  const shownValue = value === null ? null : field === 'BSN' ? maskedEnd(value) : maskedCell(value);
  return { field, code, detail: text(`clientImports.error.${code}`), value: shownValue };
}

function duplicateView(content: RowContent, known: Known): ClientImportRowView['duplicate'] {
  const duplicate = content.duplicate ?? twinsOf(content);
  if (duplicate === null) return null;
  if (duplicate.of === 'ROW') return { ...repeatedView(duplicate), of: 'ROW', candidates: [] };
  const candidates = duplicate.candidates.flatMap(({ id, isTaken, changes }) => {
    const facts = known.candidates.get(id);
    const shownChanges = changes.map((change) => changeView(change, id, known));
    return facts ? [{ ...facts, name: importedName(nameOf(facts)), isTaken, changes: shownChanges }] : [];
  });
  return { of: 'REGISTER', lineNumber: null, detail: text('clientImports.duplicate.register'), candidates };
}

function repeatedView({ lineNumber, keys }: Extract<ImportDuplicate, { of: 'ROW' }>) {
  const key = keys.find((known) => known === 'bsn') ?? keys.find((known) => known === 'hisNumber') ?? 'family';
  return { lineNumber, detail: text(`clientImports.duplicate.${key}`, { line: lineNumber }) };
}

const nameOf = ({ name }: CandidateFacts): ImportedPerson =>
  Object.fromEntries(Object.entries(name).filter(([, value]) => value !== null));

const FAULTY_KEY: Partial<Record<ImportError['code'], ImportedKey>> = {
  BSN_INVALID: 'bsn',
  POSTCODE_INVALID: 'postcode',
  PHONE_INVALID: 'phone',
};

function withoutFields({ person, errors, without }: RowContent): string[] {
  const kept = Object.keys(without?.person ?? {});
  const dropped = Object.keys(person).filter((key) => !kept.includes(key));
  return [...dropped, ...errors.flatMap(({ code }) => FAULTY_KEY[code] ?? [])];
}
