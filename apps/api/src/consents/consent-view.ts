import { consentState, sharingTable, type SharingOutcome } from '@samenoud/domain';
import type { ClientView } from '../platform/access/client-access.ts';
import type { ConsentFacts } from './access-basis.service.ts';
import type { ConsentList, ConsentView, SharingWriter } from './consent.dto.ts';
import type { ConsentRow } from './consent-row.ts';

/** A line of the register. Who spoke for the client is one of the people around her: category 1, which not everyone reads. */
export function consentView(opened: ClientView, row: ConsentRow): ConsentView {
  return {
    id: row.id,
    clientId: row.clientId,
    state: stateOf(row),
    rule: row.kind,
    toOrganisationId: row.toOrgId,
    fromOrganisationId: row.fromOrgId,
    categories: row.categories.toSorted((a, b) => a - b),
    purpose: row.purpose,
    givenBy: row.givenBy,
    how: row.how,
    on: row.givenOn,
    validUntil: row.validUntilOn,
    textVersion: row.textVersion,
    wording: row.wording,
    note: row.note,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt,
    withdrawal: withdrawalOf(row),
    ...representativeOf(opened, row),
  };
}

/** What follows from register and team for every organisation, and how far the client was asked. */
export function sharingView(facts: ConsentFacts, rows: readonly ConsentRow[]): Pick<ConsentList, 'sharing' | 'state'> {
  const writer = ({ fromOrgId, allow, reason, ruleId }: SharingOutcome): SharingWriter => ({
    fromOrganisationId: fromOrgId,
    allow,
    reason,
    consentId: ruleId,
    on: rows.find(({ id }) => id === ruleId)?.givenOn ?? null,
  });
  const sharing = sharingTable(facts).map(({ toOrgId, cells }) => ({
    organisationId: toOrgId,
    cells: cells.map((cell) => ({ ...cell, writers: cell.writers.map(writer) })),
  }));
  return { sharing, state: consentState(facts) };
}

function stateOf({ withdrawnAt, ended }: ConsentRow): string {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  return ended ? 'ENDED' : 'IN_FORCE';
}

function withdrawalOf(row: ConsentRow): ConsentView['withdrawal'] {
  if (row.withdrawnAt === null) return null;
  return {
    at: row.withdrawnAt,
    on: row.withdrawnOn ?? row.withdrawnAt.slice(0, 10),
    by: row.withdrawnByGiver ?? 'CLIENT',
    how: row.withdrawnHow ?? 'ORAL',
    recordedBy: row.withdrawnBy,
  };
}

function representativeOf(opened: ClientView, row: ConsentRow): Pick<ConsentView, 'representative' | 'hidden'> {
  if (row.representativeId === null) return { representative: null };
  const base = { contactPersonId: row.representativeId, kind: row.representativeKind };
  const owner = row.representativeOwnerId ?? opened.ownerOrgId;
  const decision = opened.decide('IDENTITY', 'READ', { ownerOrgId: owner, category: 1 });
  if (decision.allow) return { representative: { ...base, name: row.representativeName ?? '' } };
  const code = decision.code === 'NOT_FOUND' ? 'ROLE' : decision.code;
  return { representative: base, hidden: [{ pointer: '/representative/name', code }] };
}
