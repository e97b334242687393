import { describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '../access/roles.ts';
import { BULK_EXPORT_COLUMNS, bulkExportEnd, bulkExportStateAt, mayApproveBulkExport } from './bulk-export.ts';

const ASKED = { askedAt: '2026-03-27T09:00:00Z', decidedAt: null, startedAt: null };
// the clock goes forward in the night that follows
const APPROVED = { ...ASKED, approval: 'APPROVED', decidedAt: '2026-03-28T12:00:00Z' } as const;

describe('bulkExportStateAt', () => {
  it.each([
    ['2026-03-28T12:00:00Z', 'APPROVED'],
    ['2026-03-29T11:59:59.999Z', 'APPROVED'],
    ['2026-03-29T12:00:00Z', 'LAPSED'],
    ['2026-03-29T14:00:00+02:00', 'LAPSED'],
  ])('at %s an approval is %s', (now, state) => {
    expect(bulkExportStateAt(APPROVED, now)).toBe(state);
  });

  it('is used up by a start, for good', () => {
    expect(bulkExportStateAt({ ...APPROVED, startedAt: '2026-03-28T13:00:00Z' }, '2030-01-01T00:00:00Z')).toBe(
      'STARTED',
    );
  });

  it.each([
    ['OPEN', '2026-04-10T08:59:59Z', 'OPEN'],
    ['OPEN', '2026-04-10T09:00:00Z', 'EXPIRED'],
    ['REFUSED', '2026-04-10T09:00:00Z', 'REFUSED'],
    ['WITHDRAWN', '2026-04-10T09:00:00Z', 'WITHDRAWN'],
  ] as const)('a question that is %s at %s is %s', (approval, now, state) => {
    expect(bulkExportStateAt({ ...ASKED, approval }, now)).toBe(state);
  });

  it('ends after 24 hours, whatever the clock on the wall does', () => {
    expect(bulkExportEnd('2026-03-28T12:00:00Z')).toBe('2026-03-29T12:00:00.000Z');
  });
});

describe('an export in bulk', () => {
  it('is approved by a GP, the manager or the log officer', () => {
    expect(STAFF_ROLES.filter(mayApproveBulkExport).toSorted()).toEqual(['GP', 'LOG_OFFICER', 'PRACTICE_MANAGER']);
  });

  it('has no column for a BSN, a telephone number or free text', () => {
    expect(BULK_EXPORT_COLUMNS.filter((column) => /BSN|PHONE|NOTE|REMARK|STREET/.test(column))).toEqual([]);
  });
});
