import type { StaffRole } from '../access/roles.ts';
import { approvalStateAt, type ApprovalState } from '../approvals/approval.ts';

/**
 * What a list of clients may hold, in the order of its columns. Closed: never a BSN, telephone number or anything that was
 * typed freely. Source: `trust.md` 3, "Bulk export, CSV".
 */
export const BULK_EXPORT_COLUMNS = [
  'HIS_NUMBER', 'INITIALS', 'GIVEN_NAME', 'NAME_PREFIX', 'FAMILY_NAME', 'PARTNER_PREFIX', 'PARTNER_FAMILY_NAME', 'BIRTH_DATE',
  'SEX', 'POSTCODE', 'CITY', 'STATUS', 'GP', 'CASE_MANAGER', 'ASSIGNED_PROFILE', 'ASSIGNED_ON', 'PROPOSED_PROFILE',
  'LAST_QUESTIONNAIRE_ON',
] as const; // prettier-ignore
export type BulkExportColumn = (typeof BULK_EXPORT_COLUMNS)[number];

export const BULK_EXPORT_CLIENTS = ['ACTIVE', 'ALL'] as const;
export type BulkExportClients = (typeof BULK_EXPORT_CLIENTS)[number];

export const BULK_EXPORT_PURPOSE = { min: 10, max: 300 } as const;
/** From approval to start, and from start to the file's end. */
export const BULK_EXPORT_HOURS = 24;

const SECOND_PERSONS: readonly StaffRole[] = ['GP', 'PRACTICE_MANAGER', 'LOG_OFFICER'];

/** Whether somebody in this role may be the second person of an export; that it is another person is judged apart. */
export const mayApproveBulkExport = (role: StaffRole): boolean => SECOND_PERSONS.includes(role);

/** LAPSED: approved, and not started in time. */
export const BULK_EXPORT_STATES = ['OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'LAPSED', 'STARTED'] as const;
export type BulkExportState = (typeof BULK_EXPORT_STATES)[number];

interface BulkExportFacts {
  readonly approval: ApprovalState;
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly startedAt: string | null;
}

/**
 * Where an export stands at `now`: approval holds 24 hours to the millisecond, and one start uses it up.
 * Instants, ISO 8601 with offset.
 */
export function bulkExportStateAt(facts: BulkExportFacts, now: string): BulkExportState {
  const { approval, askedAt, decidedAt, startedAt } = facts;
  if (startedAt !== null) return 'STARTED';
  if (approval !== 'APPROVED' || decidedAt === null) return approvalStateAt(approval, askedAt, now);
  return Date.parse(now) < endOf(decidedAt) ? 'APPROVED' : 'LAPSED';
}

/** Until when what began at `instant` can still be used: milliseconds since 1970. */
function endOf(instant: string): number {
  return Date.parse(instant) + BULK_EXPORT_HOURS * 3_600_000;
}

/** The instant an approval lapses, or a file is gone. */
export const bulkExportEnd = (instant: string): string => new Date(endOf(instant)).toISOString();
